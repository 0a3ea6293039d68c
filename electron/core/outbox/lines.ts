/** Who is next: for each channel the messages that wait for it stand in a line. */
import type { DeliveryView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';

/** A message that waits, in its incident. */
export interface Waiting {
  readonly view: IncidentView;
  readonly delivery: DeliveryView;
}

/** This console's messages in one state, each incident's in the order of its log. */
export function ownOf(views: readonly IncidentView[], origin: string, state: 'queued' | 'sending'): readonly Waiting[] {
  return views.flatMap((view) =>
    view.deliveries
      .filter((delivery) => delivery.origin === origin && delivery.state === state)
      .map((delivery): Waiting => ({ view, delivery })),
  );
}

/** The first of each channel's line, by channel. Within an incident the order of the log holds; between incidents, who waits longer. */
export function headsOf(waiting: readonly Waiting[]): ReadonlyMap<string, Waiting> {
  const heads = new Map<string, Waiting>();
  const seen = new Set<string>();
  for (const one of waiting) {
    const { channel, queuedAt } = one.delivery;
    const line = `${one.view.id}/${channel}`;
    if (seen.has(line)) continue;
    seen.add(line);
    const head = heads.get(channel);
    if (!head || queuedAt < head.delivery.queuedAt) heads.set(channel, one);
  }
  return heads;
}
