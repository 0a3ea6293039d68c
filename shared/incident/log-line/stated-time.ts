/** Times as people type them: `@02:14`, `@-7m`, `@~02`, `@02:00..02:20`, `@2026-03-29 01:58`, and the time ahead of `next` and `/pause`. */
import { ok, type Result } from '../../result.ts';
import { dayOf, latestClock, nextClock, zonedInstants, zonedToUtc } from '../../vocabulary/zoned-time.ts';
import { afterWord, type Cursor, faultAt, restOf, skipBlanks, wordAt } from './cursor.ts';
import type { LineContext, LineFault, StatedTime } from './parsed-line.ts';

const minute = 60_000;
/** A watch may be fast: a time of day up to this far ahead still means today's. */
const ahead = 10 * minute;
/** 9999-12-31: later years do not fit the way in which days are written. */
const latestTime = 253_402_300_799_999;

const expectedTime = 'a time, such as @02:14, @-7m, @~02, @02:00..02:20 or @2026-03-29 01:58';
const clockPattern = '(\\d{1,2}):(\\d{2})(?::(\\d{2}))?';
const oneClock = new RegExp(`^${clockPattern}(Z?)$`, 'i');
const twoClocks = new RegExp(`^${clockPattern}(Z?)(?:\\.\\.|–|-)${clockPattern}(Z?)$`, 'i');
const looksLikeClock = /^\d{1,2}:\d{2}/;
const looksLikeDay = /^\d{4}-\d{2}-\d{2}/;
const span = /^(?:\d{1,6}(?:d|h|min|m|s))+$/i;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A moment, or two, and the place after it. */
interface ReadTime {
  readonly time: StatedTime;
  readonly next: Cursor;
}

/**
 * Reads when something happened at the cursor: after an `@`, or bare as on paper notes, where only a time of day counts. Undefined when there is no
 * time (`@sam`, `@here`, `@100 rps`). A time of day is the latest such minute not after now + 10 minutes. A reading that occurs twice is the later
 * one that has been; one that the clocks skip is taken from a clock that was not moved. Errors: a time that cannot be (`@25:10`).
 */
export function readStatedTime(cursor: Cursor, context: LineContext, sigil: '@' | ''): Result<ReadTime | undefined, LineFault> {
  const rest = restOf(cursor);
  if (!rest.startsWith(sigil)) return ok(undefined);
  const shown = wordAt(cursor);
  const approx = sigil === '@' && shown.startsWith('@~');
  const body = shown.slice(sigil.length + (approx ? 1 : 0)).replace(/[,:;]$/, '');
  if (sigil === '') return looksLikeClock.test(body) ? paperTime(cursor, shown, body, context) : ok(undefined);
  return statedTime(cursor, shown, body, context, approx);
}

/** Reads when something happened where a line wants nothing else, so that the `@` may be left out: `/at 02:40`, `/awake @sam 22:00`. */
export function readPastTime(cursor: Cursor, context: LineContext): Result<ReadTime | undefined, LineFault> {
  if (restOf(cursor).startsWith('@')) return readStatedTime(cursor, context, '@');
  const shown = wordAt(cursor);
  return statedTime(cursor, shown, shown.replace(/[,:;]$/, ''), context, false);
}

function statedTime(
  cursor: Cursor,
  shown: string,
  body: string,
  context: LineContext,
  approx: boolean,
): Result<ReadTime | undefined, LineFault> {
  if (body.startsWith('-') && span.test(body.slice(1))) return relativeTime(cursor, shown, context.now - spanLength(body.slice(1)), approx);
  if (looksLikeDay.test(body)) return datedTime(cursor, shown, body, context, approx);
  if (looksLikeClock.test(body)) return clockTimeOf(cursor, shown, body, undefined, context, approx);
  const hour = approx ? /^(\d{1,2})(Z?)$/i.exec(body) : null;
  if (hour !== null && Number(hour[1]) < 24) {
    return clockTimeOf(cursor, shown, `${hour[1]}:00${hour[2]}`, undefined, context, approx);
  }
  return ok(undefined);
}

/** On paper nothing marks a time, so what is not one stays text. */
function paperTime(cursor: Cursor, shown: string, body: string, context: LineContext): Result<ReadTime | undefined, LineFault> {
  const read = clockTimeOf(cursor, shown, body, undefined, context, false);
  return read.ok ? read : ok(undefined);
}

