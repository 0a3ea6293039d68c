/** Command over arbitrary nights: one responsible holder or a gap in the record, one view on every console, and prompts that can always be asked. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAll } from '../../shared/incident/fold.ts';
import { commanderOf, present } from '../../shared/incident/people/presence.ts';
import { roleHistory, timeWithoutCommander } from '../../shared/incident/people/role-history.ts';
import { common, totalOf } from '../../shared/incident/people/time-spans.ts';
import { personTime, workedSpans } from '../../shared/incident/people/worked-time.ts';
import { promptFor, prompts } from '../../shared/incident/prompts.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { step, take } from '../fixtures/arbitrary-commands.ts';
import { peopleStep } from '../fixtures/arbitrary-people.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { adds, joins, meet } from '../fixtures/rooms.ts';

const runs = { numRuns: 80, verbose: 0 as const };
const someStep = fc.oneof({ weight: 3, arbitrary: peopleStep }, { weight: 2, arbitrary: step });
const night = fc.array(fc.record({ step: someStep, minutes: fc.constantFrom(0, 0, 1, 4, 11) }), { minLength: 1, maxLength: 30 });
const apart = fc.array(fc.record({ step: someStep, who: fc.nat(2), minutes: fc.constantFrom(0, 1, 4, 11), meets: fc.nat(4) }), {
  minLength: 1,
  maxLength: 30,
});

/** A night on one console, looked at after each step. */
function walked(steps: readonly { step: Parameters<typeof take>[1]; minutes: number }[], look: (console: PaperConsole) => void): void {
  const console = declared(2);
  adds(console, 'Ada');
  for (const { step: taken, minutes } of steps) {
    take(console, taken);
    if (minutes > 0) console.passes(minutes * minute);
    look(console);
  }
}

/** Three consoles that hear of each other now and then. */
function islands(steps: readonly { step: Parameters<typeof take>[1]; who: number; minutes: number; meets: number }[]) {
  const kim = declared(2);
  const ada = joins(kim, 'Ada');
  const consoles = [kim, ada, joins(kim, 'Tim', ada)] as const;
  for (const { step: taken, who, minutes, meets } of steps) {
    const console = consoles[who] ?? kim;
    console.now += minutes * minute;
    take(console, taken);
    if (meets === 0) meet(...consoles);
  }
  return consoles;
}

/** The rules of command, of any view. */
function expectOneHolderOrNone(view: IncidentView): void {
  const holder = view.roles.commander?.holder;
  expect(view.command === 'vacant').toBe(holder === undefined);
  expect(view.handoff !== undefined).toBe(view.command === 'offered' || view.command === 'accepted');
  if (view.handoff !== undefined) {
    expect(commanderOf(view)).toBe(commanderOf({ ...view, roles: { commander: { state: 'held', holder: view.handoff.from } } }));
    expect(view.handoff.acceptedAt !== undefined).toBe(view.command === 'accepted');
  }
  const open = view.roleIntervals.filter(({ role, to }) => role === 'commander' && to === undefined);
  expect(open).toHaveLength(holder === undefined ? 0 : 1);
}

