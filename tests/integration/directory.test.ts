import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import type { Caller } from '../../electron/core/server/caller.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { StreamMessage, WireEvent } from '../../shared/api/wire.ts';
import type { Directory } from '../../shared/directory/directory.ts';
import { directoryStream } from '../../shared/directory/stream.ts';
import type { Result } from '../../shared/result.ts';
import { wheelhouse } from '../fixtures/command-line.ts';
import { declare, newConsole, ownerToken, run, type Served, serve } from '../fixtures/consoles.ts';
import { filesHolding, newFolder } from '../fixtures/data-folders.ts';
import { companyFile } from '../fixtures/directory-facts.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

const minute = 60_000;
const ada = { type: 'contact.save', kind: 'person', name: 'Ada Lovelace', phones: ['+44 20 7946 0018'], services: ['database'] } as const;

/** Runs a command of the directory as the owner. */
async function change(console: Console, command: Readonly<Record<string, unknown>>) {
  const answer = await console.router.call(console.owner('app'), 'directory.run', { commandId: randomUUID(), ...command });
  return answer as Result<{ readonly events: readonly WireEvent[] }, ApiError>;
}

/** The same where it has to be done; answers the id of the contact. */
async function saved(console: Console, command: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await change(console, command);
  if (!answer.ok) throw new Error(answer.error.message);
  const event = answer.value.events.find(({ type }) => type === 'contact.saved');
  return (event?.body as { readonly contact: string } | undefined)?.contact ?? '';
}

async function directoryOf(console: Console): Promise<Directory> {
  const answer = await console.router.call(console.owner('app'), 'directory.get', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as { readonly directory: Directory }).directory;
}

const names = ({ contacts }: Directory) => contacts.map(({ name }) => name);

