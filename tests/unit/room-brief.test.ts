/** Coming back: when a person last looked, what others wrote meanwhile, and a report that stays one line to send. */
import { describe, expect, test } from 'vitest';
import { changesDuring } from '../../renderer/screens/room/brief/brief-panel.tsx';
import { absenceUntil, keepLook, readLook } from '../../renderer/screens/room/brief/last-look.ts';
import { type Detailed, detailDraft, detailedBy, fieldsOf } from '../../renderer/screens/room/composer/details.ts';
import { readLines } from '../../renderer/screens/room/composer/lines.ts';
import { emptyView } from '../../shared/incident/evolve.ts';
import type { IncidentView, TimelineItem } from '../../shared/incident/view.ts';

const minute = 60_000;
const now = Date.parse('2026-03-28T01:42:00Z');

function box(kept: Readonly<Record<string, string>> = {}) {
  const all = new Map(Object.entries(kept));
  return { getItem: (key: string) => all.get(key) ?? null, setItem: (key: string, value: string) => void all.set(key, value) };
}

describe('the last look', () => {
  test('it is kept for each incident, and is unknown before the first one', () => {
    const storage = box();
    expect(readLook(storage, 'i')).toBeUndefined();
    keepLook(storage, 'i', now);
    expect([readLook(storage, 'i'), readLook(storage, 'other')]).toEqual([now, undefined]);
    expect(readLook(box({ 'wheelhouse.looked.i': 'yesterday' }), 'i')).toBeUndefined();
  });

  test('looking away for less than a minute is no absence', () => {
    expect(absenceUntil(now, now - 30_000)).toBeUndefined();
    expect(absenceUntil(now, now - 5 * minute)).toEqual({ from: now - 5 * minute, to: now });
    expect(absenceUntil(now, undefined)).toBeUndefined();
  });

  test('what others wrote between leaving and coming back is new; one’s own lines and later ones are not', () => {
    const entry = (id: string, actor: string, recordedAt: number): TimelineItem => ({
      id,
      type: 'entry.added',
      body: { kind: 'note', text: id },
      occurredAt: recordedAt,
      precision: 'exact',
      recordedAt,
      origin: 'o',
      seq: 1,
      actor,
      via: 'app',
      standing: 'plain',
    });
    const view: IncidentView = {
      ...emptyView('i'),
      items: [
        [
          entry('before', 'sam', now - 9 * minute),
          entry('away', 'sam', now - 3 * minute),
          entry('mine', 'kim', now - 2 * minute),
          entry('since', 'sam', now + minute),
        ],
      ],
    };
    expect(changesDuring(view, { from: now - 5 * minute, to: now }, 'kim').map(({ text }) => text)).toEqual(['away']);
    expect(changesDuring(view, undefined, 'kim')).toEqual([]);
  });
});

describe('a report', () => {
  const context = { now, zone: 'UTC', people: [], self: 'kim' };

  test('its three parts are one line to send, not three notes', () => {
    const [only, ...others] = readLines('/can Conditions: slow\nActions: none\nNeeds: a hand', context);
    expect(others).toEqual([]);
    expect(only?.parsed).toMatchObject({
      kind: 'command',
      draft: { type: 'can.report', text: 'Conditions: slow\nActions: none\nNeeds: a hand' },
    });
  });
});

describe('what a line leaves to be said', () => {
  test('an action leaves its lever, worst case and way back; a proposal what is known; a note leaves nothing', () => {
    const events = [
      { type: 'entry.added', id: 'e' },
      { type: 'decision.proposed', id: 'd' },
    ];
    expect(detailedBy({ type: 'entry.add', kind: 'action', text: 'roll back' }, events)).toEqual({
      of: 'action',
      id: 'e',
      text: 'roll back',
    });
    expect(detailedBy({ type: 'decision.propose', text: 'no deploys' }, events)).toEqual({ of: 'decision', id: 'd', text: 'no deploys' });
    expect(detailedBy({ type: 'entry.add', kind: 'note', text: 'hm' }, events)).toBeUndefined();
  });

  test('an earlier action asks only for what it lacks', () => {
    const names = (detailed: Pick<Detailed, 'of' | 'lacking'>) => fieldsOf(detailed).map(({ name }) => name);
    expect(names({ of: 'action' })).toEqual(['lever', 'worstCase', 'wayBack']);
    expect(names({ of: 'action', lacking: ['wayBack'] })).toEqual(['wayBack']);
  });

  test('a lever goes by its key, its name or the beginning of one; another is named as unknown', () => {
    const action = { of: 'action', id: 'e', text: 'x' } as const;
    const view = emptyView('i');
    expect(detailDraft(view, action, 'lever', 'Roll')).toMatchObject({
      ok: true,
      value: { type: 'action.detail', entry: 'e', lever: 'rollback' },
    });
    expect(detailDraft(view, action, 'lever', 'pray')).toMatchObject({ ok: false });
    expect(detailDraft(view, { of: 'decision', id: 'd', text: 'x' }, 'risk', 'full prices')).toMatchObject({
      ok: true,
      value: { type: 'decision.amend', decision: 'd', risk: 'full prices' },
    });
  });
});
