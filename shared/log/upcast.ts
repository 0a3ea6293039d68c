/** Upcasting: old versions of an event's body are lifted to the newest on reading. Stored bytes never change. */
import type { LogEvent } from './event.ts';

/** For each type, for each version left behind: how its body becomes one of the next version. */
export interface UpcastRegistry {
  readonly [type: string]: { readonly [fromVersion: number]: (body: unknown) => unknown } | undefined;
}

export type Upcast =
  | { readonly known: true; readonly event: LogEvent }
  /** To be kept, shown as such, and folded after an upgrade. */
  | { readonly known: false; readonly reason: 'type' | 'version' };

/**
 * Lifts an event to the newest version that this console knows of its type; `newestKnown` answers undefined for a type it does not have.
 * `v` of the answer says which version its body now has; an erased body stays `null`. A version newer than known, or one from which no step leads on, is not known.
 */
export function upcast(event: LogEvent, registry: UpcastRegistry, newestKnown: (type: string) => number | undefined): Upcast {
  const newest = newestKnown(event.type);
  if (newest === undefined) return { known: false, reason: 'type' };
  if (event.v === newest) return { known: true, event };
  if (event.v > newest) return { known: false, reason: 'version' };
  const steps = Object.hasOwn(registry, event.type) ? registry[event.type] : undefined;
  let { body } = event;
  for (let version = event.v; version < newest; version += 1) {
    const lift = steps?.[version];
    if (!lift) return { known: false, reason: 'version' };
    if (body !== null) body = lift(body);
  }
  return { known: true, event: { ...event, body, v: newest } };
}
