import { describe, expect, test } from 'vitest';
import { clocksOf, nudgeOf } from '../../shared/incident/clocks.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const clock = (console: PaperConsole, audience: Audience) => clocksOf(console.view, console.now).find((row) => row.audience === audience);
/** Minutes from now to an audience's target. */
const targetIn = (console: PaperConsole, audience: Audience) => {
  const target = clock(console, audience)?.target;
  return target === undefined ? undefined : (target - console.now) / minute;
};
const joins = (console: PaperConsole, name: string) => console.does({ type: 'person.add', name });
const tells = (console: PaperConsole, audience: Audience, minutes: number, text = 'We are on it.') =>
  console.does({ type: 'update.send', audiences: [audience], text, nextAt: console.now + minutes * minute });

describe('alone', () => {
  test.each([
    [1, 20, 5],
    [2, 30, 10],
    [3, 30, undefined],
    [4, undefined, undefined],
    [5, undefined, undefined],
  ] as const)('SEV%i gives one combined clock of %s minutes and a first customers post at %s', (severity, combined, first) => {
    const console = declared(severity);
    expect(targetIn(console, 'responders')).toBe(combined);
    expect(targetIn(console, 'customers')).toBe(first);
    expect(clock(console, 'staff')).toBeUndefined();
    expect(clock(console, 'executives')).toBeUndefined();
    if (combined !== undefined) expect(clock(console, 'responders')?.combined).toBe(true);
  });

  test('without a severity, responders are reckoned as SEV2 and nobody else has a clock', () => {
    const console = declared();
    expect(clocksOf(console.view, console.now).map(({ audience }) => audience)).toEqual(['responders']);
    expect(targetIn(console, 'responders')).toBe(30);
  });

  test('telling anybody resets the combined clock', () => {
    const console = declared(1);
    console.passes(15 * minute);
    tells(console, 'customers', 20);
    expect(targetIn(console, 'responders')).toBe(20);
  });
});

describe('a team', () => {
  test.each([
    [1, { responders: 20, staff: 20, executives: 30, customers: 5, partners: undefined }],
    [2, { responders: 20, staff: 30, executives: 30, customers: 10, partners: undefined }],
    [3, { responders: 30, staff: 60, executives: 120, customers: 60, partners: undefined }],
    [4, { responders: undefined, staff: 1440, executives: undefined, customers: undefined, partners: undefined }],
    [5, { responders: undefined, staff: undefined, executives: undefined, customers: undefined, partners: undefined }],
  ] as const)('SEV%i owes each audience what the cadence table says', (severity, owed) => {
    const console = declared(severity);
    joins(console, 'Sam');
    for (const [audience, minutes] of Object.entries(owed)) expect(targetIn(console, audience as Audience), audience).toBe(minutes);
  });

  test('while monitoring, the slower of both columns holds', () => {
    const console = declared(1);
    joins(console, 'Sam');
    tells(console, 'customers', 20);
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(targetIn(console, 'customers')).toBe(60);
    expect(targetIn(console, 'executives')).toBe(60);
    expect(targetIn(console, 'responders')).toBe(30);
  });

  test('a new summary resets the responders, and no promise', () => {
    const console = declared(1);
    joins(console, 'Sam');
    tells(console, 'responders', 10);
    const promised = clock(console, 'responders')?.promise;
    console.passes(8 * minute);
    console.does({ type: 'summary.set', text: 'EU cards fail; the rest works.' });
    expect(targetIn(console, 'responders')).toBe(20);
    expect(clock(console, 'responders')?.promise).toBe(promised);
  });
});

describe('a change of severity', () => {
  test('raised: the sooner of the old target and one new interval from now', () => {
    const console = declared(3);
    joins(console, 'Sam');
    console.passes(10 * minute);
    console.does({ type: 'severity.set', severity: 1 });
    expect(targetIn(console, 'responders')).toBe(20);
    expect(targetIn(console, 'staff')).toBe(20);
    const late = declared(3);
    joins(late, 'Sam');
    late.passes(25 * minute);
    late.does({ type: 'severity.set', severity: 1 });
    expect(targetIn(late, 'responders')).toBe(5);
  });

  test('lowered: from the last update', () => {
    const console = declared(1);
    joins(console, 'Sam');
    tells(console, 'staff', 20);
    console.passes(10 * minute);
    console.does({ type: 'severity.set', severity: 3, reason: 'one tenant' });
    expect(targetIn(console, 'staff')).toBe(50);
  });

  test('first-post targets run from the first moment of SEV1 or SEV2, not from when it was noticed', () => {
    const console = declared(3);
    console.passes(40 * minute);
    console.does({ type: 'severity.set', severity: 2 });
    expect(targetIn(console, 'customers')).toBe(10);
  });
});

