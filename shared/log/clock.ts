/** The hybrid logical clock: timestamps that follow the wall clock, never repeat, and never go back when the wall clock does. */
import { err, ok, type Result } from '../result.ts';

/** The last timestamp that a console used or accepted. */
export interface HlcState {
  /** Ms since epoch, UTC. */
  readonly physical: number;
  /** Counts events that share a physical part: 0 to 65535. */
  readonly counter: number;
}

/** A clock before its first event. */
export const hlcZero: HlcState = { physical: 0, counter: 0 };

/** How far ahead of our wall clock a remote timestamp may be and still pull ours along, ms. */
export const maxSkew = 5 * 60_000;

const maxCounter = 0xffff;
/** The largest number of 13 digits: a day in the year 2286. */
const maxPhysical = 9_999_999_999_999;
const hlcPattern = /^[0-9]{13}-[0-9a-f]{4}$/;

/**
 * The next timestamp of our own, later than every one before it. `now` is the wall clock, ms since epoch, UTC; where it stands still
 * or was set back the counter goes on instead, and a full counter moves the physical part by 1 ms.
 */
export function tick(state: HlcState, now: number): HlcState {
  const wall = Math.min(Math.floor(now), maxPhysical);
  if (wall > state.physical) return { physical: wall, counter: 0 };
  if (state.counter < maxCounter) return { physical: state.physical, counter: state.counter + 1 };
  return { physical: state.physical + 1, counter: 0 };
}

/** What a remote timestamp did to our clock. */
export interface Received {
  readonly state: HlcState;
  /** How far the remote clock is ahead of ours, ms: present only where it was too far to follow, and then to be shown. */
  readonly skew?: number;
}

/** Takes note of another console's timestamp, so that what we write next sorts after it; one too far ahead leaves our clock alone. */
export function receive(state: HlcState, remote: HlcState, now: number): Received {
  const skew = remote.physical - now;
  if (skew > maxSkew) return { state, skew };
  return { state: later(state, remote) };
}

function later(a: HlcState, b: HlcState): HlcState {
  if (a.physical !== b.physical) return a.physical > b.physical ? a : b;
  return a.counter >= b.counter ? a : b;
}

/** A timestamp as the log writes it: 13 digits of ms, a hyphen, 4 hex digits of counter. Sorts as text. Throws RangeError for what does not fit. */
export function formatHlc({ physical, counter }: HlcState): string {
  if (!Number.isInteger(physical) || physical < 0 || physical > maxPhysical) throw new RangeError(`no time for the clock: ${physical}`);
  return `${String(physical).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`;
}

/** Reads a timestamp. Error: the text is none. */
export function parseHlc(hlc: string): Result<HlcState, string> {
  if (!hlcPattern.test(hlc)) return err(`not a clock timestamp: ${JSON.stringify(hlc)}`);
  return ok({ physical: Number(hlc.slice(0, 13)), counter: Number.parseInt(hlc.slice(14), 16) });
}

/** The wall-clock part of a timestamp, ms since epoch, UTC. Throws RangeError where the text is no timestamp. */
export function physicalPart(hlc: string): number {
  const parsed = parseHlc(hlc);
  if (!parsed.ok) throw new RangeError(parsed.error);
  return parsed.value.physical;
}
