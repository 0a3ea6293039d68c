/** The benchmarks run and print a figure for each row; what the figures are is nobody's test. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { noBrowser } from '../bench/browser-page.ts';
import { distributionOf, medianOfRounds, printed } from '../bench/figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function bench(...args: readonly string[]) {
  return spawnSync(process.execPath, ['tests/bench/bench.ts', ...args], { cwd: root, encoding: 'utf8', timeout: 110_000 });
}

test('a quick run prints the machine, and a figure in every row of every table', { timeout: 120_000 }, () => {
  const { status, stdout, stderr } = bench('append', 'open', 'export', '--quick');
  expect(status, stderr).toBe(0);
  const [machine = '', ...lines] = stdout.split('\n');
  for (const part of ['cores', `Node ${process.versions.node}`, 'SQLite 3.']) expect(machine).toContain(part);
  const rows = lines.filter((line) => /^ {2}[^ ·]/.test(line));
  // A draft in Markdown by each of the ten templates, and three beside.
  expect(rows).toHaveLength(5 + 7 + 13);
  for (const row of rows) expect(row).toMatch(new RegExp(` {2}[\\d.]+ (ms|MB)( |$)|${noBrowser}`));
  expect(stdout.match(/: (kept|MISSED)/g)).toHaveLength(13);
});

test('a benchmark that does not exist is named, beside those that do', () => {
  const { status, stderr } = bench('apend', '--quick');
  expect(status).toBe(2);
  expect(stderr).toContain('no benchmark apend; there are append, open');
});

test('percentiles are samples that were taken, and one disturbed round moves only the maximum', () => {
  expect(distributionOf([3, 1, 2])).toEqual({ n: 3, p50: 2, p95: 3, p99: 3, max: 3 });
  expect(() => distributionOf([])).toThrow('no samples');
  expect(
    medianOfRounds([
      [1, 2],
      [100, 900],
      [1, 2],
    ]),
  ).toEqual({ n: 6, p50: 1, p95: 2, p99: 2, max: 900 });
});

test('a missed budget is printed as one, beside what it was', () => {
  const text = printed({
    title: 'T',
    rows: [{ says: 'slow', unit: 'ms', figure: distributionOf([7]), budget: { of: 'p95', under: 5 } }],
    remarks: [],
  });
  expect(text).toContain('p95 < 5 ms: MISSED');
});
