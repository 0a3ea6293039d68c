import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openReadOnly } from '../../../electron/core/store/open-store.ts';
import { filesHolding, newFolder, newStore, opened } from '../../fixtures/data-folders.ts';
import { LogWriter } from '../../fixtures/log-writer.ts';

/** Lower case, as the search index keeps words; the second half alone would give it away too. */
const secret = 'hunter2correcthorsebatterystaple';
const halves = [secret, secret.slice(16)];

async function leak(notesAround: number) {
  const { store, folder } = newStore();
  const pen = new LogWriter();
  const append = async (text: string) => {
    const { expected } = pen;
    const event = pen.write({ text });
    await store.append([event], expected, { commandId: event.event.id, requestHash: 'hash-of-the-request' });
    return event;
  };
  for (let n = 0; n < notesAround; n += 1) await append(`hunter note ${n}`);
  const leaked = await append(`the password is ${secret}`);
  for (let n = 0; n < notesAround; n += 1) await append(`later note ${n}`);
  await store.saveCheckpoint(pen.stream, 3, 1, JSON.stringify({ text: secret }));
  await store.saveCheckpoint('another stream', 3, 1, JSON.stringify({ quoted: secret }));
  return { store, folder, pen, leaked };
}

describe('erasing an event', () => {
  test.each([0, 1, 300])(
    'leaves no byte of its text in any file of the data folder, with %d notes before and after',
    async (around) => {
      const { store, folder, pen, leaked } = await leak(around);
      await store.backup(join(folder, 'backups', 'before.db'));
      const erased = await store.erase(leaked.event.id);
      expect(erased).toEqual({
        ok: true,
        value: { id: leaked.event.id, rewritten: [join(folder, 'backups', 'before.db')], stillHolding: [] },
      });
      // While the store is open, as after a crash: the files are looked at through copies made by another way in.
      const copies = newFolder();
      for (const name of ['wheelhouse.db', 'wheelhouse.db-wal', 'backups/before.db']) {
        expect(existsSync(join(folder, name))).toBe(true);
        copyFileSync(join(folder, name), join(copies, name.replace('/', '-')));
      }
      for (const text of halves) expect(filesHolding(copies, text)).toEqual([]);

      expect((await store.find(leaked.event.id))?.body).toBeNull();
      expect(await store.search(secret)).toEqual([]);
      expect(await store.search('note')).toHaveLength(around === 0 ? 0 : Math.min(50, around * 2));
      expect(await store.loadCheckpoint(pen.stream, 1)).toBeUndefined();
      expect(await store.loadCheckpoint('another stream', 1)).toBeUndefined();
      expect(await store.findByCommand(leaked.event.id)).toMatchObject({ requestHash: null, events: [{ body: null }] });
      expect(await store.verify()).toEqual({ events: around * 2 + 1, streams: 1 });
      await store.close();
      for (const text of halves) expect(filesHolding(folder, text)).toEqual([]);
    },
    120_000,
  );

  test('the words were there before: the test above can fail', async () => {
    const { store, folder } = await leak(1);
    await store.close();
    expect(filesHolding(folder, secret)).toEqual([join(folder, 'wheelhouse.db')]);
  });

  test('refuses the body wherever it comes from again', async () => {
    const { store, leaked } = await leak(1);
    await store.erase(leaked.event.id);
    expect(await store.receive([leaked])).toMatchObject({
      ok: true,
      value: { added: 0, withoutBody: [leaked.event.id], events: [{ body: null }] },
    });
    // The same id with other bytes, but the same text.
    const other = new LogWriter('other').write({ id: leaked.event.id, text: secret });
    expect(await store.receive([other])).toMatchObject({
      ok: true,
      value: { added: 1, withoutBody: [leaked.event.id], events: [{ body: null }] },
    });
    expect(await store.search(secret)).toEqual([]);
  });

  test('an event that comes erased stays so', async () => {
    const { store } = newStore();
    const event = new LogWriter().write({ text: secret });
    await store.receive([{ headerBytes: event.headerBytes, bodyBytes: null, salt: null }]);
    await store.receive([event]);
    expect((await store.find(event.event.id))?.body).toBeNull();
    expect(await store.verify()).toEqual({ events: 1, streams: 1 });
  });

  test('names the files that it may not rewrite, and those that it cannot', async () => {
    const { store, folder, leaked } = await leak(1);
    const outside = join(newFolder(), 'usb-stick.db');
    await store.backup(outside);
    writeFileSync(join(folder, 'wheelhouse-damaged-2026-01-01T00-00-00Z.db'), secret);
    writeFileSync(join(folder, 'backups', 'broken.db'), `not a database ${secret}`);
    const erased = await store.erase(leaked.event.id);
    expect(erased.ok && erased.value.rewritten).toEqual([]);
    expect(erased.ok && [...erased.value.stillHolding].sort()).toEqual(
      [join(folder, 'backups', 'broken.db'), join(folder, 'wheelhouse-damaged-2026-01-01T00-00-00Z.db'), outside].sort(),
    );
  });

  test('an id that is not there is not found', async () => {
    const { store } = newStore();
    expect(await store.erase('019d3752-5b40-7000-8000-0000000000aa')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('is finished at the next opening where a crash cut it short', async () => {
    const { store, folder, leaked } = await leak(3);
    await store.backup(join(folder, 'backups', 'copy.db'));
    await store.close();
    const db = new Database(join(folder, 'wheelhouse.db'));
    db.prepare('INSERT INTO unfinished_erasures (id) VALUES (?)').run(leaked.event.id);
    db.exec('UPDATE bodies SET body = NULL, salt = NULL');
    db.close();
    const again = opened(folder);
    expect(again.erasuresFinished).toEqual([{ id: leaked.event.id, rewritten: [join(folder, 'backups', 'copy.db')], stillHolding: [] }]);
    await again.store.close();
    expect(filesHolding(join(folder, 'backups'), secret)).toEqual([]);
    expect(opened(folder).erasuresFinished).toEqual([]);
  });

  test('leaves readers that stand beside it a whole log', async () => {
    const { store, folder, pen, leaked } = await leak(2);
    const reader = openReadOnly(folder);
    if (!reader.ok) throw new Error(reader.error.message);
    expect(await reader.value.read(pen.stream)).toHaveLength(5);
    expect(await store.erase(leaked.event.id)).toMatchObject({ ok: true, value: { stillHolding: [] } });
    expect((await reader.value.find(leaked.event.id))?.body).toBeNull();
    await reader.value.close();
  });
});
