/** The clock that the core is given: tests turn it by hand. */

export interface Timer {
  readonly cancel: () => void;
}

export interface Clock {
  /** The wall clock, ms since epoch, UTC: may jump both ways. */
  readonly now: () => number;
  /** Milliseconds that never run backwards; says nothing about the date. */
  readonly monotonic: () => number;
  /** Calls once, after about so many milliseconds of the machine being awake. */
  readonly setTimer: (delayMs: number, callback: () => void) => Timer;
}

/** The machine's own clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
};
