/** What a console tells of by itself, once each: the moments of command among them. */
import { describe, expect, test } from 'vitest';
import { Nudges } from '../../electron/core/desk/nudges.ts';
import { minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { adds, joins, pair, refusal } from '../fixtures/rooms.ts';

/** This machine, as its owner sits at it; nobody joined by a browser. */
const at = (console: PaperConsole, joined: readonly string[] = []) => ({
  self: console.actor.id,
  joined: (person: string) => joined.includes(person),
});

describe('a planned relief', () => {
  test('rings at its time, once more when it is late, and not at all after command was handed over', () => {
    const { kim } = pair();
    const tim = adds(kim, 'Tim');
    const audiences = ['responders', 'staff', 'executives', 'customers'] as const;
    kim.does({ type: 'update.send', audiences: [...audiences], text: 'We are on it.', nextAt: kim.now + 24 * 60 * minute });
    const nudges = new Nudges();
    const told = () => nudges.take(kim.view, kim.now, at(kim))?.kind;
    kim.does({ type: 'relief.plan', person: tim, from: kim.now + 10 * minute });
    expect(nudges.next(kim.view, kim.now)).toBe(kim.now + 10 * minute);
    expect(told()).toBeUndefined();
    kim.passes(10 * minute);
    expect([told(), told()]).toEqual(['relief', undefined]);
    kim.passes(5 * minute);
    expect([told(), told()]).toEqual(['relief', undefined]);
    kim.does({ type: 'relief.plan', person: tim, from: kim.now + minute });
    kim.does({ type: 'handoff.offer', to: tim, spoken: 'said on call' });
    kim.passes(2 * minute);
    expect(told()).toBeUndefined();
  });
});

describe('a notification of an update', () => {
  const due = (console: PaperConsole) => console.passes(31 * minute);

  test('goes to the commander while comms is nobody, and may be put off from it', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.release', role: 'comms' });
    due(kim);
    ada.now = kim.now;
    ada.hears(kim);
    expect(new Nudges().take(kim.view, kim.now, at(kim))).toMatchObject({ kind: 'update', maySnooze: true });
    expect(new Nudges().take(kim.view, kim.now, at(kim))).not.toHaveProperty('for');
    expect(new Nudges().take(ada.view, ada.now, at(ada))).toBeUndefined();
  });

  test('goes to comms alone, on their own console, whoever has command', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.assign', role: 'comms', person: ada.actor.id });
    due(kim);
    ada.now = kim.now;
    ada.hears(kim);
    expect(new Nudges().take(kim.view, kim.now, at(kim))).toBeUndefined();
    expect(new Nudges().take(ada.view, ada.now, at(ada))).toMatchObject({ kind: 'update' });
  });

  test('for somebody without a console of their own is shown on this one, with their name', () => {
    const { kim } = pair();
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'role.assign', role: 'comms', person: tim });
    due(kim);
    expect(new Nudges().take(kim.view, kim.now, at(kim))).toMatchObject({ kind: 'update', for: 'Tim' });
    expect(new Nudges().take(kim.view, kim.now, at(kim, [tim]))).toBeUndefined();
  });

  test('is not put off a second time in a row, nor is a promise', () => {
    const { kim } = pair();
    kim.does({ type: 'update.send', audiences: ['customers'], text: 'We know.', nextAt: kim.now + 20 * minute });
    kim.passes(20 * minute);
    expect(new Nudges().take(kim.view, kim.now, at(kim))).toMatchObject({ kind: 'promise' });
    expect(new Nudges().take(kim.view, kim.now, at(kim))).not.toHaveProperty('maySnooze');
    kim.does({ type: 'cadence.snooze', audience: 'staff', reason: 'writing it' });
    kim.does({ type: 'cadence.snooze', audience: 'responders', reason: 'writing it' });
    kim.does({ type: 'update.send', audiences: ['customers'], text: 'Still.', nextAt: kim.now + 9 * 60 * minute });
    kim.passes(30 * minute);
    const nudges = new Nudges();
    const told = nudges.take(kim.view, kim.now, at(kim));
    expect(told?.audience === 'staff' || told?.audience === 'responders' ? told.maySnooze : undefined).toBeUndefined();
  });

  test('that others were told does not ring here later, when the role comes back', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.assign', role: 'comms', person: ada.actor.id });
    const nudges = new Nudges();
    due(kim);
    expect(nudges.take(kim.view, kim.now, at(kim))).toBeUndefined();
    kim.does({ type: 'role.assume', role: 'comms', reason: 'Ada sleeps' });
    expect(nudges.take(kim.view, kim.now, at(kim))).toBeUndefined();
  });
});

describe('a timebox that ran out', () => {
  test('rings for whoever has the task and for the commander, once, and once more while nobody says how it stands', () => {
    const { kim } = pair();
    const sam = joins(kim, 'Sam');
    kim.hears(sam);
    const tim = adds(kim, 'Tim');
    const audiences = ['responders', 'staff', 'executives', 'customers'] as const;
    kim.does({ type: 'update.send', audiences: [...audiences], text: 'We are on it.', nextAt: kim.now + 24 * 60 * minute });
    kim.does({ type: 'task.add', text: 'read the log', to: sam.actor.id, minutes: 5 });
    const [here, there] = [new Nudges(), new Nudges()];
    expect(here.next(kim.view, kim.now)).toBe(kim.now + 5 * minute);
    kim.passes(5 * minute);
    sam.now = kim.now;
    sam.hears(kim);
    const ring = { kind: 'timebox', thing: { label: 't1', text: 'read the log' }, when: 'due' };
    expect(here.take(kim.view, kim.now, at(kim))).toMatchObject(ring);
    expect(here.take(kim.view, kim.now, at(kim))).toBeUndefined();
    expect(there.take(sam.view, sam.now, at(sam))).toMatchObject(ring);
    kim.passes(5 * minute);
    expect(here.take(kim.view, kim.now, at(kim))).toMatchObject({ kind: 'timebox', when: 'late' });
    const other = new Nudges();
    expect(other.take(kim.view, kim.now, { self: tim, joined: () => false })).toBeUndefined();
  });

  test('does not ring after somebody said that it is done, nor while the incident sleeps', () => {
    const { kim } = pair();
    kim.does({ type: 'task.add', text: 'read the log', to: kim.actor.id, minutes: 5 });
    const task = kim.view.tasks[0]?.id ?? '';
    kim.passes(4 * minute);
    kim.does({ type: 'task.finish', task });
    kim.passes(2 * minute);
    expect(new Nudges().take(kim.view, kim.now, at(kim))).toBeUndefined();
    kim.does({ type: 'task.add', text: 'read it again', to: kim.actor.id, minutes: 5 });
    kim.does({ type: 'incident.pause', until: kim.now + 8 * 60 * minute, impact: 'none' });
    kim.passes(6 * minute);
    expect(new Nudges().take(kim.view, kim.now, at(kim))).toBeUndefined();
  });
});

describe('a clock that cannot be put off', () => {
  test('is refused in words that say what it waits for', () => {
    const { kim } = pair();
    kim.does({ type: 'cadence.snooze', audience: 'staff', reason: 'writing it' });
    expect(refusal(kim, { type: 'cadence.snooze', audience: 'staff', reason: 'again' })).toBe(
      'Not from here: the clock of staff was put off already: it waits for an update.',
    );
    expect(refusal(kim, { type: 'cadence.snooze', audience: 'partners', reason: 'again' })).toBe(
      'Not from here: no clock of partners runs that could be put off.',
    );
  });
});
