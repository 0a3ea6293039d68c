/** Work under any night and any two consoles: one state a task, one holder a lever, one label a thing, one end a timebox. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { Fold, foldAll } from '../../shared/incident/fold.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import type { FoldState, IncidentView } from '../../shared/incident/view.ts';
import { actionsOf } from '../../shared/incident/work/actions.ts';
import { aliveHypotheses, fixation } from '../../shared/incident/work/fixation.ts';
import { heldByAnother } from '../../shared/incident/work/leases.ts';
import { resolveRemarks } from '../../shared/incident/work/resolve-remarks.ts';
import { taskClocks } from '../../shared/incident/work/task-clocks.ts';
import type { LogEvent } from '../../shared/log/event.ts';
import { byClock } from '../../shared/log/order.ts';
import { leverStates, taskStates } from '../../shared/vocabulary/words.ts';
import { type Step, step, take } from '../fixtures/arbitrary-commands.ts';
import { leverStep, workStep } from '../fixtures/arbitrary-work.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 40, verbose: 0 as const };
const naps = fc.constantFrom(1, 4, 6, 20, 90).map((minutes): Step => ({ kind: 'time', minutes }));
/** Mostly work, some of everything else, and time. */
const busy: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: workStep },
  { weight: 2, arbitrary: step },
  { weight: 3, arbitrary: naps },
);
const night = fc.array(busy, { minLength: 1, maxLength: 40, size: 'max' });
const apartBy = (taken: fc.Arbitrary<Step>) =>
  fc.array(fc.record({ there: fc.boolean(), taken, meet: fc.integer({ min: 0, max: 4 }).map((n) => n === 0) }), {
    minLength: 1,
    maxLength: 40,
    size: 'max',
  });
const apart = apartBy(busy);
const pulling = apartBy(fc.oneof({ weight: 5, arbitrary: leverStep }, { weight: 1, arbitrary: naps }));
type Apart = typeof apart extends fc.Arbitrary<infer T> ? T : never;

function team(): PaperConsole {
  const console = declared(2);
  for (const name of ['Sam', 'Ada']) console.does({ type: 'person.add', name });
  return console;
}

/** Two islands that meet now and then; `each` sees both after every step. */
function islands(steps: Apart, each: (who: PaperConsole, taken: Step, before: IncidentView) => void = () => undefined) {
  const here = team();
  const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Ida' });
  there.hears(here);
  for (const { there: elsewhere, taken, meet } of steps) {
    const who = elsewhere ? there : here;
    const before = who.view;
    take(who, taken);
    each(who, taken, before);
    if (!meet) continue;
    here.hears(there);
    there.hears(here);
  }
  return { here, there, union: [...here.sealed, ...there.sealed].map(({ event }) => event) };
}
/** The view after each event of a log. */
function* prefixes(id: string, events: readonly LogEvent[]): Generator<readonly [LogEvent, IncidentView]> {
  const fold = Fold.empty(id);
  for (const event of [...events].sort(byClock)) {
    fold.advance(event);
    yield [event, fold.view];
  }
}
const clocked = new Set<string>(['offered', 'acked', 'running']);
const over = new Set<string>(['done', 'dropped']);

