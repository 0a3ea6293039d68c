/** How long to wait before trying again: longer each time, and never at the same moment as everybody else. */

const second = 1_000;
/** The first wait is 5 to 10 s; waits double up to 5 to 10 min. */
const firstMs = 10 * second;
const longestMs = 10 * 60 * second;
/** A message that was refused for so long is given up: whether it still means anything is for a person to say. */
export const givesUpAfterMs = 24 * 60 * 60 * second;

/** The wait after the given number of failures, ms. `random`: from 0 up to 1. */
export function waitAfter(failures: number, random: () => number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
