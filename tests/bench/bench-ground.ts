/** What every benchmark stands on: its sizes, folders that go away at the end, and processes that start fresh. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Seeded } from './seed.ts';

/** How much of each thing is measured. */
export interface Sizes {
  readonly rounds: number;
  /** Writes of each subject in each round. */
  readonly appends: number;
  /** Entries of a long incident. */
  readonly long: number;
  /** Entries of a log that is searched and scrolled. */
  readonly huge: number;
  readonly incidents: number;
  /** Frames that are watched while scrolling. */
  readonly frames: number;
  /** Lines typed into the composer. */
  readonly lines: number;
}

/** The sizes of the budgets in ARCHITECTURE.md. */
export const fullSizes: Sizes = { rounds: 5, appends: 400, long: 10_000, huge: 100_000, incidents: 500, frames: 240, lines: 40 };
/** Enough to see that everything works. The figures of such a run mean nothing. */
export const quickSizes: Sizes = { rounds: 2, appends: 15, long: 300, huge: 1500, incidents: 12, frames: 30, lines: 4 };

export class BenchGround {
  readonly sizes: Sizes;
  readonly folder: string;
  readonly #seeded = new Map<string, Promise<Seeded>>();
  #folders = 0;

  constructor(sizes: Sizes, within: string) {
    this.sizes = sizes;
    this.folder = mkdtempSync(join(within, 'wheelhouse-bench-'));
  }

  /** A folder that is not there yet. */
  fresh(name: string): string {
    this.#folders += 1;
    return join(this.folder, `${this.#folders}-${name}`);
  }

  /** One incident of so many entries, or so many incidents, short ones or past ones of 200 entries each; written once a run. Not to be changed: take a `copy`. */
  seeded(kind: 'one' | 'many' | 'library', count: number): Promise<Seeded> {
    const name = { one: `${count}-entries`, many: `${count}-incidents`, library: `library-of-${count}` }[kind];
    const known = this.#seeded.get(name);
    if (known) return known;
    process.stderr.write(`seeding ${name} …\n`);
    const written = inFreshProcess('seed-process.ts', this.fresh(name), kind, String(count)) as Promise<Seeded>;
    this.#seeded.set(name, written);
    return written;
  }

  /** A copy of a seeded folder that may be written to: the same console, on the same disk. */
  copy(seeded: Seeded): Seeded {
    const dataDir = this.fresh('copy');
    cpSync(seeded.dataDir, dataDir, { recursive: true });
    return { ...seeded, dataDir };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs a program beside this file in a process of its own, with nothing compiled or cached yet; answers the JSON of its last line. Throws where it fails. */
export function inFreshProcess(program: string, ...args: readonly string[]): Promise<unknown> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const last = output.trim().split('\n').at(-1);
      if (code === 0 && last) resolve(JSON.parse(last));
      else reject(new Error(`${program} ended with ${code}: ${output.slice(-500)}`));
    });
  });
}

/** Milliseconds that something took. */
export async function timed(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** JSON with keys in one order, so that equal folds are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Fails the run: a figure of something that is wrong is worth nothing. */
export function assertHolds(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`what was measured is wrong: ${what}`);
}
