/** How many requests a session may send: a bucket that refills with time. A person never empties it; a flood does at once. */

export interface RateLimit {
  /** Requests per second that the bucket regains. */
  readonly perSecond: number;
  /** Requests that may come at once. */
  readonly burst: number;
}

/** A screen opens with some ten requests, and a fast typist logs a line a second. */
export const sessionLimit: RateLimit = { perSecond: 50, burst: 500 };
/** Requests that carry no valid credential, all together: only guessing needs more. */
export const strangerLimit: RateLimit = { perSecond: 5, burst: 50 };

/** Buckets past this number are forgotten, fullest (idle longest) first, so that made-up keys cannot fill the memory. */
const maxBuckets = 1000;

export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #monotonic: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** `monotonic` answers milliseconds that never run backwards. */
  constructor(limit: RateLimit, monotonic: () => number) {
    this.#limit = limit;
    this.#monotonic = monotonic;
  }

  /** Takes one request out of the key's bucket; answers 0, or the whole seconds to wait before the next is allowed. */
  take(key: string): number {
    const now = this.#monotonic();
    const bucket = this.#buckets.get(key) ?? { left: this.#limit.burst, at: now };
    const left = Math.min(this.#limit.burst, bucket.left + ((now - bucket.at) / 1000) * this.#limit.perSecond);
    // Re-inserting keeps the map in order of use.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    if (this.#buckets.size > maxBuckets) {
      const oldest = this.#buckets.keys().next().value;
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / this.#limit.perSecond));
  }
}
