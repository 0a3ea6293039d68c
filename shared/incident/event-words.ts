/** The shape of the tables that put events into plain words. */
import type { EventBody, EventType } from './events.ts';
import type { IncidentView } from './view.ts';

export type EventWords<T extends EventType = EventType> = { readonly [K in T]: (body: EventBody<K>, view: IncidentView) => string };

/** A reason behind a colon, where one was given. */
export const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);
