/** The chart of one role: held by a person or vacant. Only command is handed over in three steps; the incident's own chart has those as a region. */
import { type JudgeContext, meets, requiring } from './meets.ts';

export const roleChart = requiring.createMachine({
  id: 'role',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'vacant',
  states: {
    vacant: { on: { 'role.assigned': { target: 'held' }, 'role.assumed': { target: 'held' }, 'handoff.confirmed': { target: 'held' } } },
    held: {
      on: {
        'role.assigned': { target: 'held' },
        'role.assumed': { target: 'held', guard: meets('reasonWhenHeld') },
        'role.released': { target: 'vacant' },
        'handoff.confirmed': { target: 'held' },
      },
    },
  },
});
