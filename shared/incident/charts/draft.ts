/** The chart of a message before it goes out. Its way out, `update.sent`, also goes through the clock of each audience. */
import { setup } from 'xstate';
import { type ChartEvent, type JudgeContext, type MeetsParams, meets, meetsGuard } from './meets.ts';

/** A log event as a draft takes it: with whether a rewriting left its words, its audiences and its being final as they were. */
export type DraftEvent = ChartEvent & { readonly saysTheSame?: boolean };

const rewritten = { 'update.redrafted': { target: 'drafted' } };
const retouched = { 'update.redrafted': [{ target: 'approved', guard: { type: 'saysTheSame' as const } }, { target: 'drafted' }] };
const discarded = { 'update.discarded': { target: 'discarded' } };
const sent = { 'update.sent': { target: 'sent', guard: meets('approved') } };

export const draftChart = setup({
  types: { context: {} as JudgeContext, events: {} as DraftEvent },
  guards: {
    meets: (args, params: MeetsParams) => meetsGuard(args, params),
    saysTheSame: ({ event }) => event.saysTheSame === true,
  },
}).createMachine({
  id: 'draft',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'drafted',
  states: {
    drafted: { on: { ...rewritten, ...discarded, ...sent, 'update.approved': { target: 'approved', guard: meets('mayApprove') } } },
    approved: { on: { ...retouched, ...discarded, ...sent } },
    sent: {},
    discarded: { on: rewritten },
  },
});
