/** The chart of a review meeting: it goes through its agenda, back and forth, until it is ended. */
import { type JudgeContext, requiring } from './meets.ts';

export const meetingChart = requiring.createMachine({
  id: 'meeting',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'running',
  states: {
    running: { on: { 'meeting.moved': {}, 'meeting.ended': { target: 'ended' } } },
    ended: {},
  },
});
