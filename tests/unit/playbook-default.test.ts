import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../shared/incident/updates/clauses.ts';
import { finishTimeIn } from '../../shared/incident/updates/finish-times.ts';
import { guessedCauseIn } from '../../shared/incident/updates/guessed-causes.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import { type ChecklistItem, mostItems } from '../../shared/playbook/schema.ts';
import { templatePieces } from '../../shared/playbook/template-slots.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';
import { audiences } from '../../shared/vocabulary/words.ts';

const { checklists, severities, triage, types, updateTemplates } = defaultPlaybook;
const slotsOf = (text: string) => templatePieces(text).flatMap((piece) => (piece.type === 'slot' ? [piece.slot] : []));

const isRequired = ({ required }: ChecklistItem) => required !== undefined;

describe('the playbook that ships', () => {
  test('keeps every rule that a playbook of anybody has to keep', () => {
    expect(readPlaybook(writePlaybook(defaultPlaybook))).toEqual({ ok: true, value: defaultPlaybook });
  });

  test('asks the executives after two hours of SEV1, whether it is SEV1 after four of SEV2, and else nobody', () => {
    expect(Object.values(severities).map(({ escalate }) => escalate?.afterMinutes)).toEqual([120, 240, undefined, undefined, undefined]);
    expect(severities[1].escalate?.asks).toContain('executives');
    expect(severities[2].escalate?.asks).toContain('SEV1');
  });

  test('says from when on each severity applies', () => {
    for (const { thresholds } of Object.values(severities)) expect(thresholds).not.toBe('');
  });

  test('asks five questions, and takes the worst answer of each where somebody is unsure', () => {
    expect(triage.map(({ id }) => id)).toEqual(['who', 'how-many', 'money', 'data', 'security']);
    for (const { answers, unsure } of triage) expect(unsure).toBe(Math.min(...answers.map(({ severity }) => severity)));
  });

  test('has a list for each moment, none longer than a tired person reads, and none that keeps anybody from going on', () => {
    expect(checklists).toHaveLength(18);
    for (const { items } of checklists) expect(items.length).toBeLessThanOrEqual(mostItems);
    expect(checklists.flatMap(({ items }) => items.filter(isRequired))).toEqual([]);
  });

  test('reads aloud, one by one, what must not be done from memory', () => {
    const readDo = checklists.filter(({ mode }) => mode === 'read-do').map(({ id }) => id);
    expect(readDo).toEqual(['first-five-minutes', 'risky-action', 'break-in', 'tools-down']);
  });

  test('offers the first five minutes first to a commander, and drills and lost tools only when they are asked for', () => {
    const offered = checklists.filter(({ when }) => when.phases?.includes('triage') && when.roles?.includes('commander'));
    expect(offered[0]?.id).toBe('first-five-minutes');
    expect(checklists.filter(({ when }) => Object.keys(when).length === 0).map(({ id }) => id)).toEqual(['tools-down', 'drill']);
  });

  test('has words for each message to each audience', () => {
    for (const audience of audiences) {
      for (const use of ['first', 'scope', 'update', 'final', 'pause']) {
        const fitting = updateTemplates.filter((one) => one.types === undefined && one.use === use && one.audiences.includes(audience));
        expect(
          fitting.map(({ id }) => id),
          `${use} to ${audience}`,
        ).toHaveLength(1);
      }
    }
  });

  test('promises the next message in every message but the last', () => {
    for (const { id, use, text } of updateTemplates) {
      expect(slotsOf(text).includes('next'), id).toBe(use !== 'final');
      if (use === 'final') expect(slotsOf(text), id).toEqual(expect.arrayContaining(['mitigatedAt', 'reviewWhere']));
    }
  });

  test('says in no message when it will be over, or why it happened', () => {
    const said = updateTemplates.flatMap(({ id, text }) =>
      clausesOf(text.replaceAll(/\{\w+\}/g, '10:30 UTC')).map((clause) => ({ id, clause })),
    );
    expect(said.filter(({ clause }) => finishTimeIn(clause) !== undefined || guessedCauseIn(clause) !== undefined)).toEqual([]);
    expect(said.length).toBeGreaterThan(updateTemplates.length);
  });

  test('tells nothing of a break-in to anybody who does not work on it', () => {
    const security = updateTemplates.filter((one) => one.types?.includes('security'));
    expect(new Set(security.flatMap((one) => one.audiences))).toEqual(new Set(['customers', 'partners', 'staff', 'executives']));
    for (const { id, text } of security) {
      for (const detail of ['title', 'impact', 'known', 'doing', 'tried'] as const) expect(slotsOf(text), id).not.toContain(detail);
    }
  });

  test('knows that security needs a lead of its own', () => {
    expect(types.find(({ id }) => id === 'security')?.requiredRoles).toEqual(['security']);
    expect(types.map(({ id }) => id)).toEqual(expect.arrayContaining(['availability', 'performance', 'data', 'security']));
  });
});
