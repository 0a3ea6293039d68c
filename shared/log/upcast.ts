/** Reading old events with new eyes: stored bytes never change, older versions are lifted on reading, newer ones are kept as they are. */
import type { LogEvent } from './event.ts';

/** For each type, how a body of version `n` becomes one of version `n + 1`. */
export interface UpcastRegistry {
  readonly [type: string]: { readonly [fromVersion: number]: (body: unknown) => unknown } | undefined;
}

export type Upcast =
  | { readonly known: true; readonly event: LogEvent }
  /** A newer console wrote it: kept, shown, and folded after an upgrade. */
  | { readonly known: false; readonly reason: 'type' | 'version' };

/** Lifts an event to the newest version that this console knows of its type; `newestKnown` answers undefined for a type it does not have. */
export function upcast(event: LogEvent, registry: UpcastRegistry, newestKnown: (type: string) => number | undefined): Upcast {
  const newest = newestKnown(event.type);
  if (newest === undefined) return { known: false, reason: 'type' };
  if (event.v > newest || event.v < 1) return { known: false, reason: 'version' };
  let { body } = event;
  for (let version = event.v; version < newest; version += 1) {
    const lift = registry[event.type]?.[version];
    if (!lift) return { known: false, reason: 'version' };
    body = lift(body);
  }
  return { known: true, event: event.v === newest ? event : { ...event, body, v: newest } };
}
