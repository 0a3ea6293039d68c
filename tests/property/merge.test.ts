import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import type { TaskView } from '../../shared/incident/work-view.ts';
import { type Audience, audiences, isOpenPhase } from '../../shared/vocabulary/words.ts';
import { night, type Step, step, take } from '../fixtures/arbitrary-commands.ts';
import { merge, merged, unmerge, unmerged } from '../fixtures/merging.ts';
import { declared, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 60, verbose: 0 as const };
const severity = fc.constantFrom(undefined, 1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | undefined>;

/** Two incidents after a night each. */
function two(first: readonly Step[], second: readonly Step[], grade: 1 | 2 | 3 | 4 | 5 | undefined) {
  const here = declared(grade);
  const there = declared(2, { now: here.now, name: 'Ada' });
  for (const taken of first) take(here, taken);
  for (const taken of second) take(there, taken);
  return { here, there };
}

/** What an audience was told and promised: targets are reckoned anew whenever something changes. */
const owed = (view: IncidentView, audience: Audience) => {
  const { received, final, promise } = view.cadences[audience];
  return { audience, received, final, promise };
};

/**
 * All of an incident but its log, its clocks' targets, and who passed by. A timebox that ran out in its sleep is said once it is awake,
 * even if that is elsewhere: beside a sleeper, tasks are compared without their clocks.
 */
function essence(view: IncidentView, beside: readonly PaperConsole[]) {
  const asleep = beside.some((console) => console.view.phase === 'paused' || console.view.pause !== undefined);
  const { phase, resumeTo, command, severity: grade, hypotheses, decisions, levers, questions, workstreams, followUps } = view;
  const { absorbed, mergedInto, roles, impact, summary, can, pause, focus, tempo, milestones, mitigation, handoff } = view;
  const tasks = view.tasks.map(({ id, label, text, to, ...rest }) => ({ id, label, text, to, ...(asleep ? {} : rest) }));
  return {
    ...{ phase, resumeTo, command, grade, tasks, hypotheses, decisions, levers, questions, workstreams, followUps },
    ...{ absorbed, mergedInto, roles, impact, summary, can, pause, focus, tempo, milestones, mitigation, handoff },
    owed: audiences.map((audience) => owed(view, audience)),
  };
}

const byId = (tasks: readonly TaskView[], id: string): TaskView | undefined => tasks.find((task) => task.id === id);
/** A task but for what it hangs on in its incident. */
const progress = ({ label: _label, from: _from, workstream: _workstream, hypothesis: _hypothesis, ...task }: TaskView) => task;

describe('a merge', () => {
  test('and its undoing restore both incidents, whatever they had been through', () => {
    fc.assert(
      fc.property(severity, night, night, (grade, first, second) => {
        const { here, there } = two(first, second, grade);
        // Clocks go on together first, so that what falls due meanwhile is in both before.
        for (const console of [here, there]) console.passes(Math.max(here.now, there.now) - console.now);
        const before = [here, there].map(({ view }, _index, both) => essence(view, both));
        if (!merge(there, here).ok) return;
        unmerged(there, here);
        expect([here, there].map(({ view }, _index, both) => essence(view, both))).toEqual(before);
      }),
      runs,
    );
  });

  test('is refused unless both are open and of one kind, and then writes nothing', () => {
    fc.assert(
      fc.property(severity, night, night, (grade, first, second) => {
        const { here, there } = two(first, second, grade);
        for (const console of [here, there]) console.passes(Math.max(here.now, there.now) - console.now);
        const open = isOpenPhase(here.view.phase) && isOpenPhase(there.view.phase);
        const before = [here.events.length, there.events.length];
        expect(merge(there, here).ok).toBe(open);
        if (!open) expect([here.events.length, there.events.length]).toEqual(before);
      }),
      runs,
    );
  });

  test('takes every open task, each under a label of its own, and none is lost on the way there or back', () => {
    fc.assert(
      fc.property(severity, night, night, night, (grade, first, second, after) => {
        const { here, there } = two(first, second, grade);
        if (!merge(there, here).ok) return;
        const moved = there.view.mergedInto?.moved ?? [];
        const open = there.view.tasks.filter(({ state }) => state !== 'done' && state !== 'dropped');
        expect(moved).toEqual(open.map(({ id }) => id));
        for (const taken of after) take(here, taken);
        // What came along overdue, out of its sleep, expires here at once.
        here.passes(0);
        const labels = here.view.tasks.map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
        const stood = moved.map((id) => byId(here.view.tasks, id));
        unmerged(there, here);
        expect(moved.map((id) => byId(there.view.tasks, id)).map((task) => task && progress(task))).toEqual(
          stood.map((task) => task && progress(task)),
        );
        expect(moved.filter((id) => byId(here.view.tasks, id))).toEqual([]);
      }),
      runs,
    );
  });

  test('keeps the sooner promise of each audience, and only a message moves it', () => {
    fc.assert(
      fc.property(severity, night, night, (grade, first, second) => {
        const { here, there } = two(first, second, grade);
        for (const console of [here, there]) console.passes(Math.max(here.now, there.now) - console.now);
        const before = audiences.map((audience) =>
          [here, there].flatMap(({ view }) => view.cadences[audience].promise?.at ?? []).sort((a, b) => a - b),
        );
        if (!merge(there, here).ok) return;
        expect(audiences.map((audience) => here.view.cadences[audience].promise?.at)).toEqual(before.map(([soonest]) => soonest));
      }),
      runs,
    );
  });

  test('leaves nothing that falls due where it went from, and lets everything be logged', () => {
    fc.assert(
      fc.property(severity, night, night, night, (grade, first, second, after) => {
        const { here, there } = two(first, second, grade);
        if (!merge(there, here).ok) return;
        for (const taken of after) {
          const logs = taken.kind === 'command' && taken.says.startsWith('log ');
          const outcome = take(there, taken);
          if (logs) expect(outcome).toBe('done');
          expect(deadlines(there.view)).toEqual([]);
        }
        expect(there.view.contested).toEqual([]);
        expect(here.view.contested).toEqual([]);
      }),
      runs,
    );
  });

  test('of three incidents, undone in any order, leaves three', () => {
    fc.assert(
      fc.property(night, night, night, fc.boolean(), (first, second, third, innerFirst) => {
        const { here, there } = two(first, second, 2);
        const far = declared(3, { now: here.now, name: 'Tim' });
        for (const taken of third) take(far, taken);
        const consoles = [here, there, far];
        for (const console of consoles) console.passes(Math.max(...consoles.map(({ now }) => now)) - console.now);
        const before = consoles.map(({ view }) => essence(view, consoles));
        if (![here, there, far].every(({ view }) => isOpenPhase(view.phase))) return;
        merged(far, there);
        merged(there, here);
        if (innerFirst) unmerged(far, there, here);
        unmerged(there, here);
        if (!innerFirst) unmerged(far, there);
        expect(consoles.map(({ view }) => essence(view, consoles))).toEqual(before);
        expect(consoles.flatMap(({ view }) => view.contested)).toEqual([]);
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('gives each incident one view, in whatever order the logs of its consoles arrive', () => {
    const both = fc.array(fc.record({ island: fc.boolean(), taken: step }), { maxLength: 20 });
    fc.assert(
      fc.property(night, both, both, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (first, meanwhile, after, noise) => {
        const { here, there } = two(first, first, 2);
        const islands = [here, there].map((console) => {
          const island = new PaperConsole({ now: console.now, incidentId: console.incidentId, name: 'Sam' });
          island.hears(console);
          return island;
        });
        const work = (steps: typeof meanwhile) => {
          for (const { island, taken } of steps) for (const console of island ? islands : [here, there]) take(console, taken);
        };
        work(meanwhile);
        if (!merge(there, here).ok) return;
        work(after);
        if (after.length % 2 === 0) unmerge(there, here);
        for (const [index, console] of [here, there].entries()) {
          const union = [...console.sealed, ...(islands[index]?.sealed ?? [])].map(({ event }) => event);
          const keyed = union.map((event) => ({ event, key: noise.next().value as number })).sort((a, b) => a.key - b.key);
          const shuffled = keyed.map(({ event }) => event);
          expect(foldAll(console.incidentId, shuffled).state()).toEqual(foldAll(console.incidentId, union).state());
          expect(timelineOf(foldAll(console.incidentId, shuffled).view).length).toBeGreaterThan(0);
        }
      }),
      { ...runs, numRuns: 40 },
    );
  });
});
