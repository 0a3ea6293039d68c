/** How bad it is: by questions, by what nobody knows, and asked again when it goes on for long. Types and labels stand beside it. */
import { describe, expect, test } from 'vitest';
import { describeItem } from '../../shared/incident/describe.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { nextStep } from '../../shared/incident/next-step.ts';
import { prompts } from '../../shared/incident/prompts.ts';
import { lastAnswers } from '../../shared/incident/severity/last-answers.ts';
import { becauseWords, suggestSeverity } from '../../shared/incident/severity/suggest-severity.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';
import { draftOf as draftMade } from '../drafting.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { lacking, refusal } from '../fixtures/rooms.ts';

const hour = 60 * minute;
const triage: Playbook['triage'] = [
  {
    id: 'who',
    asks: 'Who is hurt?',
    answers: [
      { says: 'customers', severity: 2 },
      { says: 'staff', severity: 4 },
    ],
    unsure: 2,
  },
  {
    id: 'data',
    asks: 'Data lost?',
    answers: [
      { says: 'yes', severity: 1 },
      { says: 'no', severity: 5 },
    ],
    unsure: 1,
  },
];
const { 3: sev3, 2: sev2, 1: sev1, ...others } = defaultPlaybook.severities;
const playbook: Playbook = {
  ...defaultPlaybook,
  triage,
  severities: {
    ...others,
    1: { ...sev1, escalate: { afterMinutes: 120, asks: 'What do executives decide?' } },
    2: { ...sev2, escalate: { afterMinutes: 240, asks: 'Is it a SEV1?' } },
    3: { ...sev3, label: 'P3' },
  },
  labels: ['dns', 'capacity'],
};
const escalation = (console: PaperConsole) => prompts(console.view, console.now).find(({ kind }) => kind === 'escalate');
const typed = (console: PaperConsole, line: string) => {
  const { id, name } = console.actor;
  const parsed = parseLine(line, lineContextOf(console.view, { now: console.now, self: id, name }));
  if (parsed.kind !== 'command') throw new Error(parsed.kind === 'fault' ? `${parsed.message}; ${parsed.expected}` : parsed.kind);
  return parsed;
};

describe('a suggested severity', () => {
  test('is the worst of all answers, with the answers that speak for it', () => {
    const suggested = suggestSeverity({ triage }, { who: 0, data: 1 });
    expect(suggested.severity).toBe(2);
    expect(becauseWords(suggested)).toBe('Who is hurt? customers');
  });

  test('takes the higher one for what nobody knows, and says so', () => {
    const unsure = suggestSeverity({ triage }, { who: 1, data: 'unsure' });
    expect(unsure).toMatchObject({ severity: 1, because: [{ question: 'data', kind: 'unsure' }] });
    expect(becauseWords(unsure)).toBe('until it is known: Data lost? not sure');
    const open = suggestSeverity({ triage }, { who: 1 });
    expect(open).toMatchObject({ severity: 1, because: [{ question: 'data', kind: 'open' }] });
    expect(becauseWords(open)).toBe('until it is known: Data lost? not answered');
  });

  test('of a playbook without questions is what a declaration without a severity counts as', () => {
    const suggested = suggestSeverity({ triage: [] }, {});
    expect(suggested).toEqual({ severity: 2, because: [] });
    expect(becauseWords(suggested)).toBe('this playbook asks no questions');
  });

  test('ignores an answer that the question does not have', () => {
    expect(suggestSeverity({ triage }, { who: 7, data: 1 }).because).toMatchObject([{ question: 'who', kind: 'open' }]);
  });
});

describe('a severity that was set by questions', () => {
  test('carries its answers, which its line tells and a new look begins with', () => {
    const kim = declared(undefined, { playbook });
    kim.does({ type: 'severity.set', severity: 2, answers: { who: 0, data: 1 }, reason: 'as suggested' });
    const lines = timelineOf(kim.view).map(({ text }) => text);
    expect(lines).toContain('SEV2: as suggested (Who is hurt? customers · Data lost? no)');
    expect(lastAnswers(kim.view)).toEqual({ who: 0, data: 1 });
    expect(kim.view.phase).toBe('investigating');
  });

  test('may be another than suggested, and asks for a reason only when it is lowered', () => {
    const kim = declared(1, { playbook });
    expect(lacking(kim, { type: 'severity.set', severity: 3, answers: { data: 0 } })).toEqual(['reasonWhenLowered']);
    kim.does({ type: 'severity.set', severity: 3, answers: { data: 0 }, reason: 'a copy of the data exists' });
    expect(kim.view.severity).toBe(3);
  });

  test('is refused with answers to questions that nobody asks, in words', () => {
    const kim = declared(2, { playbook });
    expect(refusal(kim, { type: 'severity.set', severity: 2, answers: { weather: 0 } })).toBe(
      'Not from here: the playbook asks no question weather. It asks who, data.',
    );
    expect(refusal(kim, { type: 'severity.set', severity: 2, answers: { who: 2 } })).toBe('Not from here: who takes 0 to 1, or unsure.');
    expect(refusal(kim, { type: 'severity.set', severity: 2, answers: { 'value-of': 'unsure' } })).toMatch(/asks no question value-of/);
  });

  test('is offered by questions beside the next step, where the playbook asks any', () => {
    const step = (asks: Playbook['triage']) => {
      const kim = declared(undefined, { playbook: { ...playbook, triage: asks } });
      kim.does({ type: 'impact.describe', text: 'no checkout' });
      return nextStep(kim.view, kim.now);
    };
    expect(step(triage)).toMatchObject({ fact: 'severity', also: { key: '/triage' } });
    expect(step([])).not.toHaveProperty('also');
  });
});

