/** The chart of a decision: proposed, "any strong objections?", decided. One that was made is never changed, only reversed by another. */
import { type JudgeContext, meets, requiring } from './meets.ts';

const objected = { 'decision.objected': {} };
const decided = { 'decision.decided': { target: 'decided' } };
const withdrawn = { 'decision.withdrawn': { target: 'withdrawn' } };

export const decisionChart = requiring.createMachine({
  id: 'decision',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'proposed',
  states: {
    proposed: { on: { ...objected, ...decided, ...withdrawn, 'decision.polled': { target: 'polling' } } },
    polling: { on: { ...objected, ...decided, ...withdrawn } },
    // An objection that comes late is heard all the same.
    decided: { on: { ...objected, 'decision.reversed': { target: 'reversed', guard: meets('reason') } } },
    withdrawn: {},
    reversed: {},
  },
});
