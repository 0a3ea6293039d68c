/** Checklists under any marks, any two consoles and any order of arrival: one state an item, complete exactly when none is open. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checklistLine, offeredChecklists } from '../../shared/incident/checklists/offered-checklists.ts';
import { judge } from '../../shared/incident/decide.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import type { ChecklistItemState } from '../../shared/vocabulary/words.ts';
import { checklistItemStates } from '../../shared/vocabulary/words.ts';
import { fixing, withLists, withRequired } from '../fixtures/checklist-playbook.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 60, verbose: 0 as const };

type Step =
  | { readonly kind: 'open'; readonly list: string }
  | { readonly kind: 'mark'; readonly checklist: number; readonly item: number; readonly as: ChecklistItemState; readonly reason: boolean }
  | { readonly kind: 'phase'; readonly type: 'fix.start' | 'fix.stop' }
  | { readonly kind: 'time' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      list: fc.constantFrom(...withLists.checklists.map(({ id }) => id), 'none'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      checklist: fc.nat(2),
      item: fc.nat(2),
      as: fc.constantFrom(...checklistItemStates),
      reason: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('phase' as const), type: fc.constantFrom('fix.start' as const, 'fix.stop' as const) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'time' as const }) },
);
const steps = fc.array(step, { minLength: 15, maxLength: 40, size: 'max' });
const apart = fc.array(fc.record({ there: fc.boolean(), taken: step, meet: fc.integer({ min: 0, max: 4 }) }), {
  minLength: 15,
  maxLength: 40,
  size: 'max',
});

function take(console: PaperConsole, taken: Step): boolean {
  if (taken.kind === 'time') {
    console.passes(minute);
    return true;
  }
  if (taken.kind === 'open') return console.run({ type: 'checklist.open', list: taken.list }).ok;
  if (taken.kind === 'phase') return console.run({ type: taken.type, override: { reason: 'tired' }, reason: 'a reason' }).ok;
  const checklist = console.view.checklists[taken.checklist];
  const item = checklist?.items[taken.item];
  return console.run({
    type: 'checklist.mark',
    checklist: checklist?.id ?? console.newId(),
    item: item?.id ?? 'none',
    as: taken.as,
    ...(taken.reason && { reason: 'a reason' }),
  }).ok;
}

describe('a checklist', () => {
  test('goes exactly where a plain model of it goes, whatever is marked', () => {
    let marked = 0;
    fc.assert(
      fc.property(steps, (taken) => {
        const console = declared(2, { playbook: withLists });
        // Each opening: its list, and the state of each of its items.
        console.does({ type: 'checklist.open', list: 'first-minutes' });
        const model: { list: string; states: ChecklistItemState[] }[] = [{ list: 'first-minutes', states: ['open', 'open', 'open'] }];
        const isOpen = (one: { states: ChecklistItemState[] }) => one.states.includes('open');
        for (const one of taken) {
          const row = one.kind === 'open' ? withLists.checklists.find(({ id }) => id === one.list) : undefined;
          const opens = row !== undefined && !model.some((other) => other.list === row.id && isOpen(other));
          const states = one.kind === 'mark' ? model[one.checklist]?.states : undefined;
          const before = one.kind === 'mark' ? states?.[one.item] : undefined;
          const marks = one.kind === 'mark' && before !== undefined && before !== one.as && (one.as !== 'skipped' || one.reason);
          const went = take(console, one);
          if (one.kind === 'open') expect(went).toBe(opens);
          if (one.kind === 'mark') expect(went).toBe(marks);
          if (opens && row !== undefined) model.push({ list: row.id, states: row.items.map(() => 'open') });
          if (marks && one.kind === 'mark' && states !== undefined) states[one.item] = one.as;
          if (marks) marked += 1;
        }
        const { checklists, contested } = console.view;
        expect(checklists.map(({ list, items, state }) => ({ list, states: items.map((item) => item.state), state }))).toEqual(
          model.map((one) => ({ ...one, state: isOpen(one) ? 'open' : 'complete' })),
        );
        expect(contested).toEqual([]);
      }),
      runs,
    );
    expect(marked).toBeGreaterThan(100);
  });

  test('is the same on two consoles that met, in whatever order their events come, and has a label of its own', () => {
    let clashed = 0;
    fc.assert(
      fc.property(apart, fc.infiniteStream(fc.nat()), (taken, luck) => {
        const here = declared(2, { playbook: withLists });
        here.does({ type: 'checklist.open', list: 'first-minutes' });
        const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Ida', playbook: withLists });
        there.hears(here);
        for (const one of taken) {
          take(one.there ? there : here, one.taken);
          if (one.meet > 0) continue;
          here.hears(there);
          there.hears(here);
        }
        here.hears(there);
        there.hears(here);
        const shuffled = here.events
          .map((event) => ({ event, at: luck.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        const view = foldAll(here.incidentId, shuffled).view;
        expect(view).toEqual(here.view);
        expect(there.view).toEqual(here.view);
        clashed += view.contested.length;
        const labels = view.checklists.map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
        for (const { state, items } of view.checklists) {
          expect(state).toBe(items.some((item) => item.state === 'open') ? 'open' : 'complete');
          for (const item of items) expect(item.at === undefined).toBe(item.state === 'open');
        }
      }),
      runs,
    );
    expect(clashed).toBeGreaterThan(0);
  });
});

test('nothing is offered that is open, nor without a when, and an open list or an offer is on the line whenever there is one', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const console = declared(2, { playbook: withLists });
      for (const one of taken) {
        take(console, one);
        const offered = offeredChecklists(console.view, console.actor.id);
        const open = console.view.checklists.filter(({ state }) => state === 'open').map(({ list }) => list);
        expect(offered.filter(({ id, when }) => open.includes(id) || Object.keys(when).length === 0)).toEqual([]);
        const line = checklistLine(console.view, console.actor.id);
        expect(line === undefined).toBe(open.length + offered.length === 0);
        if (line !== undefined) expect(line.others).toBe(open.length + offered.length - 1);
      }
    }),
    runs,
  );
});

test('a transition is held back exactly while a required item is neither ticked nor said not to apply, in every opening', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const console = declared(2, { playbook: withRequired });
      console.does({ type: 'entry.add', kind: 'action', text: 'rolled back' });
      for (const one of taken) {
        if (one.kind === 'phase') continue;
        take(console, one.kind === 'open' ? { ...one, list: fixing.id } : one);
        const done = (id: string) =>
          console.view.checklists.some(({ items }) =>
            items.some((item) => item.id === id && (item.state === 'ticked' || item.state === 'notApplicable')),
          );
        const verdict = judge(console.view, { type: 'fix.started', at: console.now, actor: '', body: {} }, console.now);
        const held = 'unmet' in verdict && verdict.unmet.some(({ requirement }) => requirement === 'requiredItems');
        expect(held).toBe(!(done('way-back') && done('watcher')));
      }
    }),
    runs,
  );
});
