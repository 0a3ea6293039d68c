/** The chart of one message on its way over one channel. What may have arrived is never sent again by itself. */
import { setup } from 'xstate';
import type { ChartEvent, JudgeContext } from './meets.ts';

const settled = [
  { target: 'arrived', guard: { type: 'outcomeIs' as const, params: { outcome: 'arrived' } } },
  { target: 'queued', guard: { type: 'outcomeIs' as const, params: { outcome: 'again' } } },
  { target: 'dropped', guard: { type: 'outcomeIs' as const, params: { outcome: 'dropped' } } },
];

export const deliveryChart = setup({
  types: { context: {} as JudgeContext, events: {} as ChartEvent },
  guards: {
    outcomeIs: ({ event }, { outcome }: { readonly outcome: string }) => event.body.outcome === outcome,
    willRetry: ({ event }) => event.body.retryAt !== undefined,
  },
}).createMachine({
  id: 'delivery',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'queued',
  states: {
    queued: { on: { 'delivery.begun': { target: 'sending' }, 'delivery.settled': settled } },
    sending: {
      on: {
        'delivery.arrived': { target: 'arrived' },
        'delivery.refused': [{ target: 'queued', guard: { type: 'willRetry' } }, { target: 'failed' }],
        'delivery.uncertain': { target: 'uncertain' },
      },
    },
    uncertain: { on: { 'delivery.settled': settled } },
    failed: { on: { 'delivery.settled': settled } },
    arrived: {},
    dropped: { on: { 'delivery.settled': settled } },
  },
});