function relativeTime(cursor: Cursor, shown: string, occurredAt: number, approx: boolean): Result<ReadTime, LineFault> {
  if (occurredAt < 0) return faultAt(cursor, `${shown} is before 1970`, expectedTime);
  return ok({ time: { occurredAt, precision: approx ? 'approx' : 'minute' }, next: afterWord(cursor, shown) });
}

function datedTime(cursor: Cursor, shown: string, body: string, context: LineContext, approx: boolean): Result<ReadTime, LineFault> {
  const date = body.slice(0, 10);
  const start = startOfDay(date, context.zone);
  if (start === undefined || !/^(T|$)/i.test(body.slice(10)))
    return faultAt(cursor, `${shown.replace(/^@/, '')} is not a day`, expectedTime);
  if (body.length > 11) return clockTimeOf(cursor, shown, body.slice(11), date, context, approx);
  const next = afterWord(cursor, shown);
  const second = wordAt(next);
  if (looksLikeClock.test(second)) return clockTimeOf(next, second, second.replace(/[,:;]$/, ''), date, context, approx);
  return ok({ time: { occurredAt: start, precision: approx ? 'approx' : 'day' }, next });
}

/** `shown` is what the line has at the cursor; `body` is the time in it. */
function clockTimeOf(
  cursor: Cursor,
  shown: string,
  body: string,
  date: string | undefined,
  context: LineContext,
  approx: boolean,
): Result<ReadTime, LineFault> {
  const one = oneClock.exec(body);
  const two = twoClocks.exec(body);
  const first = clockFrom(one?.slice(1) ?? two?.slice(1) ?? []);
  const last = clockFrom(two?.slice(5) ?? []);
  const sayable = one !== null ? first !== undefined : first !== undefined && last !== undefined && !approx;
  if (first === undefined || !sayable) return faultAt(cursor, `${shown.replace(/^@/, '')} is not a time of day`, expectedTime);

  let next = afterWord(cursor, shown);
  const spelled = /^(?:UTC|Z)(?=\s|$)/.exec(restOf(next));
  if (spelled !== null) next = afterWord(next, spelled[0]);
  const zone = spelled !== null || /Z$/i.test(body) ? 'UTC' : context.zone;

  const limit = context.now + ahead;
  if (last !== undefined) return ok({ time: betweenTimes(first, last, date, zone, limit), next });
  const occurredAt = date === undefined ? latestClock(first, zone, limit) : clockOnDay(first, date, zone, limit);
  if (occurredAt < 0) return faultAt(cursor, `${shown} is before 1970`, expectedTime);
  const precision = approx ? 'approx' : one?.[3] === undefined ? 'minute' : 'exact';
  return ok({ time: { occurredAt, precision }, next });
}

/** Without a day the end is what must have been; the start is the last such minute before it. With a day, the day is the start's. */
function betweenTimes(first: Clock, last: Clock, date: string | undefined, zone: string, limit: number): StatedTime {
  if (date === undefined) {
    const endAt = Math.max(0, latestClock(last, zone, limit));
    return { occurredAt: Math.max(0, latestClock(first, zone, endAt)), endAt, precision: 'between' };
  }
  const occurredAt = Math.max(0, clockOnDay(first, date, zone, limit));
  return { occurredAt, endAt: nextClock(last, zone, occurredAt - 1), precision: 'between' };
}

function clockOnDay(clock: Clock, date: string, zone: string, limit: number): number {
  const instants = zonedInstants({ ...dateParts(date), ...clock }, zone);
  return instants.findLast((instant) => instant <= limit) ?? instants[0];
}

function clockFrom(groups: readonly (string | undefined)[]): Clock | undefined {
  const [hour, minuteText, second] = groups;
  if (hour === undefined || minuteText === undefined) return undefined;
  const clock = { hour: Number(hour), minute: Number(minuteText), second: Number(second ?? 0) };
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : undefined;
}

