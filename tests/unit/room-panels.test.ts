/** What stands around the timeline: the layout, the clocks in words, who holds what, and what is told to a screen reader. */
import { describe, expect, test } from 'vitest';
import { clockTone, clockWords, otherClockWords } from '../../renderer/screens/room/header/clock-words.ts';
import { fitting, isDrawer, layoutFor, readWidths, usualWidths, widest, widthAfter } from '../../renderer/screens/room/layout.ts';
import { fatigueSays } from '../../renderer/screens/room/panels/fatigue-line.tsx';
import { roleHolders } from '../../renderer/screens/room/panels/role-holders.ts';
import { alsoHere, onTheCall, standingsOf } from '../../renderer/screens/room/panels/roll-call.ts';
import { heardSays, writtenByOthers } from '../../renderer/screens/room/use-heard.ts';
import type { AudienceClock } from '../../shared/incident/clocks.ts';
import { emptyView } from '../../shared/incident/evolve.ts';
import type { ShownEntry } from '../../shared/incident/timeline.ts';
import type { IncidentView, PersonView } from '../../shared/incident/view.ts';

const minute = 60_000;
const now = Date.parse('2026-03-28T01:42:00Z');

function clock(more: Partial<AudienceClock>): AudienceClock {
  return { audience: 'customers', due: now, standing: 'scheduled', combined: false, ...more };
}

describe('clocks in words', () => {
  const zone = 'Europe/Berlin';

  test('a promise ahead says its time and what is left', () => {
    const due = now + 6 * minute + 12_000;
    expect(clockWords(clock({ due, promise: due }), now, zone)).toBe('promised 02:48 (6:12)');
  });

  test('a target that passed says how long ago, a promise also what was promised', () => {
    const due = now - 2 * minute;
    expect(clockWords(clock({ due, target: due, standing: 'overdue' }), now, zone)).toBe('due 2 min ago');
    expect(clockWords(clock({ due, promise: due, standing: 'broken' }), now, zone)).toBe('promised 02:40, 2 min ago: not kept');
  });

  test('a broken promise is told before the target that passed earlier', () => {
    const target = now - 10 * minute;
    const broken = clock({ due: target, target, promise: now - 8 * minute, standing: 'broken' });
    expect(clockWords(broken, now, zone)).toBe('promised 02:34, 8 min ago: not kept');
    expect(otherClockWords(broken, now, zone)).toBe('target 02:32');
  });

  test('target and promise are said apart', () => {
    const promise = now + 10 * minute;
    const target = now + 4 * minute;
    expect(otherClockWords(clock({ due: target, target, promise }), now, zone)).toBe('promised 02:52');
    expect(otherClockWords(clock({ due: promise, target: promise, promise }), now, zone)).toBeUndefined();
  });

  test('red is a broken promise only; amber wants somebody now', () => {
    expect(clockTone(clock({ standing: 'broken' }))).toBe('broken');
    expect(clockTone(clock({ standing: 'overdue' }))).toBe('now');
    expect(clockTone(clock({ standing: 'snoozed' }))).toBe('neutral');
  });
});

describe('layout', () => {
  test('a laptop has three columns, a narrow window a drawer for people, a phone drawers for both', () => {
    expect(layoutFor(1280, 'day')).toBe('three');
    expect(layoutFor(1099, 'day')).toBe('two');
    expect(layoutFor(390, 'day')).toBe('one');
    expect(isDrawer('people', 'two')).toBe(true);
    expect(isDrawer('work', 'two')).toBe(false);
  });

  test('at night there is one column of attention on any screen', () => {
    expect(layoutFor(1920, 'night')).toBe('one');
  });

  test('a separator widens its column with the arrow that points away from it, within limits', () => {
    expect(widthAfter('ArrowRight', 200, 'ArrowRight')).toBe(216);
    expect(widthAfter('ArrowRight', 200, 'ArrowLeft')).toBe(184);
    expect(widthAfter('End', 200, 'ArrowLeft')).toBe(widest);
    expect(widthAfter('a', 200, 'ArrowLeft')).toBeUndefined();
  });

  test('kept widths that make no sense are the usual ones', () => {
    expect(readWidths('nonsense')).toEqual(usualWidths);
    expect(readWidths('{"people":1e9,"work":"wide"}')).toEqual({ people: fitting(1e9), work: usualWidths.work });
  });
});

