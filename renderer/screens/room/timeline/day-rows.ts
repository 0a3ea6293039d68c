/** Turns entries in their order into the rows of a timeline: a separator wherever the day changes in the incident's zone. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import type { RoomLine } from './room-lines.ts';

export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  /** `place` counts the entries from 0. */
  | { readonly kind: 'entry'; readonly key: string; readonly entry: ShownEntry; readonly place: number };

/** The rows of a timeline, and what they were made from. */
export interface DayRows {
  readonly rows: readonly TimelineRow[];
  readonly entries: readonly ShownEntry[];
  readonly zone: string;
}

/**
 * The rows for entries that are in timeline order. Those of the same entries as `before`, up to the first that differs, are taken over from there:
 * a line added at the end of 100,000 makes one row.
 */
export function dayRows(entries: readonly ShownEntry[], zone: string, before?: DayRows): DayRows {
  const same = before?.zone === zone ? sharedStart(entries, before.entries) : 0;
  const rows: TimelineRow[] = same === 0 || before === undefined ? [] : before.rows.slice(0, rowOf(before.rows, same - 1) + 1);
  const previous = entries[same - 1];
  let last = previous === undefined ? undefined : dayOf(previous.occurredAt, zone);
  for (let place = same; place < entries.length; place += 1) {
    const entry = entries[place];
    if (entry === undefined) continue;
    const today = dayOf(entry.occurredAt, zone);
    if (today !== last) rows.push({ kind: 'day', key: `day ${today} ${entry.item.id}`, at: entry.occurredAt });
    rows.push({ kind: 'entry', key: entry.item.id, entry, place });
    last = today;
  }
  return { rows, entries, zone };
}

function sharedStart(one: readonly ShownEntry[], other: readonly ShownEntry[]): number {
  let at = 0;
  while (at < one.length && one[at] !== undefined && one[at] === other[at]) at += 1;
  return at;
}

/** The row of the entry at a place; -1 where there is none. The separators before it push it down, so it is looked for from its place on. */
export function rowOf(rows: readonly TimelineRow[], place: number): number {
  for (let index = place; index >= 0 && index < rows.length; index += 1) {
    const row = rows[index];
    if (row?.kind === 'entry' && row.place === place) return index;
  }
  return -1;
}

/** The place of the line with this id, or of the one that stands for it among others; -1 where there is none. Looked for from the end, where people work. */
export function placeOf(lines: readonly RoomLine[], id: string): number {
  return lines.findLastIndex(({ item, together }) => item.id === id || together?.some((entry) => entry.item.id === id));
}

/** How long a back-dated entry leaves a marker at the end of the timeline, ms (design: the room). */
const markerLasts = 60_000;

/** Entries written within the last minute that went to an earlier place, in timeline order: each leaves a marker at the end. `now` in ms since epoch, UTC. */
export function placedEarlier(entries: readonly ShownEntry[], now: number): readonly ShownEntry[] {
  return entries.filter((entry) => entry.written && entry.backdated && now - entry.recordedAt < markerLasts);
}
