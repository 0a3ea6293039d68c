/** Turns deadlines into events, once each, whatever the clock and the machine do meanwhile. Timers only say when to look; the wall clock decides. */
import type { Deadline } from '../../../shared/incident/deadlines.ts';
import { deadlines } from '../../../shared/incident/deadlines.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Nudge } from '../server/port-protocol.ts';
import type { Clock, Timer } from './clock.ts';
import { type NudgeListener, Nudges } from './nudges.ts';

/** A timer that a sleeping machine stretched is noticed after this long at the latest. */
const longestSleepMs = 30_000;
/** A timer may ring a moment before the wall clock agrees: it is looked again no sooner than this. */
const shortestSleepMs = 10;
/** Wall clock and monotonic clock part by this much only when the machine slept or its clock was changed. */
const jumpMs = 2_000;

export interface WatchParts {
  readonly clock: Clock;
  /** Every incident that is open. */
  readonly openViews: () => Iterable<IncidentView>;
  /** Writes the event of a deadline, unless it was written already. Answers whether the log has it now. */
  readonly record: (deadline: Deadline) => Promise<boolean>;
  /** Called before each look. */
  readonly beforeLook?: () => Promise<void>;
  readonly onNudge: (nudge: Nudge) => void;
  /** Who is told at this machine. */
  readonly listener: () => NudgeListener;
  /** The wall clock moved against the monotonic one by so many ms: forward after a sleep, back when it was set back. */
  readonly onJump?: (ms: number) => void;
}

export class Watch {
  readonly #parts: WatchParts;
  readonly #nudges = new Nudges();
  #timer: Timer | undefined;
  #round: Promise<void> | undefined;
  #again = false;
  #stopped = true;
  #seen: { readonly wall: number; readonly monotonic: number } | undefined;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Looks at once, and from then on at each moment that matters. */
  start(): Promise<void> {
    this.#stopped = false;
    return this.wake();
  }

  /** Looks now: the machine resumed, a clock changed, or an incident did. Kept once everything that was due is written. */
  async wake(): Promise<void> {
    if (this.#stopped) return;
    this.#again = true;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = undefined;
    });
    await this.#round;
  }

  /** Stops looking; what is being written is finished first. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#round;
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#look();
    }
  }

  async #look(): Promise<void> {
    const { clock, openViews, record, onNudge } = this.#parts;
    this.#timer?.cancel();
    await this.#parts.beforeLook?.();
    const now = clock.now();
    this.#noticeJump(now);
    let next = now + longestSleepMs;
    for (const view of [...openViews()]) {
      for (const deadline of deadlines(view)) {
        if (deadline.dueAt > now) next = Math.min(next, deadline.dueAt);
        else if (deadline.records) await record(deadline);
      }
      const nudge = this.#nudges.take(view, now, this.#parts.listener());
      if (nudge) onNudge(nudge);
      next = Math.min(next, this.#nudges.next(view, now));
    }
    if (this.#stopped) return;
    this.#timer?.cancel();
    this.#timer = clock.setTimer(Math.max(shortestSleepMs, next - now), () => void this.wake());
  }

  #noticeJump(wall: number): void {
    const monotonic = this.#parts.clock.monotonic();
    const before = this.#seen;
    this.#seen = { wall, monotonic };
    if (!before) return;
    const moved = wall - before.wall - (monotonic - before.monotonic);
    if (Math.abs(moved) > jumpMs) this.#parts.onJump?.(moved);
  }
}