describe('a task', () => {
  test('is in exactly one state, has a clock while somebody has it and it is not over, and an end only when it is over', () => {
    let seen = 0;
    fc.assert(
      fc.property(apart, (steps) => {
        const { here, union } = islands(steps);
        for (const [, view] of prefixes(here.incidentId, union)) {
          for (const { state, timebox, endedAt, to, extensions } of view.tasks) {
            seen += 1;
            expect(taskStates).toContain(state);
            expect(timebox !== undefined, state).toBe(clocked.has(state));
            expect(endedAt !== undefined, state).toBe(over.has(state));
            if (clocked.has(state)) expect(to).toBeTypeOf('string');
            expect(extensions).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(200);
  });

  test('is shown with its clock exactly while it is with somebody, least time left first', () => {
    fc.assert(
      fc.property(night, (steps) => {
        const console = team();
        for (const taken of steps) take(console, taken);
        const clocks = taskClocks(console.view, console.now);
        const running = console.view.tasks.filter(({ state }) => clocked.has(state) || state === 'expired');
        expect(new Set(clocks.map(({ task }) => task.id))).toEqual(new Set(running.map(({ id }) => id)));
        expect(clocks.map(({ left }) => left)).toEqual(clocks.map(({ left }) => left).sort((a, b) => a - b));
        for (const { standing, left, task } of clocks) expect(standing === 'expired').toBe(left <= 0 || task.state === 'expired');
      }),
      runs,
    );
  });
});

describe('a timebox', () => {
  const expiries = (events: readonly LogEvent[]): readonly string[] =>
    events.filter(({ type }) => type === 'timebox.expired').map(({ cause }) => ('deadline' in cause ? cause.deadline : ''));

  test('runs out once, whether the night is watched, slept through, or watched by a console that starts anew each time', () => {
    let ranOut = 0;
    fc.assert(
      fc.property(night, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 10 }), (steps, awake) => {
        const watched = team();
        for (const taken of steps) take(watched, taken);
        const sleeper = new PaperConsole({ now: watched.now, incidentId: watched.incidentId, name: 'Ida' });
        sleeper.hears(watched);
        const reborn = new PaperConsole({ now: watched.now, incidentId: watched.incidentId, name: 'Ole' });
        reborn.hears(watched);
        const byWatching = awake.flatMap((minutes) => watched.passes(minutes * minute));
        const bySleeping = sleeper.passes(awake.reduce((sum, minutes) => sum + minutes, 0) * minute);
        const byRestarting = awake.flatMap((minutes) => {
          const again = new PaperConsole({ now: reborn.now, incidentId: reborn.incidentId, name: 'Ole' });
          again.hears(reborn);
          for (const event of reborn.received) again.received.push(event);
          reborn.now += minutes * minute;
          const due = again.passes(minutes * minute);
          reborn.hears(again);
          return due;
        });
        expect([...expiries(bySleeping)].sort()).toEqual([...expiries(byWatching)].sort());
        expect([...expiries(byRestarting)].sort()).toEqual([...expiries(byWatching)].sort());
        const all = expiries(watched.events);
        expect(new Set(all).size).toBe(all.length);
        ranOut += all.length;
        // When all three meet, what each of them wrote counts once.
        watched.hears(sleeper);
        for (const event of reborn.received) if (!watched.events.some(({ id }) => id === event.id)) watched.received.push(event);
        expect(watched.view.contested.filter(({ type }) => type === 'timebox.expired')).toEqual([]);
      }),
      runs,
    );
    expect(ranOut).toBeGreaterThan(10);
  });

  test('that is due is recorded at once and leaves no deadline behind', () => {
    fc.assert(
      fc.property(night, (steps) => {
        const console = team();
        for (const taken of steps) take(console, taken);
        console.passes(0);
        expect(deadlines(console.view).filter(({ kind, dueAt }) => kind === 'timebox' && dueAt <= console.now)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a lease', () => {
  test('is never taken from another by a console that knows of it, unless somebody says why', () => {
    let refused = 0;
    fc.assert(
      fc.property(pulling, (steps) => {
        islands(steps, (who, taken, before) => {
          if (taken.kind === 'time') return;
          const draft = taken.make(who);
          if (draft.type !== 'lever.lease' && draft.type !== 'lever.apply' && draft.type !== 'lever.revert') return;
          const at = draft.at ?? who.now;
          const held = heldByAnother(before, draft.lever, who.actor.id, at);
          if (!held || draft.override) return;
          refused += 1;
          const after = who.view.levers.find(({ lever }) => lever === draft.lever);
          expect(after).toMatchObject({ holder: held.holder, until: held.until, state: held.state });
        });
      }),
      runs,
    );
    expect(refused).toBeGreaterThan(5);
  });

  test('has one holder at any moment after two islands met, and a collision names the two who did not know of each other', () => {
    let collisions = 0;
    fc.assert(
      fc.property(pulling, (steps) => {
        const { here, union } = islands(steps);
        for (const [event, view] of prefixes(here.incidentId, union)) {
          expect(new Set(view.levers.map(({ lever }) => lever)).size).toBe(view.levers.length);
          for (const { state, holder, until, collision } of view.levers) {
            expect(leverStates).toContain(state);
            // Who has it, and until when, come and go together.
            expect(holder === undefined, state).toBe(until === undefined);
            if (state === 'leased') expect(holder).toBeTypeOf('string');
            if (state === 'free' || state === 'reverted') expect(collision?.event === event.id ? undefined : holder).toBeUndefined();
            if (!collision) continue;
            collisions += 1;
            expect(new Set(collision.people).size).toBe(2);
            for (const person of collision.people) expect(view.people[person]).toBeDefined();
          }
        }
      }),
      runs,
    );
    expect(collisions).toBeGreaterThan(0);
  });
});

describe('the union of two islands', () => {
  test('gives every task, hypothesis and decision a label of its own, on every console', () => {
    let lettered = 0;
    fc.assert(
      fc.property(apart, (steps) => {
        const { here, there } = islands(steps);
        here.hears(there);
        there.hears(here);
        for (const things of ['tasks', 'hypotheses', 'decisions'] as const) {
          const labels = here.view[things].map(({ label }) => label);
          expect(new Set(labels).size).toBe(labels.length);
          expect(there.view[things].map(({ label }) => label)).toEqual(labels);
          lettered += labels.filter((label) => /[b-z]$/.test(label)).length;
        }
      }),
      runs,
    );
    expect(lettered).toBeGreaterThan(0);
  });

  test('folds to one view in any order of arrival, and from any checkpoint', () => {
    fc.assert(
      fc.property(apart, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), fc.nat(100), (steps, noise, percent) => {
        const { here, union } = islands(steps);
        const whole = foldAll(here.incidentId, union).state();
        const keyed = union.map((event) => ({ event, key: noise.next().value as number })).sort((a, b) => a.key - b.key);
        expect(
          foldAll(
            here.incidentId,
            keyed.map(({ event }) => event),
          ).state(),
        ).toEqual(whole);
        const ordered = [...union].sort(byClock);
        const cut = Math.floor((ordered.length * percent) / 100);
        const stored = JSON.parse(JSON.stringify(foldAll(here.incidentId, ordered.slice(0, cut)).state())) as FoldState;
        const resumed = Fold.resume(stored);
        for (const event of ordered.slice(cut)) resumed.advance(event);
        expect(JSON.parse(JSON.stringify(resumed.state()))).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
      runs,
    );
  });

  test('is answered by every selector, and reads as a sentence in every line', () => {
    fc.assert(
      fc.property(apart, (steps) => {
        const { here, there } = islands(steps);
        here.hears(there);
        const { view, now } = here;
        for (const { text } of timelineOf(view)) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        for (const { says } of resolveRemarks(view)) expect(says).toMatch(/[.?]$/);
        const alive = aliveHypotheses(view);
        const alarm = fixation(view, now);
        if (alarm) expect(alive).toEqual([alarm.hypothesis]);
        for (const { id } of actionsOf(view)) expect(view.items.flat().some((item) => item.id === id)).toBe(true);
      }),
      runs,
    );
  });
});

describe('folding work', () => {
  test('never throws and stays plain data, whatever newer, older or broken consoles wrote', () => {
    const ids = fc.constantFrom('x', 'y', 'task', 'h', '');
    const field = fc.oneof(ids, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom('for', 'against'));
    const body = fc.record(
      {
        task: ids,
        hypothesis: ids,
        decision: ids,
        lever: ids,
        entry: ids,
        name: field,
        label: field,
        text: field,
        to: field,
        minutes: fc.oneof(field, fc.constantFrom(-5, 1e308, -1e308)),
        until: field,
        person: field,
        sign: field,
        test: field,
        dueAt: field,
      },
      { requiredKeys: [] },
    );
    const types = fc.constantFrom(
      'task.added',
      'task.extended',
      'task.handedOn',
      'task.finished',
      'hypothesis.opened',
      'hypothesis.testStarted',
      'evidence.added',
      'decision.proposed',
      'decision.decided',
      'lever.leased',
      'lever.applied',
      'lever.reverted',
      'action.detailed',
      'timebox.expired',
    );
    fc.assert(
      fc.property(fc.array(fc.record({ type: types, id: ids, body })), (facts) => {
        const console = declared(2);
        const before = console.view.events;
        const used = new Set<string>();
        for (const { type, id: wanted, body: content } of facts) {
          const id = used.has(wanted) ? console.newId() : wanted;
          used.add(id);
          console.write({ id, type, v: 1, body: content }, { command: console.newId() }, 'x');
        }
        const { view } = console;
        expect(view.events).toBe(before + facts.length);
        expect(JSON.parse(JSON.stringify(view))).toEqual(view);
        expect(timelineOf(view).length).toBeGreaterThan(0);
        console.passes(24 * 60 * minute);
        expect(taskClocks(console.view, console.now).every(({ left }) => Number.isFinite(left))).toBe(true);
      }),
      { ...runs, numRuns: 100 },
    );
  });
});
