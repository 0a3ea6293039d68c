/** The chart of a message before it goes out. Its way out, `update.sent`, also goes through the clock of each audience. */
import { type JudgeContext, meets, requiring } from './meets.ts';

const rewritten = { 'update.redrafted': { target: 'drafted' } };
const discarded = { 'update.discarded': { target: 'discarded' } };
const sent = { 'update.sent': { target: 'sent', guard: meets('approved') } };

export const draftChart = requiring.createMachine({
  id: 'draft',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'drafted',
  states: {
    drafted: { on: { ...rewritten, ...discarded, ...sent, 'update.approved': { target: 'approved', guard: meets('mayApprove') } } },
    approved: { on: { ...rewritten, ...discarded, ...sent } },
    sent: {},
    discarded: { on: rewritten },
  },
});
