/** The log in order of arrival, a page at a time: what a stream that opens late is told first. */
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { EventStore } from '../store/event-store.ts';

const page = 500;

/** The next events after a position, of one incident or of all. */
export async function nextPage(store: EventStore, incident: string | undefined, after: number): Promise<readonly WireEvent[]> {
  if (incident !== undefined) return store.read(incident, after, page);
  const behind = (await store.streams()).filter(({ lastPosition }) => lastPosition > after);
  const pages = await Promise.all(behind.map(({ stream }) => store.read(stream, after, page)));
  // Beyond the end of a page that is full, its stream may hold events that were not read.
  const known = Math.min(...pages.map((events) => (events.length < page ? Number.POSITIVE_INFINITY : (events.at(-1)?.position ?? 0))));
  const merged = pages.flat().filter(({ position }) => position <= known);
  return merged.toSorted((a, b) => a.position - b.position).slice(0, page);
}
