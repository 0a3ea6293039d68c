/** When something happened, in the few characters that a line of the timeline has for it, and in full for its tooltip. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { clockTime, clockTimeWithSeconds, dayOf, zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';

type Timed = Pick<ShownEntry, 'occurredAt' | 'endAt' | 'precision' | 'recordedAt'>;

/** `02:35`, `≈ 02:00`, `02:00–02:20`, `02 h` for an hour and `day` for a day: never more exact than what is known. A period may break after its dash. Times in ms, shown in the zone. */
export function lineTime(entry: Timed, zone: string): string {
  const clock = clockTime(entry.occurredAt, zone);
  if (entry.precision === 'approx') return `≈ ${clock}`;
  if (entry.precision === 'between' && entry.endAt !== undefined) return `${clock}–\u200b${clockTime(entry.endAt, zone)}`;
  if (entry.precision === 'hour') return `${clock.slice(0, 2)} h`;
  if (entry.precision === 'day') return 'day';
  return clock;
}

/** The same with day, seconds, both zones and when it was written down: what a pointer or a screen reader finds. */
export function lineTimeInFull(entry: Timed, zone: string): string {
  const happened = `${precisionSays(entry)}${spanIn(entry, zone)} ${zoneLabel(zone)}`;
  const utc = zoneLabel(zone) === 'UTC' ? '' : ` · ${spanIn(entry, 'UTC')} UTC`;
  const written = `${dayOf(entry.recordedAt, zone)} ${clockTimeWithSeconds(entry.recordedAt, zone)}`;
  return `${happened}${utc} · written ${written}`;
}

function spanIn(entry: Timed, zone: string): string {
  const from = momentIn(entry.occurredAt, entry, zone);
  return entry.endAt === undefined ? from : `${from} to ${momentIn(entry.endAt, entry, zone)}`;
}

function momentIn(at: number, entry: Timed, zone: string): string {
  const day = dayOf(at, zone);
  if (entry.precision === 'day') return day;
  if (entry.precision === 'exact') return `${day} ${clockTimeWithSeconds(at, zone)}`;
  return `${day} ${clockTime(at, zone)}`;
}

function precisionSays(entry: Timed): string {
  if (entry.precision === 'approx') return 'about ';
  if (entry.precision === 'hour') return 'in the hour of ';
  if (entry.precision === 'between') return 'between ';
  if (entry.precision === 'derived') return 'derived: ';
  return '';
}
