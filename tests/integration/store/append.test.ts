import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { prepareWriter } from '../../../electron/core/store/pragmas.ts';
import { child, newFolder, newStore, nextLine, opened } from '../../fixtures/data-folders.ts';
import { LogWriter, night } from '../../fixtures/log-writer.ts';

const textsOf = (events: readonly { readonly body: unknown }[]) =>
  events.map(({ body }) => (body as { text: string } | null)?.text ?? null);

describe('appending', () => {
  test('gives each event the next position and reads it back as it was sealed', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    const batch = pen.notes('one', 'two');
    const appended = await store.append(batch, expected);
    expect(appended).toEqual({
      ok: true,
      value: { events: batch.map(({ event }, n) => ({ ...event, position: n + 1 })), added: 2, withoutBody: [] },
    });
    expect(await store.read(pen.stream)).toEqual(batch.map(({ event }, n) => ({ ...event, position: n + 1 })));
    expect(await store.read(pen.stream, 1)).toHaveLength(1);
    expect(await store.read(pen.stream, 0, 1)).toHaveLength(1);
    expect(await store.find(batch[1]?.event.id ?? '')).toMatchObject({ position: 2 });
    expect(await store.find(pen.stream)).toBeUndefined();
  });

  test('the same batch again changes nothing and answers what is stored', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    const batch = pen.notes('one', 'two');
    const first = await store.append(batch, expected);
    const again = await store.append(batch, expected);
    expect(again).toEqual({ ok: true, value: { events: first.ok && first.value.events, added: 0, withoutBody: [] } });
    expect(await store.read(pen.stream)).toHaveLength(2);
  });

  test('is all or nothing: a batch with one event that does not follow leaves no trace', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    const [one, , three] = pen.notes('one', 'two', 'three');
    const appended = await store.append(
      [one, three].filter((event) => event !== undefined),
      expected,
    );
    expect(appended).toMatchObject({ ok: false, error: { code: 'unexpected-head' } });
    expect(await store.streams()).toEqual([]);
    expect(await store.search('one')).toEqual([]);
  });

  test('is refused where the log does not end where the writer believes', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const start = pen.expected;
    await store.append(pen.notes('one'), start);
    const twin = new LogWriter('twin', { stream: pen.stream, origin: pen.origin });
    expect(await store.append(twin.notes('other one'), start)).toMatchObject({ ok: false, error: { code: 'unexpected-head' } });
    expect(await store.tail(pen.stream, pen.origin)).toEqual({ nextSeq: 2, prevHash: pen.prevHash });
  });

  test('is refused for bytes that are not an event', async () => {
    const { store } = newStore();
    const [event] = new LogWriter().notes('one');
    if (!event) throw new Error('no event');
    const header = new TextEncoder().encode(new TextDecoder().decode(event.headerBytes).replace('"v":1', '"v":0'));
    expect(await store.receive([{ ...event, headerBytes: header }])).toMatchObject({ ok: false, error: { code: 'invalid-event' } });
    expect(await store.receive([{ ...event, bodyBytes: new Uint8Array(4) }])).toMatchObject({
      ok: false,
      error: { code: 'invalid-event' },
    });
  });

  test('survives closing and opening', async () => {
    const { store, folder } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    await store.append(pen.notes('one', 'two'), expected);
    await store.close();
    const again = opened(folder);
    expect(textsOf(await again.store.read(pen.stream))).toEqual(['one', 'two']);
    expect(again.setAside).toBeUndefined();
    expect(await again.store.verify()).toEqual({ events: 2, streams: 1 });
  });
});

describe('where the log stands', () => {
  test('heads and streams name the newest event of each chain', async () => {
    const { store } = newStore();
    const [a, b] = [new LogWriter('a'), new LogWriter('b')];
    await store.receive([...a.notes('1', '2'), ...b.notes('3')]);
    expect(await store.streams()).toEqual([
      { stream: a.stream, events: 2, lastPosition: 2 },
      { stream: b.stream, events: 1, lastPosition: 3 },
    ]);
    expect(await store.heads(a.stream)).toEqual([
      { incidentId: a.stream, origin: a.origin, seq: 2, hash: a.prevHash, hlc: `${night}-0001`, position: 2 },
    ]);
    expect(await store.heads()).toHaveLength(2);
    expect(await store.tail(b.stream, a.origin)).toEqual({ nextSeq: 1, prevHash: '0'.repeat(64) });
  });

  test('events of another console that come in any order leave the same head', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const [one, two, three] = pen.notes('one', 'two', 'three');
    for (const event of [three, one, two]) if (event) await store.receive([event]);
    expect(await store.tail(pen.stream, pen.origin)).toEqual({ nextSeq: 4, prevHash: pen.prevHash });
    expect(await store.verify()).toEqual({ events: 3, streams: 1 });
  });
});

