/** Telling the events that fold from those that a fork set aside: kept and shown, never folded. */
import type { LogEvent } from './event.ts';

export interface Split {
  readonly canonical: readonly LogEvent[];
  readonly forks: readonly LogEvent[];
}

/**
 * Splits events by fork: two with the same (stream, origin, seq), or the same id with other bytes. The lower by
 * (hlc, hash) folds, so that every console chooses alike, whichever arrived first. The same bytes twice count once.
 */
export function splitForks(events: readonly LogEvent[]): Split {
  const places = new Map<string, LogEvent>();
  const ids = new Map<string, LogEvent>();
  const seen = new Set<string>();
  const canonical: LogEvent[] = [];
  const forks: LogEvent[] = [];
  for (const event of inForkOrder(events)) {
    if (seen.has(event.hash)) continue;
    seen.add(event.hash);
    const place = `${event.incidentId}/${event.origin}/${event.seq}`;
    if (places.has(place) || ids.has(event.id)) {
      forks.push(event);
      continue;
    }
    places.set(place, event);
    ids.set(event.id, event);
    canonical.push(event);
  }
  return { canonical, forks };
}

function inForkOrder(events: readonly LogEvent[]): readonly LogEvent[] {
  return [...events].sort((a, b) => (a.hlc === b.hlc ? (a.hash < b.hash ? -1 : 1) : a.hlc < b.hlc ? -1 : 1));
}