/** A stream of the console, whose messages are taken one by one. */
function streamOf(console: Console, request: { readonly incident?: string; readonly after: number }) {
  const told: StreamMessage[] = [];
  const waiting: ((message: StreamMessage) => void)[] = [];
  const opened = console.router.openStream(console.owner('app'), request, async (message) => {
    const take = waiting.shift();
    if (take) take(message);
    else told.push(message);
  });
  return {
    opened,
    next: (): Promise<StreamMessage> => {
      const message = told.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

describe('the directory', () => {
  test('is on disk once a command was answered, and is there after a restart', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    await saved(before, ada);
    await before.close();
    const after = await newConsole({ dataDir });
    expect(names(await directoryOf(after))).toEqual(['Ada Lovelace']);
  });

  test('takes a command once, however often it is sent, and not another under its id', async () => {
    const console = await newConsole();
    const command = { commandId: randomUUID(), ...ada };
    const first = await change(console, command);
    const again = await change(console, command);
    expect(again).toEqual(first);
    expect((await directoryOf(console)).contacts[0]?.saves).toHaveLength(1);
    expect(await change(console, { ...command, name: 'Sam' })).toMatchObject({ ok: false, error: { fields: [{ path: 'commandId' }] } });
  });

  test('given many commands at once writes one unbroken chain that verifies, and says nothing twice', async () => {
    const console = await newConsole();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => change(console, { ...ada, name: `Ada ${index % 10}` })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect((await directoryOf(console)).contacts).toHaveLength(10);
    const verified = await console.router.call(console.owner('app'), 'log.verify', {});
    expect(verified).toEqual({ ok: true, value: { events: 11, streams: 1 } });
  });

  test('is no incident: it is in no list, no search, no address of one, and nothing can be declared in its place', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    await saved(before, { ...ada, note: 'knows the replication' });
    await before.close();
    const console = await newConsole({ dataDir });
    const incidentId = await declare(console);
    await run(console, { incidentId, type: 'entry.add', kind: 'note', text: 'Ada looks at the replication' });
    const ask = (name: string, input: unknown) => console.router.call(console.owner('app'), name, input);
    expect(console.desk.list().map(({ id, label }) => [id, label])).toEqual([[incidentId, 'inc-1']]);
    expect([...console.desk.openViews()].map(({ id }) => id)).toEqual([incidentId]);
    const found = await ask('log.search', { text: 'replication' });
    expect(found).toMatchObject({ ok: true, value: { hits: [{ event: { incidentId }, title: 'Checkout fails' }] } });
    expect(found.ok && (found.value as { hits: unknown[] }).hits).toHaveLength(1);
    for (const id of [directoryStream, 'directory', directoryStream.slice(-8)]) {
      expect(await ask('incidents.get', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
    const inItsPlace = [
      { incidentId: directoryStream, type: 'incident.declare', title: 'x' },
      { incidentId: directoryStream, type: 'entry.add', kind: 'note', text: 'x' },
    ];
    for (const command of inItsPlace) expect(await run(console, command)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(names(await directoryOf(console))).toEqual(['Ada Lovelace']);
  });

  test('is part of what is verified and of a backup', async () => {
    const console = await newConsole();
    await declare(console);
    await saved(console, ada);
    const file = join(newFolder(), 'copy', '..', 'copy.db');
    const written = await console.router.call(console.owner('app'), 'log.backup', { file });
    expect(written).toMatchObject({ ok: true });
    expect(readFileSync(file).includes('+44 20 7946 0018')).toBe(true);
    expect(await console.router.call(console.owner('app'), 'log.verify', {})).toMatchObject({ ok: true, value: { streams: 2 } });
  });

  test('tells every window what changed in it, and a stream of an incident nothing', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const all = streamOf(console, { after: 999_999_999_999_999 });
    const own = streamOf(console, { incident: 'directory', after: 0 });
    const incident = streamOf(console, { incident: incidentId, after: 999_999_999_999_999 });
    for (const stream of [all, own, incident]) expect(await stream.next()).toMatchObject({ type: 'status' });
    await saved(console, ada);
    expect(await all.next()).toMatchObject({
      type: 'events',
      events: [{ incidentId: directoryStream, type: 'console.joined' }, { type: 'contact.saved' }],
    });
    expect(await own.next()).toMatchObject({ type: 'events', events: [{ type: 'console.joined' }, { body: { name: 'Ada Lovelace' } }] });
    await run(console, { incidentId, type: 'entry.add', kind: 'note', text: 'next' });
    expect(await incident.next()).toMatchObject({ type: 'events', events: [{ incidentId, type: 'entry.added' }] });
  });

  test('takes in what another console wrote before, and both have one list', async () => {
    const here = await newConsole();
    const contact = await saved(here, ada);
    const there = new LogWriter('there', { stream: directoryStream });
    const body = { contact, kind: 'person', name: 'Ada L.', phones: ['+49 30 1'], services: [] };
    await here.desk.receive([
      there.write({ type: 'contact.saved', body, now: night }),
      there.write({ type: 'contact.saved', body: { ...body, contact: 'sam', name: 'Sam' } }),
    ]);
    const { contacts } = await directoryOf(here);
    expect(contacts.map(({ name, saves }) => [name, saves.length])).toEqual([
      ['Ada Lovelace', 2],
      ['Sam', 1],
    ]);
    expect(await change(here, { ...ada, name: 'Lee' })).toMatchObject({ ok: true });
  });

  test('refuses what cannot be with a sentence, and what is malformed with the place of each fault', async () => {
    const console = await newConsole();
    await saved(console, ada);
    expect(await change(console, ada)).toMatchObject({ ok: false, error: { code: 'refused', refusal: { code: 'impossible' } } });
    const file = { ...companyFile(3), escalations: [{ path: ['Nobody'] }] };
    expect(await change(console, { type: 'directory.import', file })).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: [{ path: 'file.escalations.0.path.0' }] },
    });
    expect(names(await directoryOf(console))).toEqual(['Ada Lovelace']);
  });

  test('may be changed by a responder who gave their name, and imported by the owner only', async () => {
    const console = await newConsole();
    const nameless: Caller = { person: randomUUID(), scope: 'responder', via: 'browser', session: 'x' };
    const sam: Caller = { ...nameless, name: 'Sam' };
    const as = (caller: Caller, command: object) => console.router.call(caller, 'directory.run', { commandId: randomUUID(), ...command });
    expect(await as(nameless, ada)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await as(sam, ada)).toMatchObject({
      ok: true,
      value: { events: [{ type: 'console.joined' }, { actor: sam.person, via: 'browser' }] },
    });
    expect(await as(sam, { type: 'directory.import', file: companyFile(1) })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await change(console, { type: 'directory.import', file: companyFile(1) })).toMatchObject({ ok: true });
  });
});

describe('a phone number', () => {
  test('is erased for good: from the list, from every window, and from every file of the data folder', async () => {
    const dataDir = newFolder();
    const console = await newConsole({ dataDir });
    const contact = await saved(console, { ...ada, phones: ['+49 171 SECRET 77'] });
    await saved(console, { ...ada, contact, phones: ['+49 30 1'] });
    const [first = '', second = ''] = (await directoryOf(console)).contacts[0]?.saves ?? [];
    const erase = (id: string, event: string) =>
      console.router.call(console.owner('app'), 'log.erase', { id, event, confirm: event.slice(-8) });
    const { next } = streamOf(console, { after: 999_999_999_999_999 });
    await next();
    expect(await erase('inc-1', first)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await erase('directory', first)).toMatchObject({ ok: true, value: { erased: first } });
    expect(await next()).toMatchObject({ type: 'directory', directory: { contacts: [{ phones: ['+49 30 1'], saves: [second] }] } });
    expect(await erase(directoryStream, second)).toMatchObject({ ok: true });
    expect(await next()).toMatchObject({ type: 'directory', directory: { contacts: [] } });
    await console.close();
    expect(filesHolding(dataDir, 'SECRET')).toEqual([]);
    const reopened = openStore(dataDir, night);
    if (!reopened.ok) throw new Error(reopened.error.message);
    expect(await reopened.value.store.verify()).toEqual({ events: 3, streams: 1 });
    await reopened.value.store.close();
  });
});

describe('over HTTP', () => {
  const bearer = { authorization: `Bearer ${ownerToken}` };
  const get = (served: Served, path: string) => fetch(`${served.url}${path}`, { headers: bearer });
  const post = (served: Served, body: unknown) =>
    fetch(`${served.url}/api/v1/directory/commands`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('it is read and changed at addresses of its own, and refuses with 409 and 422', async () => {
    const served = await serve();
    const done = await post(served, { commandId: randomUUID(), ...ada });
    expect([done.status, (await done.json()).events.at(-1).type]).toEqual([200, 'contact.saved']);
    const read = await get(served, '/api/v1/directory');
    expect(await read.json()).toMatchObject({ position: 2, directory: { contacts: [{ name: 'Ada Lovelace' }] } });
    const twice = await post(served, { commandId: randomUUID(), ...ada });
    expect([twice.status, (await twice.json()).refusal.code]).toEqual([409, 'impossible']);
    const malformed = await post(served, { commandId: randomUUID(), ...ada, name: 'Sam', phones: ['none'] });
    expect([malformed.status, (await malformed.json()).error.fields]).toMatchObject([422, [{ path: 'phones.0' }]]);
    expect((await fetch(`${served.url}/api/v1/directory`)).status).toBe(401);
  });

  test('it is taken out as a file that it takes back', async () => {
    const served = await serve();
    await change(served, { type: 'directory.import', file: companyFile(12) });
    const response = await get(served, '/api/v1/directory/file');
    expect(response.headers.get('content-disposition')).toContain('directory.json');
    const file = await response.json();
    const other = await newConsole();
    expect(await change(other, { type: 'directory.import', file })).toMatchObject({ ok: true });
    expect(names(await directoryOf(other))).toEqual(names(await directoryOf(served)));
    expect(await change(served, { type: 'directory.import', file })).toEqual({ ok: true, value: { events: [] } });
  });

  test('the page for the wall is a document that loads and runs nothing, whatever people are called', async () => {
    const served = await serve();
    await saved(served, { ...ada, name: '<script>alert(1)</script>', note: '"><img src=x onerror=alert(1)>' });
    const document = await get(served, '/api/v1/directory/print');
    expect(document.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const text = await document.text();
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toMatch(/<script|<img|<link|https?:/);
    const shown = await get(served, '/preview/directory');
    expect(await shown.text()).toBe(text);
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox allow-same-origin allow-modals$/);
    expect(policy).not.toContain('script-src');
  });
});

describe('from the command line', () => {
  vi.setConfig({ testTimeout: 120_000 });
  const cli = (data: string, ...args: readonly string[]) => wheelhouse(['directory', ...args], { data });

  test('a directory is imported, read, taken out and printed, with no console running', async () => {
    const dataDir = newFolder();
    const file = join(newFolder(), 'directory.json');
    writeFileSync(file, JSON.stringify(companyFile(10)));
    expect(await cli(dataDir, 'import', file)).toMatchObject({ code: 0, out: '10 contacts and 0 paths saved\n' });
    expect((await cli(dataDir)).out).toContain('+49 30 5550 1003');
    expect(JSON.parse((await cli(dataDir, '--json')).out).contacts).toHaveLength(10);
    expect(JSON.parse((await cli(dataDir, 'export')).out)).toMatchObject({ schema: 'wheelhouse-directory/1' });
    expect((await cli(dataDir, 'print')).out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(await cli(dataDir, 'import', file)).toMatchObject({ code: 0, out: 'The directory holds all of this already.\n' });
  });

  test('a file with faults is refused whole, and each is named with its contact', async () => {
    const dataDir = newFolder();
    const file = join(newFolder(), 'directory.json');
    writeFileSync(
      file,
      JSON.stringify({
        schema: 'wheelhouse-directory/1',
        contacts: [{ name: 'Ada', phones: ['ring me'] }, { name: 'Sam', order: 0 }, { name: 'Lee' }],
      }),
    );
    const refused = await cli(dataDir, 'import', file);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toContain('2 faults, and nothing was imported');
    expect(refused.errors).toContain('contacts.0.phones.0 (Ada) is not a number');
    expect(refused.errors).toContain('contacts.1.order (Sam)');
    const console = await newConsole({ dataDir });
    expect(names(await directoryOf(console))).toEqual([]);
  });
});

test('a directory of a few hundred cards, changed for years, is read in a moment', async () => {
  const console = await newConsole();
  await change(console, { type: 'directory.import', file: companyFile(300) });
  const writer = new LogWriter('years', { stream: directoryStream });
  const events = Array.from({ length: 3000 }, (_, index) => {
    const body = {
      contact: `c${index % 300}`,
      kind: 'person',
      name: `Person ${index % 300}`,
      phones: [`+49 30 ${index + 10}`],
      services: ['db'],
    };
    return writer.write({ type: 'contact.saved', body, now: night + index * minute });
  });
  await console.desk.receive(events);
  expect((await directoryOf(console)).contacts).toHaveLength(600);
});