describe('forks', () => {
  test('are kept beside the log, and both pasts verify', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const common = pen.notes('common');
    const twin = pen.twin('restored copy');
    await store.receive([...common, ...pen.notes('ours', 'ours too')]);
    await store.receive(twin.notes('theirs', 'theirs too', 'theirs alone'));
    expect(textsOf(await store.read(pen.stream))).toEqual(['common', 'ours', 'ours too', 'theirs', 'theirs too', 'theirs alone']);
    expect(await store.verify()).toEqual({ events: 6, streams: 1 });
  });

  test('an id that is taken keeps its event, and the other bytes stand beside it', async () => {
    const { store } = newStore();
    const first = new LogWriter('a').write({ text: 'first' });
    const second = new LogWriter('b').write({ text: 'second', id: first.event.id });
    await store.receive([first, second]);
    expect(await store.find(first.event.id)).toMatchObject({ body: { text: 'first' } });
    expect(await store.verify()).toEqual({ events: 2, streams: 2 });
  });
});

describe('a command', () => {
  test('is found with its events and the hash of its request', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    const cause = { command: 'c-1' };
    await store.append([pen.write({ cause }), pen.write({ cause })], expected, { commandId: 'c-1', requestHash: 'abc' });
    expect(await store.findByCommand('c-1')).toMatchObject({ requestHash: 'abc', events: [{ position: 1 }, { position: 2 }] });
    expect(await store.findByCommand('c-2')).toBeUndefined();
  });

  test('given again with another request is refused, and its events with it', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const start = pen.expected;
    await store.append(pen.notes('one'), start, { commandId: 'c-1', requestHash: 'abc' });
    const { expected } = pen;
    const again = await store.append(pen.notes('two'), expected, { commandId: 'c-1', requestHash: 'other' });
    expect(again).toMatchObject({ ok: false, error: { code: 'command-reused' } });
    expect(await store.read(pen.stream)).toHaveLength(1);
  });
});

describe('the log cannot be changed', () => {
  test.each([
    ["UPDATE events SET header = x'00'", 'append-only'],
    ['UPDATE events SET fork = 1', 'append-only'],
    ['DELETE FROM events', 'append-only'],
    ['DELETE FROM bodies', 'append-only'],
    ["UPDATE bodies SET body = x'00'", 'only be erased'],
    ["UPDATE bodies SET salt = x'00', body = NULL", 'only be erased'],
    ['UPDATE bodies SET salt = NULL', 'only be erased'],
    ['UPDATE bodies SET position = 7, salt = NULL, body = NULL', 'only be erased'],
    ["INSERT OR REPLACE INTO bodies VALUES (1, x'00', x'00')", 'append-only'],
    [
      "INSERT OR REPLACE INTO events SELECT 1, 'x', stream, origin, 99, type, command, 'h', 0, header FROM events WHERE position = 1",
      'append-only',
    ],
    [
      "INSERT OR REPLACE INTO events SELECT 9, 'x', stream, origin, seq, type, command, 'h', 0, header FROM events WHERE position = 1",
      'append-only',
    ],
    [
      'INSERT OR REPLACE INTO events SELECT 9, id, stream, origin, 99, type, command, hash, 0, header FROM events WHERE position = 1',
      'append-only',
    ],
    ["INSERT INTO bodies VALUES (99, x'00', x'00')", 'FOREIGN KEY'],
    ["INSERT INTO heads VALUES ('s', 'o', 'one', 'h', 'c', 1)", 'cannot store TEXT'],
  ])('not by %s', async (sql, says) => {
    const { store, folder } = newStore();
    const pen = new LogWriter();
    const { expected } = pen;
    await store.append(pen.notes('one', 'two'), expected);
    const db = new Database(join(folder, 'wheelhouse.db'));
    prepareWriter(db);
    expect(() => db.exec(sql)).toThrow(says);
    db.close();
    expect(await store.verify()).toEqual({ events: 2, streams: 1 });
  });
});

test('a disk that is full is told as such, and nothing is half written', async () => {
  const folder = newFolder();
  // The system refuses to let any file of the child grow beyond 512 KiB, and does not kill it for trying.
  const full = child('append-until-full.ts', [folder], 'trap "" 25 2>/dev/null || trap "" XFSZ; ulimit -f 1024');
  const line = JSON.parse(await nextLine(full));
  await full.ended;
  expect(line.fault).toMatchObject({ code: 'not-recording', message: expect.stringContaining('could not be written') });
  expect(line.acknowledged).toBeGreaterThan(5);
  expect(line.nextSeq).toBe(line.acknowledged * 2 + 1);
  const { store } = opened(folder);
  expect(await store.read(line.stream)).toHaveLength(line.acknowledged * 2);
  expect(await store.verify()).toEqual({ events: line.acknowledged * 2, streams: 1 });
});

test('checkpoints and facts about the console are kept until replaced', async () => {
  const { store } = newStore();
  await store.saveCheckpoint('s', 4, 1, '{"a":1}');
  await store.saveCheckpoint('s', 9, 2, '{"a":2}');
  expect(await store.loadCheckpoint('s', 2)).toEqual({ position: 9, json: '{"a":2}' });
  expect(await store.loadCheckpoint('s', 1)).toBeUndefined();
  await store.setMeta('origin', 'one');
  await store.setMeta('origin', 'two');
  expect(await store.meta('origin')).toBe('two');
  expect(await store.meta('person')).toBeUndefined();
});
