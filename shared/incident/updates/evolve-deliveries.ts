/** What events of deliveries make of a view. Each goes by its chart; only the console that wrote a message sends it, and no attempt counts twice. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { DeliveryView } from '../promise-view.ts';
import type { IncidentView } from '../view.ts';

type DeliveryEvent = Extract<KnownEvent, { readonly type: `delivery.${string}` }>;
type Sent = Extract<KnownEvent, { readonly type: 'update.sent' }>;

const isDeliveryEvent = (event: KnownEvent): event is DeliveryEvent => event.type.startsWith('delivery.');

/** A delivery's states as people say them. */
export const deliveryWords: Readonly<Record<DeliveryView['state'], string>> = {
  queued: 'waiting to be sent',
  sending: 'on its way',
  arrived: 'known to have arrived',
  failed: 'refused',
  uncertain: 'not known to have arrived',
  dropped: 'let go',
};

/** Applies an event of a delivery, or queues what a message that was sent asks for; others leave the view as it was. */
export function evolveDeliveries(view: IncidentView, event: KnownEvent): Evolved {
  if (event.type === 'update.sent') return { view: queued(view, event) };
  if (!isDeliveryEvent(event)) return { view };
  const { update, channel } = event.body;
  const delivery = view.deliveries.find((other) => other.update === update && other.channel === channel);
  if (!delivery) return { contested: 'it names a delivery that is not known here' };
  const why = unfit(delivery, event);
  if (why !== undefined) return { contested: why };
  const state = followChart('delivery', delivery.state, chartEvent(event)) as DeliveryView['state'] | undefined;
  if (state === undefined) return { contested: `the message over ${delivery.name} is ${deliveryWords[delivery.state]}` };
  const after = moved({ ...delivery, state }, event);
  return { view: { ...view, deliveries: view.deliveries.map((other) => (other === delivery ? after : other)) } };
}

/** One for each channel, however often a message names it. */
function queued(view: IncidentView, event: Sent): IncidentView {
  const channels = new Map((event.body.channels ?? []).map(({ id, name }) => [id, name]));
  if (channels.size === 0) return view;
  const deliveries = [...channels].map(
    ([channel, name]): DeliveryView => ({
      update: event.id,
      channel,
      name,
      state: 'queued',
      origin: event.origin,
      queuedAt: event.occurredAt,
      attempts: 0,
    }),
  );
  return { ...view, deliveries: [...view.deliveries, ...deliveries] };
}

/** Why an attempt cannot be one of this delivery, whatever its state; what a person says of it fits from any console. */
function unfit(delivery: DeliveryView, event: DeliveryEvent): string | undefined {
  if (event.type === 'delivery.settled') return undefined;
  if (event.origin !== delivery.origin) return `another console sends the message over ${delivery.name}`;
  const { attempt } = event.body;
  const counts = event.type === 'delivery.begun' ? attempt > delivery.attempts : attempt === delivery.attempts;
  return counts ? undefined : `attempt ${attempt} over ${delivery.name} is over`;
}

function moved(delivery: DeliveryView, event: DeliveryEvent): DeliveryView {
  const { retryAt: _retryAt, why: _why, ...rest } = delivery;
  switch (event.type) {
    case 'delivery.begun':
      return { ...rest, attempts: event.body.attempt };
    case 'delivery.arrived':
      return { ...rest, arrivedAt: event.occurredAt, lateMs: event.body.lateMs };
    case 'delivery.refused':
      return { ...rest, why: event.body.why, ...given({ retryAt: event.body.retryAt }) };
    case 'delivery.uncertain':
      return { ...rest, why: event.body.why };
    case 'delivery.settled':
      return settled(rest, event);
  }
}

function settled(delivery: DeliveryView, event: Extract<DeliveryEvent, { readonly type: 'delivery.settled' }>): DeliveryView {
  const { outcome, reason } = event.body;
  if (outcome === 'arrived') return { ...delivery, arrivedAt: event.occurredAt };
  if (outcome === 'dropped') return { ...delivery, ...given({ why: reason }) };
  // What a person asks for again has a day of its own; what the console queues anew goes on with the first.
  return event.via === 'system' ? delivery : { ...delivery, queuedAt: event.occurredAt };
}
