/** The hybrid logical clock: a sortable time that never runs backwards on one console and orders events across consoles. */
import { err, ok, type Result } from '../result.ts';

/** The last time given out: physical part in ms since epoch (UTC), and a counter for events within one ms. */
export interface HlcState {
  readonly physical: number;
  readonly counter: number;
}

/** A remote clock further ahead than this does not pull ours, ms. */
export const maxSkew = 5 * 60_000;
const maxCounter = 0xffff;
const maxPhysical = 9_999_999_999_999;
const pattern = /^(\d{13})-([0-9a-f]{4})$/;

/** Before the first event. */
export const hlcZero: HlcState = { physical: 0, counter: 0 };

/** `0001774745950000-0000`-like text: 13 digits of ms, 4 hex digits of counter. Sorts as text. */
export function formatHlc({ physical, counter }: HlcState): string {
  return `${String(physical).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`;
}

/** Reads an hlc, or says what is wrong with it. */
export function parseHlc(hlc: string): Result<HlcState, string> {
  const match = pattern.exec(hlc);
  if (!match) return err('a clock value is 13 digits, a dash and 4 hex digits');
  return ok({ physical: Number(match[1]), counter: Number.parseInt(match[2] ?? '', 16) });
}

/** The physical part, ms since epoch, of an hlc that this log wrote or checked. */
export function physicalPart(hlc: string): number {
  return Number(hlc.slice(0, 13));
}

/** The next time for an event of our own: at least `now`, always after the last one, also when the wall clock was set back. */
export function tick(state: HlcState, now: number): HlcState {
  const wall = Math.min(Math.max(0, Math.floor(now)), maxPhysical);
  if (wall > state.physical) return { physical: wall, counter: 0 };
  return counted(state);
}

export interface Received {
  readonly state: HlcState;
  /** How far the remote clock is ahead of ours, ms; only where it was too far to follow. */
  readonly skew?: number;
}

/** Takes notice of a remote event's clock. Too far ahead, it does not pull ours: its own event is still ordered by it. */
export function receive(state: HlcState, remote: HlcState, now: number): Received {
  const skew = remote.physical - now;
  if (skew > maxSkew) return { state, skew };
  const ahead = remote.physical > state.physical || (remote.physical === state.physical && remote.counter > state.counter);
  return { state: ahead ? remote : state };
}

function counted(state: HlcState): HlcState {
  if (state.counter < maxCounter) return { physical: state.physical, counter: state.counter + 1 };
  return { physical: state.physical + 1, counter: 0 };
}
