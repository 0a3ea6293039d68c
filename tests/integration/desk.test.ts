import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openConsole } from '../../electron/core/console.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import { declare, eventsOf, ManualClock, newConsole, run } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

/** Follows a stream until a message of the wanted type comes. */
function follow(console: Awaited<ReturnType<typeof newConsole>>, request: { incident?: string; after: number }) {
  const messages: StreamMessage[] = [];
  const waiting: { type: string; resolve: (message: StreamMessage) => void }[] = [];
  const opened = console.router.openStream(console.owner('app'), request, async (message) => {
    messages.push(message);
    const index = waiting.findIndex(({ type }) => type === message.type);
    if (index >= 0) waiting.splice(index, 1)[0]?.resolve(message);
  });
  return {
    opened,
    messages,
    next: <T extends StreamMessage['type']>(type: T) =>
      new Promise<Extract<StreamMessage, { type: T }>>((resolve) => {
        waiting.push({ type, resolve: resolve as (message: StreamMessage) => void });
      }),
  };
}

describe('a command', () => {
  test('sent twice happens once and is answered with the same events', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const command = { commandId: randomUUID(), incidentId, type: 'entry.add', kind: 'note', text: 'the db is slow' };
    const first = await run(console, command);
    const again = await run(console, command);
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    expect(await eventsOf(console, incidentId, 'entry.added')).toHaveLength(1);
  });

  test('sent twice at the same moment happens once, also a declaration that named no incident', async () => {
    const console = await newConsole();
    const command = { commandId: randomUUID(), type: 'incident.declare', title: 'Twice' };
    const [first, again] = await Promise.all([run(console, command), run(console, command)]);
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    expect(console.desk.list()).toHaveLength(1);
  });

  test('is remembered over a restart', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const command = { commandId: randomUUID(), type: 'incident.declare', title: 'Once' };
    const first = await run(before, command);
    await before.close();
    const after = await newConsole({ dataDir });
    expect(await run(after, command)).toEqual(first);
  });

  test('whose id was used for another one is refused as malformed', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const command = { commandId: randomUUID(), incidentId, type: 'entry.add', kind: 'note', text: 'one' };
    await run(console, command);
    const other = await run(console, { ...command, text: 'two' });
    expect(other).toMatchObject({ ok: false, error: { code: 'invalid', fields: [{ path: 'commandId' }] } });
    expect(await eventsOf(console, incidentId, 'entry.added')).toHaveLength(1);
  });

  test('that the charts refuse writes nothing and names what is missing', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const before = await eventsOf(console, incidentId);
    const refused = await run(console, { incidentId, type: 'incident.resolve' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused', refusal: { code: 'requirements' } } });
    expect(await eventsOf(console, incidentId)).toEqual(before);
  });

  test('for an incident that is not there is answered so', async () => {
    const console = await newConsole();
    expect(await run(console, { incidentId: randomUUID(), type: 'impact.describe', text: 'x' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  test('given together with others is written in one unbroken chain', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const texts = Array.from({ length: 40 }, (_, index) => `note ${index}`);
    await Promise.all(texts.map((text) => run(console, { incidentId, type: 'entry.add', kind: 'note', text })));
    const written = await eventsOf(console, incidentId, 'entry.added');
    expect(written.map(({ body }) => (body as { text: string }).text)).toEqual(texts);
    const verified = await console.router.call(console.owner('app'), 'log.verify', {});
    expect(verified).toMatchObject({ ok: true, value: { streams: 1 } });
    expect(verified).not.toHaveProperty('value.firstBroken');
  });
});

describe('a console', () => {
  test('greets each incident once, before anything else it writes there', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const incidentId = await declare(before);
    await before.close();
    const after = await newConsole({ dataDir });
    await run(after, { incidentId, type: 'entry.add', kind: 'note', text: 'later' });
    const events = await eventsOf(after, incidentId);
    expect(events.map(({ type }) => type).filter((type) => type === 'console.joined')).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'console.joined', seq: 1, body: { platform: process.platform } });
    expect(new Set(events.map(({ origin }) => origin)).size).toBe(1);
  });

  test('keeps its private key to its owner', async () => {
    const { dataDir } = await newConsole();
    const file = join(dataDir, 'console-key.pem');
    expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('counts its labels on after a restart', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    await declare(before);
    await before.close();
    const after = await newConsole({ dataDir });
    await declare(after);
    expect(after.desk.list().map(({ label }) => label)).toEqual(expect.arrayContaining(['inc-1', 'inc-2']));
  });

  test('is refused a data folder that another one has, by its process id', async () => {
    const { dataDir } = await newConsole();
    const second = await openConsole({ dataDir, ownerName: 'Sam', zone: 'UTC' });
    expect(second).toMatchObject({ ok: false, error: { pid: process.pid } });
    expect(second.ok ? '' : second.error.error.message).toContain(String(process.pid));
  });

  test('reopens with the same view, from its checkpoint and from the log', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const incidentId = await declare(before);
    for (const text of ['one', 'two', 'three']) await run(before, { incidentId, type: 'entry.add', kind: 'note', text });
    const view = (await before.desk.incident(incidentId)) as { value: { state: unknown } };
    await before.close();
    const after = await newConsole({ dataDir });
    expect(((await after.desk.incident('inc-1')) as { value: { state: unknown } }).value.state).toEqual(view.value.state);
  });

  test('lists what had ended before it opened, and opens it, as it was', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const ended = await declare(before, { title: 'Over' });
    await run(before, { incidentId: ended, type: 'incident.cancel', reason: 'a test' });
    await declare(before, { title: 'Still on' });
    const listed = before.desk.list();
    await before.close();
    const after = await newConsole({ dataDir });
    expect(after.desk.list()).toEqual(listed);
    await run(after, { incidentId: ended, type: 'entry.add', kind: 'note', text: 'after closing' });
    expect(after.desk.list().find(({ id }) => id === ended)).toMatchObject({ entries: 1, ended: true });
    expect(await after.desk.incident('inc-1')).toMatchObject({ value: { view: { title: 'Over', entries: 1 } } });
  });

  test('takes a name that fits several incidents for none of them, and says which', async () => {
    const console = await newConsole();
    const ids = [await declare(console), await declare(console)];
    expect(console.desk.resolve(ids[0]?.slice(-12) ?? '')).toEqual({ ok: true, value: ids[0] });
    expect(console.desk.resolve('INC-2')).toEqual({ ok: true, value: ids[1] });
    expect(console.desk.resolve('')).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('inc-1') } });
  });
});

