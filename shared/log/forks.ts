/** Forks: two events where the log has room for one. Both are kept and shown; which one folds is the same on every console. */
import type { LogEvent } from './event.ts';
import { byText } from './order.ts';

export interface SplitLog {
  readonly canonical: readonly LogEvent[];
  readonly forks: readonly LogEvent[];
}

/**
 * Parts events into those that fold and those that are set aside. A fork has the (stream, origin, seq) of another event, or its id with other bytes;
 * of two, the lower by hlc, then by hash, is canonical, whichever came first. The same event given twice counts once. Each part keeps the order given.
 */
export function splitForks(events: readonly LogEvent[]): SplitLog {
  if (!clash(events)) return { canonical: events, forks: [] };
  const seen = new Set<string>();
  const distinct = events.filter(({ hash }) => !seen.has(hash) && seen.add(hash));
  const taken = new Set<string>();
  const folding = new Set<string>();
  for (const event of [...distinct].sort((a, b) => byText(a.hlc, b.hlc) || byText(a.hash, b.hash))) {
    const place = placeOf(event);
    if (taken.has(event.id) || taken.has(place)) continue;
    taken.add(event.id).add(place);
    folding.add(event.hash);
  }
  return { canonical: distinct.filter(({ hash }) => folding.has(hash)), forks: distinct.filter(({ hash }) => !folding.has(hash)) };
}

/** Whether any id or any place occurs twice; one pass, for the ordinary log where none does. */
function clash(events: readonly LogEvent[]): boolean {
  const taken = new Set<string>();
  for (const event of events) taken.add(event.id).add(placeOf(event));
  return taken.size < events.length * 2;
}

/** The one place of a log that an event claims. Ids have no slash, so no place equals an id. */
function placeOf(event: LogEvent): string {
  return `${event.incidentId}/${event.origin}/${event.seq}`;
}
