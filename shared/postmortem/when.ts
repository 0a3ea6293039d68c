/** Times as drafts print them: no more exact than the log knows, with the day wherever it could be mistaken. */
import type { Precision } from '../vocabulary/words.ts';
import { clockTime, dayOf, zoneLabel } from '../vocabulary/zoned-time.ts';
import { notRecorded } from './draft.ts';

const day = 86_400_000;

export interface Moment {
  readonly occurredAt: number;
  readonly endAt?: number;
  readonly precision: Precision;
}

/** The day a moment fell on. A time known to the day only is midnight: UTC's where it is one there, the zone's otherwise. */
export function dayText({ occurredAt, precision }: Moment, zone: string): string {
  return dayOf(occurredAt, precision === 'day' && occurredAt % day === 0 ? 'UTC' : zone);
}

/** The time of day, in words that keep its precision: `22:00 to 23:00`, `about 23:13`, `18:00 (hour)`. `beside` is the day that the row shows already. */
export function timeText(moment: Moment, zone: string, beside: string): string {
  const { occurredAt, endAt, precision } = moment;
  if (precision === 'day') return '(day)';
  const at = onDay(occurredAt, zone, beside);
  if (endAt !== undefined) return `${at} to ${onDay(endAt, zone, beside)}`;
  if (precision === 'approx') return `about ${at}`;
  if (precision === 'hour') return `${at} (hour)`;
  if (precision === 'derived') return `${at} (derived)`;
  return at;
}

function onDay(ms: number, zone: string, beside: string): string {
  const its = dayOf(ms, zone);
  return its === beside ? clockTime(ms, zone) : `${its} ${clockTime(ms, zone)}`;
}

/** A whole moment: day, UTC time, and the zone's where it differs. `null` prints as not recorded. */
export function momentText(at: number | null | undefined, precision: Precision, zone: string): string {
  return at === null || at === undefined ? notRecorded : spanOfTime({ occurredAt: at, precision }, zone);
}

/** The same, with its end where it has one. */
export function spanOfTime(moment: Moment, zone: string): string {
  const { occurredAt: at, endAt, precision } = moment;
  if (precision === 'day') return `${dayText(moment, zone)} (day)`;
  const utc = `${dayOf(at, 'UTC')} ${timeText(moment, 'UTC', dayOf(at, 'UTC'))} UTC`;
  if (zoneLabel(zone) === 'UTC') return utc;
  const local = onDay(at, zone, dayOf(at, 'UTC'));
  return `${utc} (${endAt === undefined ? local : `${local} to ${onDay(endAt, zone, dayOf(at, 'UTC'))}`} ${zoneLabel(zone)})`;
}

/** Minutes as people say them: `3 min`, `2 h 47 min`, `12 d 16 h 22 min`. */
export function minutesText(minutes: number): string {
  const whole = Math.abs(minutes);
  const parts = [
    [Math.floor(whole / 1440), 'd'],
    [Math.floor(whole / 60) % 24, 'h'],
    [whole % 60, 'min'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `${minutes < 0 ? '-' : ''}${said.join(' ') || '0 min'}`;
}