describe('the stream', () => {
  test('sends what came after a position, and then each new event, once', async () => {
    const console = await newConsole();
    const incident = await declare(console);
    const events = await eventsOf(console, incident);
    const after = events[2]?.position ?? 0;
    const stream = follow(console, { incident, after });
    const missed = await stream.next('events');
    expect(missed.events.map(({ position }) => position)).toEqual(events.slice(3).map(({ position }) => position));
    const coming = stream.next('events');
    await run(console, { incidentId: incident, type: 'entry.add', kind: 'note', text: 'new' });
    expect((await coming).events).toMatchObject([{ type: 'entry.added' }]);
    expect(stream.messages[0]).toEqual({ type: 'status', status: { recording: true, notices: [] } });
  });

  test('of all incidents has them in order of arrival', async () => {
    const console = await newConsole();
    await declare(console);
    await declare(console);
    const stream = follow(console, { after: 0 });
    const { events } = await stream.next('events');
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  });

  test('sends the whole fold when an event comes late, and the view has it in its place', async () => {
    const console = await newConsole({ clock: new ManualClock(night + 3_600_000) });
    const incident = await declare(console);
    const last = (await eventsOf(console, incident)).at(-1)?.position ?? 0;
    const stream = follow(console, { incident, after: last });
    const reset = stream.next('reset');
    const other = new LogWriter('other', { stream: incident });
    const received = await console.desk.receive([other.write({ text: 'seen from the other side', now: night })]);
    expect(received).toEqual({ ok: true, value: { added: 1 } });
    const { fold, position } = await reset;
    expect(position).toBe(last + 1);
    expect(fold.view.entries).toBe(1);
  });

  test('sends an event of another console as it is, when it is the newest', async () => {
    const console = await newConsole({ clock: new ManualClock() });
    const incident = await declare(console);
    const stream = follow(console, { incident, after: Number.MAX_SAFE_INTEGER });
    await stream.opened;
    const coming = stream.next('events');
    await console.desk.receive([new LogWriter('other', { stream: incident }).write({ now: night + 60_000 })]);
    expect((await coming).events).toHaveLength(1);
    const own = await run(console, { incidentId: incident, type: 'entry.add', kind: 'note', text: 'after it' });
    const [before, after] = (await eventsOf(console, incident)).slice(-2);
    expect(own.ok && after && before && after.hlc > before.hlc).toBe(true);
  });
});

test('an erased text is gone from the view and from every answer', async () => {
  const console = await newConsole();
  const incidentId = await declare(console);
  const added = await run(console, { incidentId, type: 'entry.add', kind: 'note', text: 'the password is swordfish' });
  const event = added.ok ? (added.value.events.at(-1)?.id ?? '') : '';
  const wrong = await console.router.call(console.owner('app'), 'log.erase', { id: incidentId, event, confirm: 'nonsense' });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid' } });
  const erased = await console.router.call(console.owner('app'), 'log.erase', { id: incidentId, event, confirm: event.slice(-8) });
  expect(erased).toMatchObject({ ok: true, value: { erased: event } });
  const shown = await console.router.call(console.owner('app'), 'incidents.get', { id: incidentId });
  expect(JSON.stringify([shown, await eventsOf(console, incidentId)])).not.toContain('swordfish');
});

test('a log that cannot be written says so to every screen, writes nothing by halves, and goes on when it can', async () => {
  const console = await newConsole();
  const incidentId = await declare(console);
  const before = await eventsOf(console, incidentId);
  const stream = follow(console, { after: Number.MAX_SAFE_INTEGER });
  await stream.next('status');
  // Another program that holds the database is as good as a full disk: SQLite gives up after five seconds.
  const other = new Database(join(console.dataDir, 'wheelhouse.db'));
  other.exec('BEGIN IMMEDIATE');
  const lost = stream.next('status');
  const note = { commandId: randomUUID(), incidentId, type: 'entry.add', kind: 'note', text: 'kept by the screen' };
  expect(await run(console, note)).toMatchObject({ ok: false, error: { code: 'not-recording' } });
  expect(await lost).toMatchObject({ status: { recording: false, notices: [expect.stringContaining('cannot be written')] } });
  expect(await eventsOf(console, incidentId)).toEqual(before);
  other.exec('ROLLBACK');
  other.close();
  const found = stream.next('status');
  expect(await run(console, note)).toMatchObject({ ok: true });
  expect(await found).toEqual({ type: 'status', status: { recording: true, notices: [] } });
  expect(await eventsOf(console, incidentId)).toHaveLength(before.length + 1);
});
