/** The chart of one role: held by a person or vacant. Command is a role like the others here; the incident's own chart follows it too. */
import { setup } from 'xstate';
import { type ChartEvent, type JudgeContext, type MeetsParams, meets, meetsGuard } from './incident.ts';

export const roleChart = setup({
  types: { context: {} as JudgeContext, events: {} as ChartEvent },
  guards: { meets: (args, params: MeetsParams) => meetsGuard(args, params) },
}).createMachine({
  id: 'role',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'vacant',
  states: {
    vacant: { on: { 'role.assigned': { target: 'held' }, 'role.assumed': { target: 'held' } } },
    held: {
      on: {
        'role.assigned': { target: 'held' },
        'role.assumed': { target: 'held', guard: meets('reasonWhenHeld') },
        'role.released': { target: 'vacant' },
      },
    },
  },
});
