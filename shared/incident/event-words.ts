/** The shape of the tables that put events into plain words. */
import type { EventBody, EventType } from './events.ts';
import type { IncidentView } from './view.ts';

/** `id` is the event's: what it began is found by it in the view. */
export type EventWords<T extends EventType = EventType> = {
  readonly [K in T]: (body: EventBody<K>, view: IncidentView, id: string) => string;
};

/** A reason behind a colon, where one was given. */
export const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);
