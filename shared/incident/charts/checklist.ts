/** The charts of a checklist and of its items: a list is complete once no item is open, and open again when one is. */
import { setup } from 'xstate';
import { type ChartEvent, type JudgeContext, meets, requiring } from './meets.ts';

/** A log event as a list takes it: with whether it leaves no item open. */
export type ChecklistEvent = ChartEvent & { readonly isLast?: boolean };

const completes = { target: 'complete', guard: { type: 'isLast' as const } };
const marks = { 'checklist.itemTicked': completes, 'checklist.itemSkipped': completes, 'checklist.itemNotApplicable': completes };

export const checklistChart = setup({
  types: { context: {} as JudgeContext, events: {} as ChecklistEvent },
  guards: { isLast: ({ event }) => event.isLast === true },
}).createMachine({
  id: 'checklist',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'open',
  states: {
    open: { on: marks },
    complete: { on: { 'checklist.itemCleared': { target: 'open' } } },
  },
});

const ticked = { 'checklist.itemTicked': { target: 'ticked' } };
const skipped = { 'checklist.itemSkipped': { target: 'skipped', guard: meets('reason') } };
const notApplicable = { 'checklist.itemNotApplicable': { target: 'notApplicable' } };
const cleared = { 'checklist.itemCleared': { target: 'open' } };

export const checklistItemChart = requiring.createMachine({
  id: 'checklistItem',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'open',
  states: {
    open: { on: { ...ticked, ...skipped, ...notApplicable } },
    ticked: { on: { ...cleared, ...skipped, ...notApplicable } },
    skipped: { on: { ...cleared, ...ticked, ...notApplicable } },
    notApplicable: { on: { ...cleared, ...ticked, ...skipped } },
  },
});
