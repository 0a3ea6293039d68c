/** Channels that are left alone for a while, because there was no way to their address: kept in memory, so that a night without network fills no log. */
import type { Clock } from '../desk/clock.ts';
import { waitAfter } from './backoff.ts';

interface Hold {
  readonly failures: number;
  /** By the monotonic clock, ms. */
  readonly until: number;
  readonly why: string;
}

export class Holds {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #holds = new Map<string, Hold>();

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  get any(): boolean {
    return this.#holds.size > 0;
  }

  /** Another failure. Answers how many there were in a row. */
  fail(channel: string, why: string): number {
    const failures = (this.#holds.get(channel)?.failures ?? 0) + 1;
    this.#holds.set(channel, { failures, until: this.#clock.monotonic() + waitAfter(failures, this.#random), why });
    return failures;
  }

  clear(channel: string): void {
    this.#holds.delete(channel);
  }

  /** How long the channel is still left alone, ms. */
  waitOf(channel: string): number {
    return Math.max(0, (this.#holds.get(channel)?.until ?? 0) - this.#clock.monotonic());
  }

  /** Why, in words. */
  troubleOf(channel: string): string | undefined {
    return this.#holds.get(channel)?.why;
  }

  /** The network may be back: everybody is tried now, and waits begin short again. */
  forgive(): void {
    for (const [channel, { why }] of this.#holds) this.#holds.set(channel, { failures: 0, until: 0, why });
  }
}
