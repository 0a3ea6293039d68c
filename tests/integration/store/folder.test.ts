import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, migrations, versionOf } from '../../../electron/core/store/migrate.ts';
import { openReadOnly, openStore } from '../../../electron/core/store/open-store.ts';
import { prepareReader, prepareWriter } from '../../../electron/core/store/pragmas.ts';
import { child, filesIn, newFolder, newStore, nextLine, opened } from '../../fixtures/data-folders.ts';
import { LogWriter, night } from '../../fixtures/log-writer.ts';

/** A folder with three notes in it, closed. */
async function writtenFolder(): Promise<{ readonly folder: string; readonly file: string; readonly pen: LogWriter }> {
  const { store, folder } = newStore();
  const pen = new LogWriter();
  const { expected } = pen;
  await store.append(pen.notes('one', 'two', 'three'), expected);
  await store.setMeta('origin', pen.origin);
  await store.close();
  return { folder, file: join(folder, 'wheelhouse.db'), pen };
}

describe('a new data folder', () => {
  test.skipIf(process.platform === 'win32')('is made for its owner only', async () => {
    const folder = join(newFolder(), 'deep', 'inside');
    const { store } = opened(folder);
    await store.setMeta('origin', 'x');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700);
    const files = filesIn(folder);
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) expect(`${file} ${(statSync(file).mode & 0o777).toString(8)}`).toBe(`${file} 600`);
  });

  test('is refused with a reason where it cannot be made', () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    expect(openStore(join(file, 'data'), night)).toMatchObject({ ok: false, error: { code: 'unusable' } });
  });
});

test('every connection holds what durability and integrity need', async () => {
  const { folder } = newStore();
  const db = new Database(join(folder, 'wheelhouse.db'));
  prepareWriter(db);
  const read = (name: string) => db.pragma(name, { simple: true });
  expect(
    ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'secure_delete', 'trusted_schema', 'cell_size_check'].map(read),
  ).toEqual(['wal', 2, 1, 1, 1, 0, 1]);
  expect(['application_id', 'user_version', 'busy_timeout', 'mmap_size'].map(read)).toEqual([0x57484c31, migrations.length, 5000, 0]);
  db.close();
  const reader = new Database(join(folder, 'wheelhouse.db'), { readonly: true });
  prepareReader(reader);
  expect(reader.pragma('query_only', { simple: true })).toBe(1);
  reader.close();
});

test('a connection that SQLite does not set up as asked is not used', () => {
  const db = new Database(':memory:');
  expect(() => prepareWriter(db)).toThrow('SQLite keeps');
  db.close();
});

describe('the lock', () => {
  test('refuses a second core and names the first, until that one is killed', async () => {
    const folder = newFolder();
    const holder = child('hold-store.ts', [folder]);
    expect(await nextLine(holder)).toBe('open');
    expect(openStore(folder, night)).toEqual({
      ok: false,
      error: {
        code: 'in-use',
        pid: holder.process.pid,
        message: `another Wheelhouse (process ${holder.process.pid}) has this data folder open`,
      },
    });
    holder.process.kill('SIGKILL');
    await holder.ended;
    expect(await opened(folder).store.streams()).toEqual([]);
  });

  test('refuses another process while this one has the folder, and a second store of the same process', async () => {
    const { store, folder } = newStore();
    expect(openStore(folder, night)).toMatchObject({ ok: false, error: { code: 'in-use', pid: process.pid } });
    expect(JSON.parse(await nextLine(child('hold-store.ts', [folder])))).toMatchObject({ code: 'in-use', pid: process.pid });
    await store.close();
    expect(await nextLine(child('hold-store.ts', [folder]))).toBe('open');
  });
});

describe('reading beside the writer', () => {
  test('sees what was acknowledged, and cannot write', async () => {
    const { store, folder } = newStore();
    const reader = openReadOnly(folder);
    if (!reader.ok) throw new Error(reader.error.message);
    const pen = new LogWriter();
    const { expected } = pen;
    await store.append(pen.notes('one', 'two'), expected);
    expect(await reader.value.read(pen.stream)).toHaveLength(2);
    expect(await reader.value.search('one')).toHaveLength(1);
    expect(await reader.value.verify()).toEqual({ events: 2, streams: 1 });
    expect('append' in reader.value).toBe(false);
    await reader.value.close();
  });

  test('works when nobody writes, and says so where there is no log', async () => {
    const { folder, pen } = await writtenFolder();
    const reader = openReadOnly(folder);
    expect(reader.ok && (await reader.value.read(pen.stream))).toHaveLength(3);
    if (reader.ok) await reader.value.close();
    expect(openReadOnly(newFolder())).toMatchObject({ ok: false, error: { code: 'no-log' } });
  });
});

