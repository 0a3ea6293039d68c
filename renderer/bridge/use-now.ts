/** One ticker for every clock on the page, on the second. */
import { useSyncExternalStore } from 'react';
import { createStore, useStore } from './store.ts';

const ticker = createStore(Date.now());
let timer: ReturnType<typeof setTimeout> | undefined;
let watchers = 0;

function tick(): void {
  const now = Date.now();
  ticker.set(now);
  // Set anew each time, so that all clocks change on the second and a sleeping laptop does not owe ticks.
  timer = setTimeout(tick, 1000 - (now % 1000));
}

const running = {
  ...ticker,
  subscribe: (listener: () => void) => {
    const end = ticker.subscribe(listener);
    watchers += 1;
    if (watchers === 1) tick();
    return () => {
      end();
      watchers -= 1;
      if (watchers === 0) clearTimeout(timer);
    };
  },
};

/** The present moment, ms since epoch, UTC; a new drawing each second. Read it in the smallest component that shows it. */
export function useNow(): number {
  return useStore(running);
}

/** The same, as of the last whole step of so many ms: a new drawing each step. */
export function useNowBy(step: number): number {
  return useSyncExternalStore(running.subscribe, () => Math.floor(running.get() / step) * step);
}