describe('nothing moves a promise but a newer message to that audience', () => {
  const movers: readonly CommandDraft[] = [
    { type: 'severity.set', severity: 3, reason: 'smaller' },
    { type: 'severity.set', severity: 1 },
    { type: 'cadence.snooze', audience: 'customers', reason: 'waiting for the provider' },
    { type: 'incident.pause', until: Date.UTC(2026, 2, 29, 7), impact: 'usable' },
    { type: 'fix.start' },
    { type: 'mitigation.record', evidence: 'flat' },
    { type: 'summary.set', text: 'known' },
    { type: 'person.add', name: 'Lee' },
    { type: 'role.release', role: 'commander' },
    { type: 'update.send', audiences: ['staff'], text: 'for staff', nextAt: Date.UTC(2026, 2, 29, 2) },
    { type: 'entry.add', kind: 'note', text: 'a note' },
  ];
  test.each(movers)('not $type', (draft) => {
    const console = declared(2);
    joins(console, 'Sam');
    console.does({ type: 'entry.add', kind: 'action', text: 'rollback' });
    tells(console, 'customers', 25);
    const promised = clock(console, 'customers')?.promise;
    expect(promised).toBe(console.now + 25 * minute);
    console.passes(5 * minute);
    console.does(draft);
    expect(clock(console, 'customers')?.promise).toBe(promised);
  });

  test('an update of earlier, recorded late, moves neither promise nor target', () => {
    const console = declared(2);
    joins(console, 'Sam');
    console.passes(10 * minute);
    tells(console, 'customers', 25);
    const before = clock(console, 'customers');
    console.does({
      type: 'update.send',
      audiences: ['customers'],
      text: 'first words',
      nextAt: console.now,
      sentAt: console.now - 8 * minute,
    });
    expect(clock(console, 'customers')).toEqual(before);
    expect(console.view.updates).toHaveLength(2);
  });

  test('a pause takes the targets away and lets the promise stand', () => {
    const console = declared(2);
    joins(console, 'Sam');
    tells(console, 'customers', 25);
    console.does({ type: 'incident.pause', until: console.now + 6 * 60 * minute, impact: 'usable' });
    expect(clocksOf(console.view, console.now)).toMatchObject([{ audience: 'customers', promise: console.now + 25 * minute }]);
    expect(clock(console, 'customers')?.target).toBeUndefined();
    expect(console.passes(28 * minute).map(({ type }) => type)).toEqual(['update.fellDue', 'promise.broken']);
    console.does({ type: 'incident.wake', reason: 'morning' });
    expect(targetIn(console, 'staff')).toBe(30);
  });
});

