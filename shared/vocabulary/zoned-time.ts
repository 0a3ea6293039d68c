/** Wall-clock time in a named zone, from `Intl` alone: what a person reads on a clock, and the instants that a clock's reading may mean. */

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** Zones change their offset on quarter hours, so one answer serves the whole quarter. */
const quarter = 15 * minute;
/** A year of quarters is 35,040; past that the cache starts anew rather than growing for as long as the console runs. */
const largestCache = 40_000;

/** What a wall clock and a calendar show. `month` and `day` count from 1. */
export interface ZonedParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}

const clocks = new Map<string, ZoneClock | undefined>();

function clockOf(zone: string): ZoneClock | undefined {
  if (clocks.has(zone)) return clocks.get(zone);
  const clock = makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeClock(zone: string): ZoneClock | undefined {
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu)$/i.test(zone)) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { format, offsets: new Map() };
  } catch {
    // A log may name a zone that this machine's tables lack; its times are then shown in UTC, and `zoneLabel` says so.
    return undefined;
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, in ms. 0 for a zone that `Intl` does not know. */
export function zoneOffset(ms: number, zone: string): number {
  const clock = clockOf(zone);
  if (clock === undefined) return 0;
  const key = Math.floor(ms / quarter);
  const known = clock.offsets.get(key);
  if (known !== undefined) return known;
  const start = key * quarter;
  const parts: Record<string, number> = {};
  for (const { type, value } of clock.format.formatToParts(start)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
  if (clock.offsets.size >= largestCache) clock.offsets.clear();
  clock.offsets.set(key, offset);
  return offset;
}

/** What the zone's clocks show at an instant (`ms` since epoch, UTC). */
export function zonedParts(ms: number, zone: string): ZonedParts {
  const wall = new Date(ms + zoneOffset(ms, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}

/**
 * Every instant (ms since epoch, UTC, ascending) at which the zone's clocks show this. Two in the hour that is lived twice. A reading that the
 * clocks skip gives one: the instant that a clock shows it that nobody has moved yet (02:30 on the night when 02:00 becomes 03:00 is 03:30).
 * Days past a month's end run on into the next month.
 */
export function zonedInstants(parts: ZonedParts, zone: string): readonly [number, ...number[]] {
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  const before = zoneOffset(wall - day, zone);
  const after = zoneOffset(wall + day, zone);
  const first = wall - before;
  const last = wall - after;
  if (before === after) return [first];
  const firstHolds = zoneOffset(first, zone) === before;
  const lastHolds = zoneOffset(last, zone) === after;
  if (firstHolds && lastHolds) return first < last ? [first, last] : [last, first];
  return lastHolds ? [last] : [first];
}

/** The instant (ms since epoch, UTC) at which the zone's clocks show this: the earlier of two; for a skipped reading see `zonedInstants`. */
export function zonedToUtc(parts: ZonedParts, zone: string): number {
  return zonedInstants(parts, zone)[0];
}

/** The latest instant, not after `limit`, at which the zone's clocks show this time of day. All in ms since epoch, UTC. */
export function latestClock(time: Pick<ZonedParts, 'hour' | 'minute' | 'second'>, zone: string, limit: number): number {
  const today = zonedParts(limit, zone);
  for (let back = 0; back <= 2; back += 1) {
    const instants = zonedInstants({ ...today, ...time, day: today.day - back }, zone);
    const latest = instants.findLast((instant) => instant <= limit);
    if (latest !== undefined) return latest;
  }
  return zonedToUtc({ ...today, ...time, day: today.day - 3 }, zone);
}

/** The first instant after `moment` at which the zone's clocks show this time of day. All in ms since epoch, UTC. */
export function nextClock(time: Pick<ZonedParts, 'hour' | 'minute' | 'second'>, zone: string, moment: number): number {
  const today = zonedParts(moment, zone);
  // From the day before: a reading that the clocks skip may land on the day after its own.
  for (let ahead = -1; ahead <= 2; ahead += 1) {
    const instants = zonedInstants({ ...today, ...time, day: today.day + ahead }, zone);
    const next = instants.find((instant) => instant > moment);
    if (next !== undefined) return next;
  }
  return zonedToUtc({ ...today, ...time, day: today.day + 3 }, zone);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The time of day in a zone, such as `02:14`. */
export function clockTime(ms: number, zone: string): string {
  const { hour, minute } = zonedParts(ms, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** The time of day in a zone with its seconds, such as `02:14:07`. */
export function clockTimeWithSeconds(ms: number, zone: string): string {
  const parts = zonedParts(ms, zone);
  return `${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}`;
}

/** The calendar day in a zone, such as `2026-03-29`. */
export function dayOf(ms: number, zone: string): string {
  const { year, month, day } = zonedParts(ms, zone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A zone in as few words as a clock has room for: `Berlin`, `Buenos Aires`, `UTC`, `UTC-5`. */
export function zoneLabel(zone: string): string {
  if (clockOf(zone) === undefined) return 'UTC';
  if (/^[+-]/.test(zone)) return `UTC${zone}`;
  // The `Etc` zones count westwards: Etc/GMT+5 is five hours behind UTC.
  const etc = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  if (etc !== null) return etc[2] === '0' ? 'UTC' : `UTC${etc[1] === '+' ? '-' : '+'}${etc[2]}`;
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
