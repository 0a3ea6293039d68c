/** The chart of a lever: a lease keeps two people from undoing each other; what was applied is reverted or kept. */
import { type JudgeContext, meets, requiring } from './meets.ts';

const leased = { 'lever.leased': { target: 'leased', guard: meets('leverFree') } };
const applied = { 'lever.applied': { target: 'applied', guard: meets('leverFree', 'targetReadBack') } };
const reverted = { 'lever.reverted': { target: 'reverted', guard: meets('leverFree') } };
/** A lever that works in the world stays applied or kept, whoever takes it in hand or lets go of it. */
const heldOn = { 'lever.leased': { guard: meets('leverFree') }, 'lever.released': {} };

export const leverChart = requiring.createMachine({
  id: 'lever',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'free',
  states: {
    free: { on: { ...leased, ...applied } },
    leased: { on: { ...leased, ...applied, 'lever.released': { target: 'free' } } },
    applied: { on: { ...heldOn, ...applied, ...reverted, 'lever.kept': { target: 'kept' } } },
    reverted: { on: { ...leased, ...applied } },
    kept: { on: { ...heldOn, ...applied, ...reverted } },
  },
});