describe('falling due', () => {
  test('an update falls due once, and its promise is broken two minutes later, once', () => {
    const console = declared(2);
    tells(console, 'customers', 12);
    const recorded = console.passes(40 * minute);
    expect(recorded.map(({ type, body }) => [type, (body as { audience: string }).audience])).toEqual([
      ['update.fellDue', 'customers'],
      ['promise.broken', 'customers'],
      ['update.fellDue', 'responders'],
    ]);
    expect(console.passes(600 * minute)).toEqual([]);
  });

  test('an update sent at 02:10 stops the reminder that fell due at 02:12', () => {
    const here = declared(2);
    const there = joined(here, 'Sam');
    tells(here, 'customers', 12);
    there.hears(here);
    here.passes(10 * minute);
    tells(here, 'customers', 30, 'still on it');
    const fell = there.passes(12 * minute);
    expect(fell.map(({ type }) => type)).toContain('update.fellDue');
    there.hears(here);
    here.hears(there);
    const late = fell.find(({ body }) => (body as { audience: string }).audience === 'customers');
    expect(here.view.contested.map(({ event }) => event)).toContain(late?.id);
    expect(here.view).toEqual(there.view);
    expect(clock(here, 'customers')?.promise).toBe(here.now + 30 * minute);
  });

  test('two consoles that record the same deadline count it once', () => {
    const here = declared(1);
    const there = joined(here, 'Sam');
    const mine = here.passes(6 * minute);
    const theirs = there.passes(6 * minute);
    expect([mine, theirs].map((events) => events.map(({ type }) => type))).toEqual([['update.fellDue'], ['update.fellDue']]);
    here.hears(there);
    const fell = here.view.items.flat().filter(({ type }) => type === 'update.fellDue');
    expect(fell).toHaveLength(1);
    expect(here.view.contested).toEqual([]);
  });

  test('a snooze moves the target by fifteen minutes at most, once in a row', () => {
    const console = declared(1);
    console.passes(19 * minute);
    console.does({ type: 'cadence.snooze', audience: 'responders', reason: 'on the phone' });
    expect(targetIn(console, 'responders')).toBe(16);
    expect(console.run({ type: 'cadence.snooze', audience: 'responders', reason: 'again' })).toMatchObject({
      ok: false,
      error: { code: 'impossible' },
    });
    console.passes(16 * minute);
    expect(console.run({ type: 'cadence.snooze', audience: 'responders', reason: 'again' })).toMatchObject({
      ok: false,
      error: { unmet: [{ requirement: 'onceInARow' }] },
    });
    tells(console, 'responders', 20);
    expect(console.run({ type: 'cadence.snooze', audience: 'responders', reason: 'busy' }).ok).toBe(true);
  });

  test('resolving stops every clock', () => {
    const console = declared(1);
    tells(console, 'customers', 20);
    console.does({ type: 'incident.resolve', override: { reason: 'a duplicate' } });
    expect(clocksOf(console.view, console.now)).toEqual([]);
    expect(deadlines(console.view)).toEqual([]);
  });

  test('a final update stops its audience, and a relapse starts it again', () => {
    const console = declared(1);
    tells(console, 'customers', 20);
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    console.does({ type: 'update.send', audiences: ['customers'], text: 'Over.', final: true });
    expect(clock(console, 'customers')).toBeUndefined();
    console.passes(5 * minute);
    console.does({ type: 'regression.record', reason: 'errors again' });
    expect(targetIn(console, 'customers')).toBe(20);
  });
});

describe('and now?', () => {
  test('a clock goes from scheduled over due soon and due to overdue, and a promise to broken', () => {
    const console = declared(2);
    tells(console, 'customers', 20);
    const standings = [0, 16, 17, 19, 20, 21, 22].map(
      (minutes) => clocksOf(console.view, console.now + minutes * minute).find(({ audience }) => audience === 'customers')?.standing,
    );
    expect(standings).toEqual(['scheduled', 'scheduled', 'dueSoon', 'dueSoon', 'due', 'due', 'broken']);
    const alone = [26, 27, 30, 32].map(
      (minutes) => clocksOf(console.view, console.now + minutes * minute).find(({ audience }) => audience === 'responders')?.standing,
    );
    expect(alone).toEqual(['scheduled', 'dueSoon', 'due', 'overdue']);
  });

  test('one nudge at a time goes to comms, else to the commander, with the others counted', () => {
    const console = declared(1);
    joins(console, 'Sam');
    const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
    expect(nudgeOf(console.view, console.now)).toBeUndefined();
    const later = console.now + 21 * minute;
    expect(nudgeOf(console.view, later)).toMatchObject({ clock: { audience: 'customers' }, others: 2, to: console.actor.id });
    console.does({ type: 'role.assign', role: 'comms', person: sam });
    expect(nudgeOf(console.view, later)?.to).toBe(sam);
    console.does({ type: 'role.release', role: 'comms' });
    expect(nudgeOf(console.view, later)?.to).toBe(console.actor.id);
  });

  test('a drill has clocks; what was written afterwards has none', () => {
    const backfilled = declaredAs('backfilled');
    expect(deadlines(backfilled.view)).toEqual([]);
    expect(clocksOf(backfilled.view, backfilled.now)).toEqual([]);
    expect(deadlines(declaredAs('drill').view).length).toBeGreaterThan(0);
  });
});

function declaredAs(mode: 'drill' | 'backfilled'): PaperConsole {
  const console = new PaperConsole();
  console.does({ type: 'incident.declare', title: 'practice', severity: 1, mode });
  return console;
}

/** A second console at the same incident, whose person has written a line. */
function joined(here: PaperConsole, name: string): PaperConsole {
  const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name });
  there.hears(here);
  there.does({ type: 'entry.add', kind: 'note', text: `${name} is here` });
  here.hears(there);
  return there;
}