describe('people', () => {
  const person = (id: string, name: string) => ({
    id,
    name,
    joinedAt: 0,
    kind: 'person' as const,
    standing: 'engaged' as const,
    standingSince: 0,
  });
  const view: IncidentView = {
    ...emptyView('i'),
    severity: 1,
    people: { kim: person('kim', 'Kim'), sam: person('sam', 'Sam'), kim2: { ...person('kim2', 'Kim'), sameAs: 'kim' } },
    roles: {
      commander: { state: 'held', holder: 'kim', since: 10 },
      ops: { state: 'held', holder: 'kim2', since: 20 },
      comms: { state: 'vacant' },
    },
  };

  test('one person carrying many roles is one line, whichever id took them', () => {
    expect(roleHolders(view)).toEqual([{ person: 'kim', roles: ['commander', 'ops'], since: 10 }]);
  });

  test('people who are here and hold no role are listed once', () => {
    expect(onTheCall(view)).toBe(2);
    expect(alsoHere(view, new Set(['kim'])).map(({ id }) => id)).toEqual(['sam']);
  });

  test('the roll call names people by where they stand, those closest to the work first', () => {
    const standing = (id: string, name: string, now: PersonView['standing']) => ({ [id]: { ...person(id, name), standing: now } });
    const people = {
      ...view.people,
      ...standing('n', 'Net', 'ruledOut'),
      ...standing('d', 'DB', 'asked'),
      ...standing('a', 'App', 'asked'),
    };
    expect(standingsOf({ people }).map(({ standing: at, people: who }) => [at, who.map(({ name }) => name)])).toEqual([
      ['asked', ['App', 'DB']],
      ['ruledOut', ['Net']],
    ]);
  });

  test('hours in command and awake are told beside the relief that was planned', () => {
    const since = Date.parse('2026-03-28T00:00:00Z');
    const tired: IncidentView = {
      ...view,
      zone: 'Europe/Berlin',
      roles: { commander: { state: 'held', holder: 'kim', since } },
      people: { ...view.people, kim: { ...person('kim', 'Kim'), awakeSince: since - 7 * 3_600_000 } },
      relief: { person: 'sam', from: since + 5 * 3_600_000, event: 'e' },
    };
    expect(fatigueSays(tired, since + 30 * minute)).toBe('awake 7 h · Sam relieves at 06:00');
    expect(fatigueSays(tired, since + 3 * 3_600_000)).toBe('in command 3 h · awake 10 h · Sam relieves at 06:00');
  });
});

describe('what a screen reader is told', () => {
  const line = (actor: string, recordedAt: number): ShownEntry => ({
    item: {
      id: `${actor} ${recordedAt}`,
      type: 'entry.added',
      body: {},
      occurredAt: recordedAt,
      precision: 'exact',
      recordedAt,
      origin: 'o',
      seq: 1,
      actor,
      via: 'app',
      standing: 'plain',
    },
    text: 'error rate falling',
    kind: 'note',
    written: true,
    occurredAt: recordedAt,
    precision: 'exact',
    recordedAt,
    origin: 'o',
    seq: 1,
    starred: false,
    redacted: false,
    corrections: [],
    actorName: actor,
    tags: [],
    backdated: false,
  });

  test('what others wrote since the last time, in one sentence', () => {
    const entries = [line('Sam', 1), line('Kim', 2), line('Sam', 3)];
    expect(heardSays(writtenByOthers(entries, 1, 'Kim'))).toBe('Sam: error rate falling');
    expect(heardSays(writtenByOthers(entries, 0, 'Kim'))).toBe('2 new lines; the last by Sam');
  });

  test('nothing of one’s own', () => {
    expect(heardSays(writtenByOthers([line('Kim', 2)], 0, 'Kim'))).toBeUndefined();
  });
});
