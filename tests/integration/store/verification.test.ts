import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerifyReport } from '../../../electron/core/store/event-store.ts';
import { openReadOnly } from '../../../electron/core/store/open-store.ts';
import { newFolder, newStore } from '../../fixtures/data-folders.ts';
import { LogWriter } from '../../fixtures/log-writer.ts';

async function writtenFile(notes: number): Promise<{ readonly folder: string; readonly file: string; readonly pen: LogWriter }> {
  const { store, folder } = newStore();
  const pen = new LogWriter();
  const { expected } = pen;
  await store.append(pen.notes(...Array.from({ length: notes }, (_, n) => `note ${n}`)), expected);
  await store.close();
  return { folder, file: join(folder, 'wheelhouse.db'), pen };
}

/** Changes the file as no connection of ours lets anyone, and verifies. */
async function verifyAfter(...statements: readonly string[]): Promise<VerifyReport & { readonly pen: LogWriter }> {
  const { folder, file, pen } = await writtenFile(4);
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  for (const name of db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    db.exec(`DROP TRIGGER ${name}`);
  for (const statement of statements) db.exec(statement);
  db.close();
  return { ...(await verified(folder)), pen };
}

async function verified(folder: string): Promise<VerifyReport> {
  const reader = openReadOnly(folder);
  if (!reader.ok) throw new Error(reader.error.message);
  try {
    return await reader.value.verify();
  } finally {
    await reader.value.close();
  }
}

const digest = (events: readonly unknown[]) =>
  `${events.length} events, ${createHash('sha256').update(JSON.stringify(events)).digest('hex')}`;

describe('verification names the first broken event', () => {
  test.each([
    ['a changed body', 'UPDATE bodies SET body = CAST(\'{"text":"lies"}\' AS BLOB) WHERE position = 2', 2, 'body does not hash'],
    [
      'a changed header',
      "UPDATE events SET header = CAST(replace(CAST(header AS TEXT), 'kim', 'lee') AS BLOB) WHERE position = 2",
      2,
      'hash',
    ],
    ['a column that is not the header', "UPDATE events SET type = 'severity.set' WHERE position = 2", 2, 'type'],
    ['a command that is not the header', "UPDATE events SET command = 'x' WHERE position = 3", 3, 'command'],
    ['a missing body', 'DELETE FROM bodies WHERE position = 2', 2, 'body is missing'],
    ['a missing event', 'DELETE FROM events WHERE position = 2', 3, 'is not here'],
    ['a missing beginning', 'DELETE FROM events WHERE position = 1', 2, 'is not here'],
    ['a missing end', 'DELETE FROM events WHERE position = 4', 4, 'is not here'],
    ['a head that is gone', 'DELETE FROM heads', 1, 'ending before it'],
    [
      'a head that lags',
      'UPDATE heads SET seq = 3, position = 3, hash = (SELECT hash FROM events WHERE position = 3)',
      4,
      'ending before it',
    ],
  ])('%s', async (_what, statement, position, says) => {
    const { firstBroken, pen } = await verifyAfter(statement);
    expect(firstBroken).toMatchObject({ position, stream: pen.stream, what: expect.stringContaining(says) });
  });

  test('a header that was changed together with its hash', async () => {
    const { folder, file, pen } = await writtenFile(3);
    const forged = new LogWriter('forger', { stream: pen.stream, origin: pen.origin }).write({ text: 'forged' });
    const db = new Database(file);
    for (const name of ['events_are_not_updated', 'bodies_are_only_erased']) db.exec(`DROP TRIGGER ${name}`);
    db.prepare('UPDATE events SET header = ?, hash = ?, id = ?, command = ? WHERE position = 1').run(
      Buffer.from(forged.headerBytes),
      forged.event.hash,
      forged.event.id,
      forged.event.id,
    );
    db.prepare('UPDATE bodies SET body = ?, salt = ? WHERE position = 1').run(Buffer.from(forged.bodyBytes), Buffer.from(forged.salt));
    db.close();
    expect((await verified(folder)).firstBroken).toMatchObject({ position: 2, what: expect.stringContaining('from which it goes on') });
  });
});

test('a flipped bit is reported, refused, or lies where no event is', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
  console.log(`bit rot: SEED=${seed}`);
  const { folder, file, pen } = await writtenFile(60);
  const whole = readFileSync(file);
  const reader = openReadOnly(folder);
  const before = reader.ok ? digest(await reader.value.read(pen.stream)) : '';
  if (reader.ok) await reader.value.close();
  let reported = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      const copy = newFolder();
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      writeFileSync(join(copy, 'wheelhouse.db'), bytes);
      const rotten = openReadOnly(copy);
      if (!rotten.ok) {
        reported += 1;
        return;
      }
      const report = await rotten.value.verify();
      if (report.firstBroken) reported += 1;
      else expect(digest(await rotten.value.read(pen.stream))).toBe(before);
      await rotten.value.close();
    }),
    { seed, numRuns: 150 },
  );
  console.log(`bit rot: ${reported} of 150 flips reported, the others changed no event`);
  expect(reported).toBeGreaterThan(50);
}, 180_000);