describe('command', () => {
  test('has one responsible holder or none, at every moment, and moves only by a role event or a confirmation', () => {
    fc.assert(
      fc.property(night, (steps) => {
        let before: string | undefined;
        let seen = 0;
        walked(steps, ({ view }) => {
          expectOneHolderOrNone(view);
          const written = view.items.flat().slice(seen);
          seen = view.items.flat().length;
          const holder = view.roles.commander?.holder;
          const moves = written.some(
            ({ type, standing }) => standing === 'plain' && (type.startsWith('role.') || type === 'handoff.confirmed'),
          );
          if (holder !== before && before !== undefined) expect(moves).toBe(true);
          before = holder;
        });
      }),
      runs,
    );
  });

  test('is held, or the time is in the record as a gap: both together are all the time that was worked', () => {
    fc.assert(
      fc.property(night, (steps) => {
        walked(steps, ({ view, now }) => {
          const worked = workedSpans(view, now);
          const history = roleHistory(view, now).find(({ role }) => role === 'commander');
          const held = totalOf(common(worked, history?.held ?? []));
          expect(held + timeWithoutCommander(view, now)).toBe(totalOf(worked));
          // A commander who only observes carries nothing: the gaps are then longer than the time without one.
          expect(totalOf(history?.gaps ?? [])).toBeGreaterThanOrEqual(timeWithoutCommander(view, now));
          expect(history?.vacant ?? 0).toBeLessThanOrEqual(totalOf(history?.gaps ?? []));
        });
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('is one thing on every console that heard the same, in whatever order it came', () => {
    fc.assert(
      fc.property(apart, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (steps, noise) => {
        const consoles = islands(steps);
        meet(...consoles);
        const [kim, ada, tim] = consoles.map(({ view }) => view) as [IncidentView, IncidentView, IncidentView];
        expect(ada).toEqual(kim);
        expect(tim).toEqual(kim);
        expectOneHolderOrNone(kim);
        const keyed = consoles[0].events.map((event) => ({ event, key: noise.next().value as number })).sort((a, b) => a.key - b.key);
        expect(
          foldAll(
            consoles[0].incidentId,
            keyed.map(({ event }) => event),
          ).view,
        ).toEqual(kim);
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('given to different people on two islands is a conflict, whichever way each went there', () => {
    const way = fc.array(
      fc.record({ how: fc.constantFrom('assign', 'spoken', 'steps', 'release'), to: fc.nat(1), minutes: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(way, way, (one, other) => {
        const kim = declared(2);
        const people = ['Ada', 'Eve', 'Sam', 'Bob'].map((name) => adds(kim, name));
        const tim = joins(kim, 'Tim');
        moves(kim, one, people.slice(0, 2));
        moves(tim, other, people.slice(2));
        const [here, there] = [kim.view.roles.commander?.holder, tim.view.roles.commander?.holder];
        meet(kim, tim);
        expectOneHolderOrNone(kim.view);
        const parted = people.includes(here ?? '') && people.includes(there ?? '');
        if (parted) expect(kim.view.roleConflicts.some(({ role }) => role === 'commander')).toBe(true);
        // Whoever sees it settles it with one word.
        kim.does({ type: 'role.assign', role: 'commander', person: people[0] ?? '' });
        meet(kim, tim);
        expect(tim.view.roleConflicts).toEqual([]);
      }),
      runs,
    );
  });
});

/** Moves command as people do, among these two. */
function moves(console: PaperConsole, ways: readonly { how: string; to: number; minutes: number }[], people: readonly string[]): void {
  for (const { how, to, minutes } of ways) {
    console.now += minutes * minute;
    const person = people[to] ?? '';
    const holder = console.view.roles.commander?.holder;
    if (how === 'release') console.run({ type: 'role.release', role: 'commander' });
    else if (how === 'assign' || holder === undefined) console.does({ type: 'role.assign', role: 'commander', person });
    else if (holder === person) continue;
    else if (how === 'spoken') console.does({ type: 'handoff.offer', to: person, spoken: 'said on call' });
    else {
      console.does({ type: 'handoff.offer', to: person, by: holder });
      console.does({ type: 'handoff.accept', by: person, readBack: 'cards fail' });
      console.does({ type: 'handoff.confirm', by: holder });
    }
  }
}

describe('the roll call', () => {
  test('has one open interval for each person, as they stand, and person-time that nobody exceeds', () => {
    fc.assert(
      fc.property(night, (steps) => {
        walked(steps, ({ view, now }) => {
          for (const person of Object.values(view.people)) {
            const open = view.standingIntervals.filter(({ person: id, to }) => id === person.id && to === undefined);
            expect(open.map(({ standing }) => standing)).toEqual(person.sameAs === undefined ? [person.standing] : []);
          }
          expect(new Set(present(view).map(({ id }) => id)).size).toBe(present(view).length);
          const worked = totalOf(workedSpans(view, now));
          const { total, people } = personTime(view, now);
          expect(total).toBe(people.reduce((sum, { time }) => sum + time, 0));
          for (const { time } of people) expect(time).toBeLessThanOrEqual(worked);
        });
      }),
      { ...runs, numRuns: 40 },
    );
  });
});

describe('prompts', () => {
  test('can be asked of any log at any moment, with ids that differ and people who are known', () => {
    fc.assert(
      fc.property(apart, fc.integer({ min: -600, max: 6000 }), (steps, minutes) => {
        const consoles = islands(steps);
        meet(...consoles);
        const { view, now } = consoles[0];
        const at = now + minutes * minute;
        const asked = prompts(view, at);
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
        for (const prompt of asked) {
          if (prompt.to !== undefined) expect(view.people[prompt.to]?.sameAs).toBeUndefined();
          expect(prompt.says).toMatch(/\S/);
          expect(prompt.says).not.toMatch(/undefined|NaN|\[object/);
          expect(prompt.answers.length).toBeGreaterThan(0);
        }
        for (const person of Object.keys(view.people)) {
          const mine = promptFor(view, at, person);
          const others = asked.filter(
            ({ to }) =>
              to === undefined || commanderOf({ people: view.people, roles: { commander: { state: 'held', holder: person } } }) === to,
          );
          expect(mine === undefined ? 0 : mine.others + 1).toBe(others.length);
        }
      }),
      runs,
    );
  });

  test('never throw, whatever a broken console wrote', () => {
    const types = [
      'handoff.offered',
      'handoff.accepted',
      'handoff.confirmed',
      'handoff.declined',
      'handoff.expired',
      'command.handsOn',
      'person.asked',
      'person.awakeSince',
      'relief.planned',
      'relief.noneAvailable',
      'role.assigned',
      'role.released',
    ];
    const id = fc.constantFrom('nobody', '', 'kim');
    const body = fc.record(
      {
        person: id,
        from: fc.oneof(id, fc.integer()),
        to: id,
        offer: id,
        since: fc.integer(),
        until: fc.double(),
        dueAt: fc.integer(),
        role: fc.constantFrom('commander', 'ops'),
        replaces: fc.option(id),
        settles: fc.array(id),
        brief: fc.constant([]),
        readBack: fc.string(),
        reason: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ type: fc.constantFrom(...types), body }), { maxLength: 20 }), (facts) => {
        const console = declared(2);
        adds(console, 'Ada');
        for (const { type, body: held } of facts) {
          const named = JSON.parse(JSON.stringify(held).replaceAll('"kim"', `"${console.actor.id}"`)) as unknown;
          console.write({ id: console.newId(), type, v: 1, body: named }, { command: console.newId() }, console.actor.id);
        }
        expectOneHolderOrNone(console.view);
        for (const hours of [0, 3, 9]) expect(prompts(console.view, console.now + hours * 60 * minute)).toBeInstanceOf(Array);
        expect(roleHistory(console.view, console.now)).toBeInstanceOf(Array);
      }),
      { ...runs, numRuns: 200 },
    );
  });
});
