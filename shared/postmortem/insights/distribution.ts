/** A distribution told whole: every value, and a middle only where there are enough of them. There is no mean: one long incident would make it. */

export interface Distribution {
  readonly n: number;
  readonly least: number | null;
  readonly most: number | null;
  /** `null` for fewer than three values. */
  readonly median: number | null;
  /** The middle half lies between them; `null` for fewer than five values. */
  readonly quartiles: readonly [number, number] | null;
}

const enoughForMedian = 3;
const enoughForQuartiles = 5;

/** The distribution of some values, in any order and unit. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  return {
    n,
    least: sorted[0] ?? null,
    most: sorted.at(-1) ?? null,
    median: n < enoughForMedian ? null : quantile(sorted, 0.5),
    quartiles: n < enoughForQuartiles ? null : [quantile(sorted, 0.25), quantile(sorted, 0.75)],
  };
}

/** Between two neighbours in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

/** In words: `n = 7: median 34 min, the middle half from 12 min to 1 h 20 min`, `n = 2: too few for a middle`. */
export function distributionWords({ n, median, quartiles }: Distribution, inWords: (value: number) => string): string {
  if (n === 0) return 'n = 0: nothing recorded';
  if (median === null) return `n = ${n}: too few for a middle`;
  if (quartiles === null) return `n = ${n}: median ${inWords(median)}, too few for a middle half`;
  return `n = ${n}: median ${inWords(median)}, the middle half from ${inWords(quartiles[0])} to ${inWords(quartiles[1])}`;
}
