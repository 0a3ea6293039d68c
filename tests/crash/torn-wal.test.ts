import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { SqliteStore } from '../../electron/core/store/sqlite-store.ts';
import { child, newFolder } from '../fixtures/data-folders.ts';
import { night } from '../fixtures/log-writer.ts';

const cases = 200;
const seed = process.env.SEED ?? String(Date.now() % 2_147_483_647);

/** A number below `limit` that the seed determines. */
const pick = (name: string, limit: number) => createHash('sha256').update(`${seed}/${name}`).digest().readUIntLE(0, 6) % limit;

/** Hashes of all events in order of arrival. */
async function hashesOf(store: SqliteStore): Promise<readonly string[]> {
  const streams = await store.streams();
  const events = (await Promise.all(streams.map(({ stream }) => store.read(stream)))).flat();
  return events.sort((a, b) => a.position - b.position).map(({ hash }) => hash);
}

/** What a damaged copy of the folder opens as. */
async function openWith(folder: string, copy: string, wal: Buffer) {
  mkdirSync(copy);
  copyFileSync(join(folder, 'wheelhouse.db'), join(copy, 'wheelhouse.db'));
  writeFileSync(join(copy, 'wheelhouse.db-wal'), wal);
  const result = openStore(copy, night);
  if (!result.ok) throw new Error(result.error.message);
  const { store, setAside } = result.value;
  const hashes = await hashesOf(store);
  const report = await store.verify();
  await store.close();
  rmSync(copy, { recursive: true });
  return { hashes, report, setAside };
}

test(`a write-ahead log that was torn or flipped at ${cases} places gives a whole beginning of the log`, async () => {
  console.log(`torn WAL: SEED=${seed}`);
  const [folder, copies] = [newFolder(), newFolder()];
  const writer = child('append-forever.ts', [folder, seed]);
  // Few enough that SQLite has not yet begun the file anew: then most of it would be old frames.
  let heard = 0;
  for await (const _line of writer.lines) {
    heard += 1;
    if (heard === 30) writer.process.kill('SIGKILL');
  }
  await writer.ended;
  const wal = readFileSync(join(folder, 'wheelhouse.db-wal'));
  const whole = await openWith(folder, join(copies, 'whole'), wal);
  expect(whole.hashes.length).toBeGreaterThanOrEqual(30);
  expect(whole.report.firstBroken).toBeUndefined();

  const lengths = new Set<number>();
  let aside = 0;
  for (let n = 0; n < cases; n += 1) {
    const at = pick(`${n} at`, wal.length);
    const damaged = Buffer.from(n % 2 === 0 ? wal.subarray(0, at) : wal);
    if (n % 2 === 1) damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (n & 7)), at);
    const { hashes, report, setAside } = await openWith(folder, join(copies, `${n}`), damaged);
    if (setAside) {
      aside += 1;
      continue;
    }
    expect(report.firstBroken).toBeUndefined();
    expect(hashes).toEqual(whole.hashes.slice(0, hashes.length));
    lengths.add(hashes.length);
  }
  console.log(`torn WAL: ${cases} cases, ${lengths.size} different lengths up to ${whole.hashes.length} events, ${aside} set aside`);
  // Else the damage never reached the log, and the test shows nothing.
  expect(lengths.size).toBeGreaterThan(10);
}, 300_000);
