/** Figures: percentiles of samples, and the table in which they are printed beside their budgets. */

/** Nearest-rank percentiles of the samples of one thing, all in the same unit. */
export interface Distribution {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** A promise of ARCHITECTURE.md; printed beside the figure, never asserted. */
export interface Budget {
  readonly of: 'p50' | 'p95' | 'p99';
  readonly under: number;
}

/** One line of a table. A plain number is a count or a size; a text says why there is no figure. */
export interface Row {
  readonly says: string;
  readonly unit: 'ms' | 'MB' | 'frames';
  readonly figure: Distribution | number | string;
  readonly budget?: Budget;
}

/** What a topic found out. */
export interface Report {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Comparisons and conditions, a sentence each. */
  readonly remarks: readonly string[];
}

/** The percentiles of one run of samples. Throws for none: a figure about nothing is a mistake of the benchmark. */
export function distributionOf(samples: readonly number[]): Distribution {
  if (samples.length === 0) throw new Error('no samples were taken');
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}

/** Each percentile as the median of the rounds': one round that the machine disturbed does not decide. `max` is that of all. */
export function medianOfRounds(rounds: readonly (readonly number[])[]): Distribution {
  const each = rounds.map(distributionOf);
  const median = (pick: (figure: Distribution) => number): number => distributionOf(each.map(pick)).p50;
  return {
    n: rounds.flat().length,
    p50: median(({ p50 }) => p50),
    p95: median(({ p95 }) => p95),
    p99: median(({ p99 }) => p99),
    max: Math.max(...each.map(({ max }) => max)),
  };
}

/** "1.42 × the bare insert", by the medians. */
export function ratio(says: string, figure: Distribution, peer: string, peerFigure: Distribution): string {
  return `${says}: ${(figure.p50 / peerFigure.p50).toFixed(2)} × ${peer} (p50), ${(figure.p95 / peerFigure.p95).toFixed(2)} × (p95).`;
}

const headings = ['', 'p50', 'p95', 'p99', 'max', 'n', 'budget'];

/** The report as text for a terminal. */
export function printed({ title, rows, remarks }: Report): string {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 || column === 6 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [title, ...cells.map((row) => `  ${line(row)}`), ...remarks.map((remark) => `  · ${remark}`), ''].join('\n');
}

function cellsOf({ says, unit, figure, budget }: Row): readonly string[] {
  if (typeof figure === 'string') return [says, figure, '', '', '', '', ''];
  if (typeof figure === 'number') return [says, `${shown(figure)} ${unit}`, '', '', '', '', ''];
  const { n, p50, p95, p99, max } = figure;
  return [says, ...[p50, p95, p99, max].map((value) => `${shown(value)} ${unit}`), String(n), budget ? beside(budget, figure, unit) : ''];
}

function beside({ of, under }: Budget, figure: Distribution, unit: string): string {
  return `${of} < ${under} ${unit}: ${figure[of] < under ? 'kept' : 'MISSED'}`;
}

/** Three digits that say something. */
function shown(value: number): string {
  if (value === 0 || value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}
