/** Deliveries that wait for a person: nothing happens to them by itself. */
import type { DeliveryView } from '../promise-view.ts';
import type { IncidentView } from '../view.ts';

/** Not known to have arrived, refused for good, or waiting still: those that want a word most come first, then the oldest. */
export function unsettled(view: Pick<IncidentView, 'deliveries'>): readonly DeliveryView[] {
  const order: readonly DeliveryView['state'][] = ['uncertain', 'failed', 'queued'];
  return view.deliveries
    .filter(({ state }) => order.includes(state))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.queuedAt - b.queuedAt);
}