describe('the question whether to raise it', () => {
  test('comes after the time that the playbook gives this severity, to the commander, with both answers', () => {
    const kim = declared(2, { playbook });
    kim.passes(4 * hour - minute);
    expect(escalation(kim)).toBeUndefined();
    kim.passes(minute);
    expect(escalation(kim)).toMatchObject({
      says: 'SEV2 for 4 h, and not mitigated. Is it a SEV1?',
      since: kim.now,
      to: kim.actor.id,
      answers: [{ key: '/sev 1 ' }, { key: '/sev 2 stays, because ' }],
    });
  });

  test('changes nothing by itself, and begins anew when somebody says that it stays', () => {
    const kim = declared(2, { playbook });
    kim.passes(5 * hour);
    expect(kim.view.severity).toBe(2);
    kim.does(typed(kim, '/sev 2 stays, because the work-around holds').draft);
    expect(escalation(kim)).toBeUndefined();
    kim.passes(4 * hour);
    expect(escalation(kim)).toBeDefined();
  });

  test('of the worst severity is what others decide: there is nothing above it', () => {
    const kim = declared(1, { playbook });
    kim.passes(2 * hour);
    expect(escalation(kim)).toMatchObject({
      says: 'SEV1 for 2 h, and not mitigated. What do executives decide?',
      answers: [{ key: '/sev 1 stays, because ' }, { key: '/u executives … next 30m' }],
    });
  });

  test('is silent while the incident sleeps, once it is mitigated, and for a severity without a time', () => {
    const kim = declared(2, { playbook });
    kim.does({ type: 'incident.pause', until: kim.now + 9 * hour, impact: 'slow checkout' });
    kim.passes(5 * hour);
    expect(escalation(kim)).toBeUndefined();
    kim.does({ type: 'incident.wake', reason: 'it got worse' });
    expect(escalation(kim)).toBeDefined();
    kim.does({ type: 'mitigation.record', evidence: 'orders come in' });
    expect(escalation(kim)).toBeUndefined();
    const slow = declared(3, { playbook });
    slow.passes(9 * hour);
    expect(escalation(slow)).toBeUndefined();
  });
});

describe('labels', () => {
  const draftOf = (console: PaperConsole) => draftMade(console.view).draft;

  test('are added and taken away by one line, and stand in the front part of the draft', () => {
    const kim = declared(2, { playbook });
    const both = typed(kim, '/label DNS #spof');
    expect(both.chip.details).toEqual(['+ dns', '+ spof (not in the playbook)']);
    kim.does(both.draft);
    expect(kim.view.labels).toEqual(['dns', 'spof']);
    kim.does(typed(kim, '/label -spof capacity').draft);
    expect(kim.view.labels).toEqual(['dns', 'capacity']);
    const item = kim.view.items.flat().findLast(({ type }) => type === 'incident.amended');
    expect(item && describeItem(item, kim.view)).toBe('Labels: dns, capacity');
    expect(JSON.stringify(draftOf(kim).sections[0])).toContain('"label":"Labels","value":"dns, capacity"');
    kim.does(typed(kim, '/label -dns -capacity').draft);
    expect(kim.view.labels).toEqual([]);
    expect(JSON.stringify(draftOf(kim).sections[0])).not.toContain('Labels');
  });

  test('that cannot be are named with what is wrong, and nothing is sent', () => {
    const kim = declared(2, { playbook });
    expect(() => typed(kim, '/label')).toThrow('a label is missing; words such as dns, capacity, or -dns to take one away');
    expect(() => typed(kim, '/label dns!')).toThrow('dns! is no label');
    expect(() => typed(kim, '/label -dns')).toThrow('it has no label dns; labels to add: it has none');
    expect(() => typed(kim, `/label ${Array.from({ length: 21 }, (_, n) => `l${n}`).join(' ')}`)).toThrow('that would be 21 labels');
  });

  test('and the type stay as they were in logs that name none', () => {
    const kim = declared(2, { playbook });
    kim.does({ type: 'incident.amend', title: 'Checkout' });
    expect(kim.view.labels).toEqual([]);
    expect(kim.view).not.toHaveProperty('incidentType');
  });
});
