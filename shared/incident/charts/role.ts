/** The chart of one role: held by a person or vacant. Command is a role like the others; the incident's own chart has it as a region. */
import { type JudgeContext, meets, requiring } from './meets.ts';

export const roleStates = requiring.createStateConfig({
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

export const roleChart = requiring.createMachine({
  id: 'role',
  context: ({ input }) => input as unknown as JudgeContext,
  ...roleStates,
});