describe('a database that is not ours to open', () => {
  test('from a later Wheelhouse is refused and left as it is', async () => {
    const { folder, file } = await writtenFolder();
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(file);
    const refused = { ok: false, error: { code: 'from-the-future', message: expect.stringContaining('version 99') } };
    expect(openStore(folder, night)).toMatchObject(refused);
    expect(openReadOnly(folder)).toMatchObject(refused);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('of another program is refused and left as it is', () => {
    const folder = newFolder();
    const file = join(folder, 'wheelhouse.db');
    const db = new Database(file);
    db.exec('CREATE TABLE recipes (name)');
    db.close();
    const before = readFileSync(file);
    expect(openStore(folder, night)).toMatchObject({ ok: false, error: { code: 'not-ours' } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a migration', () => {
  const steps = [...migrations, 'CREATE TABLE later (x INTEGER) STRICT'];

  test('takes a backup first, and then all steps or none', async () => {
    const { file } = await writtenFolder();
    const db = new Database(file);
    let backups = 0;
    const backUp = () => {
      backups += 1;
    };
    expect(() => migrate(db, 1, backUp, [...steps, 'CREATE TABLE broken ('])).toThrow('incomplete input');
    expect(versionOf(db)).toEqual({ ok: true, value: 1 });
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").pluck().get()).toBe(0);
    migrate(db, 1, backUp, steps);
    expect(versionOf(db, steps)).toEqual({ ok: true, value: 2 });
    expect(backups).toBe(2);
    migrate(db, 2, backUp, steps);
    expect(backups).toBe(2);
    db.close();
  });

  test('takes no backup of a new database', () => {
    const db = new Database(join(newFolder(), 'new.db'));
    migrate(db, 0, () => expect.unreachable('there is nothing to back up'), steps);
    expect(versionOf(db, steps)).toEqual({ ok: true, value: 2 });
    db.close();
  });

  test('does not start where the backup fails', () => {
    const db = new Database(join(newFolder(), 'old.db'));
    migrate(db, 0, () => {}, migrations);
    const full = () => {
      throw new Error('disk full');
    };
    expect(() => migrate(db, 1, full, steps)).toThrow('disk full');
    expect(versionOf(db)).toEqual({ ok: true, value: 1 });
    db.close();
  });
});

describe('a damaged log', () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    [
      'overwritten with something else',
      (file) => writeFileSync(file, 'this is not a database, and longer than a header of one hundred bytes'.repeat(9)),
    ],
    ['whose first page is gone', (file) => writeFileSync(file, Buffer.concat([Buffer.alloc(4096), readFileSync(file).subarray(4096)]))],
    ['whose schema is garbage', (file) => writeFileSync(file, readFileSync(file).fill(0xff, 100, 4096))],
  ];
  test.each(damages)('%s is set aside whole under a dated name, and a new one begins', async (_what, damage) => {
    const { folder, file, pen } = await writtenFolder();
    damage(file);
    writeFileSync(`${file}-wal`, 'left behind');
    const damaged = readFileSync(file);
    const { store, setAside } = opened(folder);
    const target = join(folder, 'wheelhouse-damaged-2026-03-29T02-10-00Z.db');
    expect(setAside).toEqual({ file: target, reason: expect.any(String) });
    expect(readFileSync(target).equals(damaged)).toBe(true);
    expect(existsSync(`${target}-wal`)).toBe(true);
    expect(await store.meta('origin')).toBeUndefined();
    const fresh = new LogWriter('after', { stream: pen.stream });
    const { expected } = fresh;
    expect((await store.append(fresh.notes('we go on'), expected)).ok).toBe(true);
  });

  test('twice in the same second is never overwritten', async () => {
    const { folder, file } = await writtenFolder();
    writeFileSync(file, 'first damage'.repeat(100));
    await opened(folder).store.close();
    writeFileSync(file, 'second damage'.repeat(100));
    const { setAside } = opened(folder);
    expect(setAside?.file).toContain('Z-2.db');
    expect(readFileSync(join(folder, 'wheelhouse-damaged-2026-03-29T02-10-00Z.db'), 'utf8')).toContain('first damage');
  });

  test('that lost its end while a core was killed is set aside', async () => {
    const { store, folder } = newStore();
    const pen = new LogWriter();
    for (let n = 0; n < 60; n += 1) {
      const { expected } = pen;
      await store.append(pen.notes('x'.repeat(2000)), expected);
    }
    await store.close();
    const file = join(folder, 'wheelhouse.db');
    truncateSync(file, 20_480);
    // What a killed core leaves behind.
    writeFileSync(`${file}-wal`, '');
    expect(opened(folder).setAside?.reason).toEqual(expect.any(String));
  });

  test('an empty file is a log that has not begun', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'wheelhouse.db'), '');
    const { store, setAside } = opened(folder);
    expect(setAside).toBeUndefined();
    expect(await store.streams()).toEqual([]);
  });
});

describe('a backup', () => {
  test('opens as a log of its own, with every event and without the identity of the console', async () => {
    const { store, folder } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    await store.append(pen.notes('one', 'two'), expected, { commandId: 'c-1', requestHash: 'h' });
    await store.setMeta('origin', 'origin-of-this-console');
    await store.setMeta('keys', 'a-private-key');
    await store.setMeta('person', 'kim');
    const file = join(folder, 'backups', 'copy.db');
    expect(await store.backup(file)).toEqual({ ok: true, value: { file, events: 2 } });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('origin-of-this-console')).toBe(false);
    expect(readFileSync(file).includes('a-private-key')).toBe(false);

    const elsewhere = newFolder();
    copyFileSync(file, join(elsewhere, 'wheelhouse.db'));
    const restored = opened(elsewhere).store;
    expect(await restored.read(pen.stream)).toEqual(await store.read(pen.stream));
    expect(await restored.verify()).toEqual({ events: 2, streams: 1 });
    expect([await restored.meta('origin'), await restored.meta('keys'), await restored.meta('person')]).toEqual([
      undefined,
      undefined,
      'kim',
    ]);
    expect(await restored.search('two')).toHaveLength(1);
    const next = new LogWriter('restored', { stream: pen.stream });
    const restoredExpected = next.expected;
    expect((await restored.append(next.notes('here'), restoredExpected)).ok).toBe(true);
  });

  test('never overwrites a file, and leaves none where it cannot be written', async () => {
    const { store, folder } = newStore();
    const taken = join(folder, 'taken.db');
    writeFileSync(taken, 'precious');
    expect(await store.backup(taken)).toMatchObject({ ok: false, error: { code: 'file-exists' } });
    expect(readFileSync(taken, 'utf8')).toBe('precious');
    expect(await store.backup(join(folder, 'nowhere', 'copy.db'))).toMatchObject({ ok: false, error: { code: 'not-written' } });
  });
});
