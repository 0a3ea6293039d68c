/** Turns entries in their order into the rows of a timeline: a separator wherever the day changes in the incident's zone. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { dayOf } from '../../../../shared/vocabulary/zoned-time.ts';

export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: ShownEntry; readonly newDay: boolean };

/** The rows for entries that are in timeline order; `newDay` marks the first entry after each separator. */
export function dayRows(entries: readonly ShownEntry[], zone: string): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  let last: string | undefined;
  for (const entry of entries) {
    const today = dayOf(entry.occurredAt, zone);
    const newDay = today !== last;
    if (newDay) rows.push({ kind: 'day', key: `day ${today} ${entry.item.id}`, at: entry.occurredAt });
    rows.push({ kind: 'entry', key: entry.item.id, entry, newDay });
    last = today;
  }
  return rows;
}

/** How long a back-dated entry leaves a marker at the end of the timeline, ms (design: the room). */
const markerLasts = 60_000;

/** Entries written within the last minute that went to an earlier place, oldest first: each leaves a marker at the end. Only the tail by recording is looked at. */
export function placedEarlier(entries: readonly ShownEntry[], now: number): readonly ShownEntry[] {
  return entries.filter((entry) => entry.backdated && now - entry.recordedAt < markerLasts && entry.recordedAt <= now + markerLasts);
}
