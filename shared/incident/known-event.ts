/** An event of the catalogue, read: its type is known and its body fits. What the parts of `evolve` take and answer. */
import type { LogEvent } from '../log/event.ts';
import { type EventBody, type EventType, eventSchemas, isKnownType } from './events.ts';
import type { IncidentView } from './view.ts';

/** An event whose body was read by its schema. */
export type KnownEvent = {
  [T in EventType]: Omit<LogEvent, 'type' | 'body'> & { readonly type: T; readonly body: EventBody<T> };
}[EventType];

/** A new view, or why the event could change nothing; `view` then holds no more than the note of a conflict that it came from. */
export type Evolved = { readonly view: IncidentView } | { readonly contested: string; readonly view?: IncidentView };

/** Reads an event's body by its type; `undefined` where the type is unknown or the body does not fit. */
export function readKnown(event: LogEvent): KnownEvent | undefined {
  if (!isKnownType(event.type)) return undefined;
  const body = eventSchemas[event.type].safeParse(event.body);
  return body.success ? ({ ...event, body: body.data } as KnownEvent) : undefined;
}
