/** Events of messages in plain words. */
import type { promiseEvents } from '../catalogue/promises.ts';
import { because, type EventWords } from '../event-words.ts';
import type { IncidentView } from '../view.ts';

const draftLabel = (view: IncidentView, id: unknown): string => view.drafts.find((draft) => draft.id === id)?.label ?? 'A draft';
const channelName = (view: IncidentView, channel: string): string =>
  view.deliveries.find((delivery) => delivery.channel === channel)?.name ?? channel;
const settledWords = { arrived: 'arrived, as somebody saw', again: 'to be sent again', dropped: 'let go' } as const;

export const updateWords: EventWords<Extract<keyof typeof promiseEvents, `update.${string}` | `delivery.${string}`>> = {
  'update.drafted': (body, view, id) =>
    `${view.drafts.find((draft) => draft.id === id)?.label ?? body.label}, a draft to ${body.audiences.join(', ')}: ${body.text}`,
  'update.redrafted': (body, view) => `${draftLabel(view, body.draft)} now reads: ${body.text}`,
  'update.approved': (body, view) => `${draftLabel(view, body.draft)} approved`,
  'update.discarded': (body, view) => `${draftLabel(view, body.draft)} discarded${because(body.reason)}`,
  'delivery.begun': (body, view) => `Sending over ${channelName(view, body.channel)}, attempt ${body.attempt}`,
  'delivery.arrived': (body, view) => `Arrived over ${channelName(view, body.channel)}`,
  'delivery.refused': (body, view) => `Refused by ${channelName(view, body.channel)}: ${body.why}`,
  'delivery.uncertain': (body, view) => `Not known to have arrived over ${channelName(view, body.channel)}: ${body.why}`,
  'delivery.settled': (body, view) => `${channelName(view, body.channel)}: ${settledWords[body.outcome]}${because(body.reason)}`,
};