function dateParts(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Midnight of a day such as `2026-03-29` in a zone; undefined for a day that is in no calendar, or before 1970. */
function startOfDay(date: string, zone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const parts = dateParts(date);
  if (parts.year < 1970) return undefined;
  const noon = Date.UTC(parts.year, parts.month - 1, parts.day, 12);
  if (dayOf(noon, 'UTC') !== date) return undefined;
  return Math.max(0, zonedToUtc({ ...parts, hour: 0, minute: 0, second: 0 }, zone));
}

function spanLength(text: string): number {
  let length = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(d|h|min|m|s)/gi)) length += Number(count) * unitLength(unit);
  return length;
}

function unitLength(unit: string | undefined): number {
  const letter = unit?.[0]?.toLowerCase();
  if (letter === 'd') return 24 * 60 * minute;
  if (letter === 'h') return 60 * minute;
  return letter === 's' ? 1000 : minute;
}

/** A moment to come, and the place after it. */
interface ReadMoment {
  readonly moment: number;
  readonly next: Cursor;
}

/**
 * Reads a time to come at the cursor, counted from `base` (ms since epoch, UTC): `09:00` is the first such minute after it, `20m`, `+1h20m` and
 * `2026-03-30 09:00` are what they say. Undefined when there is none.
 */
export function readTimeAhead(cursor: Cursor, base: number, context: LineContext): ReadMoment | undefined {
  const shown = wordAt(cursor);
  const next = afterWord(cursor, shown);
  const body = shown.replace(/^\+/, '');
  if (span.test(body)) return reachable(base + spanLength(body), next);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(shown) ? shown : undefined;
  const word = date === undefined ? shown : wordAt(next);
  const match = oneClock.exec(word);
  const clock = clockFrom(match?.slice(1) ?? []);
  if (clock === undefined) return undefined;
  const afterClock = date === undefined ? next : afterWord(next, word);
  const spelled = /^UTC(?=\s|$)/.test(restOf(afterClock));
  const end = spelled ? skipBlanks(afterWord(afterClock, 'UTC')) : afterClock;
  const zone = spelled || match?.[4] !== '' ? 'UTC' : context.zone;
  if (date === undefined) return reachable(nextClock(clock, zone, base), end);
  return startOfDay(date, zone) === undefined ? undefined : reachable(clockOnDay(clock, date, zone, base), end);
}

function reachable(moment: number, next: Cursor): ReadMoment | undefined {
  return moment >= 0 && moment <= latestTime ? { moment, next } : undefined;
}

const weekdays: Readonly<Record<string, number>> = {
  sunday: 0,
  mon: 1,
  monday: 1,
  tue: 2,
  tuesday: 2,
  wed: 3,
  wednesday: 3,
  thu: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  saturday: 6,
};

/**
 * Reads a day to come at the cursor: `2026-12-01`, `+3d`, `+2w`, `fri` (the next one after today). `sat` and `sun` are left out, being words.
 * Undefined when there is none. Errors: a day that is in no calendar.
 */
export function readDay(
  cursor: Cursor,
  context: LineContext,
): Result<{ readonly day: string; readonly next: Cursor } | undefined, LineFault> {
  const shown = wordAt(cursor);
  const next = afterWord(cursor, shown);
  if (/^\d{4}-\d{2}-\d{2}$/.test(shown)) {
    if (startOfDay(shown, context.zone) !== undefined) return ok({ day: shown, next });
    return faultAt(cursor, `${shown} is not a day`, 'a day, such as 2026-12-01, +3d or fri');
  }
  const steps = /^\+(\d{1,4})([dw])$/i.exec(shown);
  if (steps !== null) return ok({ day: dayAfter(Number(steps[1]) * (/w/i.test(steps[2] ?? '') ? 7 : 1), context), next });
  const weekday = Object.hasOwn(weekdays, shown.toLowerCase()) ? weekdays[shown.toLowerCase()] : undefined;
  if (weekday === undefined) return ok(undefined);
  const today = new Date(`${dayOf(context.now, context.zone)}T12:00:00Z`).getUTCDay();
  return ok({ day: dayAfter(((weekday - today + 6) % 7) + 1, context), next });
}

function dayAfter(days: number, context: LineContext): string {
  const noon = Date.parse(`${dayOf(context.now, context.zone)}T12:00:00Z`);
  return dayOf(noon + days * 24 * 60 * minute, 'UTC');
}
