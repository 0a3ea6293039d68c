/** The chart of a hypothesis. Refuted ones stay to be seen; a supported one may still turn out wrong. */
import { type JudgeContext, meets, requiring } from './meets.ts';

const tested = { 'hypothesis.testStarted': { target: 'testing' } };
const supported = { 'hypothesis.supported': { target: 'supported' } };
const refuted = { 'hypothesis.refuted': { target: 'refuted', guard: meets('grounds') } };
const parked = { 'hypothesis.parked': { target: 'parked' } };
const reopened = { 'hypothesis.reopened': { target: 'open', guard: meets('reason') } };

export const hypothesisChart = requiring.createMachine({
  id: 'hypothesis',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'open',
  states: {
    open: { on: { ...tested, ...supported, ...refuted, ...parked } },
    testing: { on: { ...tested, ...supported, ...refuted, ...parked, 'timebox.expired': {} } },
    supported: { on: { ...tested, ...refuted, ...parked } },
    refuted: { on: reopened },
    parked: { on: { ...tested, ...supported, ...refuted, ...reopened } },
  },
});
