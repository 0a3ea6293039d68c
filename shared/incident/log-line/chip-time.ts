/** A line's time as the chip shows it, in each zone that matters: `02:35 Berlin · 00:35 UTC`. */
import { clockTime, clockTimeWithSeconds, dayOf, zoneLabel } from '../../vocabulary/zoned-time.ts';
import type { LineContext, StatedTime } from './parsed-line.ts';

/**
 * The time in every zone, one of a name once; the day too where it is not today's in that zone. `≈` marks an approximate time, `02:00–02:20` one
 * between two. A whole day is named in the first zone alone, whose day it is. `now` in ms since epoch, UTC.
 */
export function describeChipTime(time: StatedTime, zones: readonly string[], now: number): string {
  const shown = new Map<string, string>();
  for (const zone of time.precision === 'day' ? zones.slice(0, 1) : zones) {
    const label = zoneLabel(zone);
    if (!shown.has(label)) shown.set(label, `${inZone(time, zone, now)} ${label}`);
  }
  return [...shown.values()].join(' · ');
}

/** A moment to come (ms since epoch, UTC) in the incident's zone and in UTC, for a chip's details. */
export function describeMoment(moment: number, context: LineContext): string {
  return describeChipTime({ occurredAt: moment, precision: 'minute' }, [context.zone, 'UTC'], context.now);
}

function inZone(time: StatedTime, zone: string, now: number): string {
  const today = dayOf(now, zone);
  const start = dayOf(time.occurredAt, zone);
  if (time.precision === 'day') return start;
  const clock = time.precision === 'exact' ? clockTimeWithSeconds(time.occurredAt, zone) : clockTime(time.occurredAt, zone);
  const first = `${time.precision === 'approx' ? '≈' : ''}${start === today ? '' : `${start} `}${clock}`;
  if (time.endAt === undefined) return first;
  const end = dayOf(time.endAt, zone);
  return `${first}–${end === start ? '' : `${end} `}${clockTime(time.endAt, zone)}`;
}
