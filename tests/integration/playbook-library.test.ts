import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import type { Caller } from '../../electron/core/server/caller.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { ShownPlaybook } from '../../shared/api/playbook-wire.ts';
import type { StreamMessage, WireEvent } from '../../shared/api/wire.ts';
import type { Directory } from '../../shared/directory/directory.ts';
import { uuidv8FromSource } from '../../shared/log/ids.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { playbookHash } from '../../shared/playbook/library-hash.ts';
import { playbookStream } from '../../shared/playbook/library-stream.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';
import type { Result } from '../../shared/result.ts';
import { declare, eventsOf, ManualClock, newConsole, ownerToken, run, serve } from '../fixtures/consoles.ts';
import { filesHolding, newFolder } from '../fixtures/data-folders.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

const minute = 60_000;

/** The text of a playbook as a company would change it. */
const textOf = (changes: Partial<Playbook>): string => writePlaybook({ ...defaultPlaybook, ...changes });
const acme = textOf({ name: 'Acme', version: '1' });
const broken = acme.replace('triageDecisionMinutes:', 'triageDecisionMinuts:');

type Saved = Result<{ readonly events: readonly WireEvent[] }, ApiError>;

async function save(console: Console, text: string, more: Readonly<Record<string, unknown>> = {}): Promise<Saved> {
  const command = { commandId: randomUUID(), type: 'playbook.save', text, ...more };
  return (await console.router.call(console.owner('app'), 'playbook.run', command)) as Saved;
}

async function shown(console: Console): Promise<ShownPlaybook> {
  const answer = await console.router.call(console.owner('app'), 'playbook.get', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as ShownPlaybook;
}

async function directoryOf(console: Console): Promise<Directory> {
  const answer = await console.router.call(console.owner('app'), 'directory.get', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as { readonly directory: Directory }).directory;
}

/** The view of an incident as the console has it. */
async function viewOf(console: Console, id: string) {
  const found = await console.desk.incident(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value.view;
}

const card = (name: string, phone: string) => ({ kind: 'person' as const, name, phones: [phone], services: ['database'] });

describe('the playbook in force', () => {
  test('is the shipped one until another is saved, and the saved one after a restart too', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    expect(await shown(before)).toMatchObject({ source: 'default', id: 'default', playbook: { name: defaultPlaybook.name }, versions: [] });
    const saved = await save(before, acme, { note: 'our own names' });
    expect(saved).toMatchObject({
      ok: true,
      value: { events: [{ type: 'console.joined' }, { type: 'playbook.saved', body: { name: 'Acme' } }] },
    });
    await before.close();
    const after = await newConsole({ dataDir });
    const found = await shown(after);
    expect(found).toMatchObject({
      source: 'saved',
      text: acme,
      playbook: { name: 'Acme' },
      faults: [],
      versions: [{ name: 'Acme', version: '1', by: 'Kim', note: 'our own names', readable: true }],
    });
    expect(found.hash).toBe(playbookHash({ ...defaultPlaybook, name: 'Acme', version: '1' }));
  });

  test('is what a new incident pins, while one that has begun keeps its own, and restarting changes neither', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const first = await declare(before);
    await save(before, acme);
    const second = await declare(before);
    await before.close();
    const after = await newConsole({ dataDir });
    const third = await declare(after);
    const names = await Promise.all([first, second, third].map(async (id) => (await viewOf(after, id)).playbook?.name));
    expect(names).toEqual([defaultPlaybook.name, 'Acme', 'Acme']);
    expect((await viewOf(after, third)).playbookHash).toBe((await shown(after)).hash);
  });

  test('takes a command once, however often it is sent, and a text that is in force already makes no event', async () => {
    const console = await newConsole();
    const commandId = randomUUID();
    const first = await save(console, acme, { commandId });
    expect(await save(console, acme, { commandId })).toEqual(first);
    expect(await save(console, textOf({ name: 'Other' }), { commandId })).toMatchObject({ error: { fields: [{ path: 'commandId' }] } });
    expect(await save(console, acme)).toEqual({ ok: true, value: { events: [] } });
    expect((await shown(console)).versions).toHaveLength(1);
  });

  test('is part of what is verified, and in no list and no search of incidents', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    await save(before, textOf({ name: 'Zanzibar rules' }), { note: 'zanzibar' });
    await before.close();
    const console = await newConsole({ dataDir });
    const ask = (name: string, input: unknown) => console.router.call(console.owner('app'), name, input);
    expect(console.desk.list()).toEqual([]);
    expect(await ask('log.search', { text: 'zanzibar' })).toEqual({ ok: true, value: { hits: [] } });
    expect(await ask('incidents.get', { id: playbookStream })).toMatchObject({ error: { code: 'not-found' } });
    expect(await run(console, { incidentId: playbookStream, type: 'incident.declare', title: 'x' })).toMatchObject({ ok: false });
    expect(await ask('log.verify', {})).toEqual({ ok: true, value: { events: 2, streams: 1 } });
    expect(playbookStream).toBe(uuidv8FromSource('stream', 'playbook'));
  });

  test('is told to every window when it changes, and to a stream of its own', async () => {
    const console = await newConsole();
    const told: StreamMessage[] = [];
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await console.router.openStream(console.owner('app'), { incident: 'playbook', after: 0 }, async (message) => {
      told.push(message);
      if (message.type === 'events') arrive();
    });
    await save(console, acme);
    await arrived;
    expect(told).toMatchObject([{ type: 'status' }, { type: 'events', events: [{ type: 'console.joined' }, { type: 'playbook.saved' }] }]);
  });
});

describe('a playbook with faults', () => {
  test('is refused with the place of each, and nothing changes: the next incident goes by the last good one', async () => {
    const console = await newConsole();
    await save(console, acme);
    const refused = await save(console, broken);
    const line = broken.split('\n').findIndex((one) => one.startsWith('triageDecisionMinuts')) + 1;
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('nothing was changed') } });
    const fields = refused.ok ? [] : (refused.error.fields ?? []);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.some(({ message }) => message.startsWith(`${line}:1: `))).toBe(true);
    expect(await shown(console)).toMatchObject({ text: acme, versions: [{ name: 'Acme' }] });
    expect((await viewOf(console, await declare(console))).playbook?.name).toBe('Acme');
  });

  test.each(['', '\u0000', '- a\n- b', 'schema: [', '&a [*a, *a]', '<<: 1', '{'.repeat(2000)])(
    'of the text %j is refused and not thrown',
    async (text) => {
      const console = await newConsole();
      expect(await save(console, text)).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect((await shown(console)).source).toBe('default');
    },
  );
});

describe('two people who write at once', () => {
  test('do not overwrite each other: the second is told who saved what, and may go on all the same', async () => {
    const clock = new ManualClock();
    const console = await newConsole({ clock });
    await save(console, acme, { replaces: 'default' });
    const [{ id: taken } = { id: '' }] = (await shown(console)).versions;
    clock.pass(minute);
    await save(console, textOf({ name: 'Acme', version: '2' }), { replaces: taken });
    const late = await save(console, textOf({ name: 'Acme', version: '3' }), { replaces: taken });
    expect(late).toMatchObject({ ok: false, error: { code: 'refused', refusal: { code: 'impossible' } } });
    expect(late.ok ? '' : late.error.message).toMatch(/Kim saved “Acme” 2 at 04:11.*after you took this text/);
    const { id, hash, playbook } = await shown(console);
    expect(playbook.version).toBe('2');
    expect(await save(console, textOf({ name: 'Acme', version: '3' }), { replaces: id })).toMatchObject({ ok: true });
    expect(await save(console, textOf({ name: 'Acme', version: '4' }), { replaces: hash })).toMatchObject({ ok: false });
    expect((await shown(console)).versions.map(({ version }) => version)).toEqual(['3', '2', '1']);
  });

  test('are told of a change of nothing but a comment too', async () => {
    const console = await newConsole();
    await save(console, acme);
    const { id } = await shown(console);
    await save(console, `${acme}\n# asked of legal on Monday\n`);
    expect(await save(console, textOf({ name: 'Acme', version: '2' }), { replaces: id })).toMatchObject({ ok: false });
  });
});

describe('a playbook of a newer console', () => {
  const pen = () => new LogWriter('newer', { stream: playbookStream });
  const body = (text: string, version: string) => ({ text, hash: 'f'.repeat(64), name: 'Newer', version });

  test('that this one cannot read leaves the last good one in force, says why, and folds once it is replaced', async () => {
    const console = await newConsole({ clock: new ManualClock() });
    await save(console, acme);
    const there = pen();
    await console.desk.receive([
      there.write({ type: 'playbook.saved', body: body(`${acme}\nstarships: 4\n`, '9'), now: night + minute }),
      there.write({ type: 'playbook.saved', v: 2, body: body(acme, '10'), now: night + 2 * minute }),
    ]);
    const found = await shown(console);
    expect(found).toMatchObject({
      source: 'saved',
      playbook: { name: 'Acme' },
      faults: [{ message: expect.stringContaining('newer Wheelhouse') }],
    });
    expect(found.versions.map(({ version, readable }) => [version, readable])).toEqual([
      ['10', false],
      ['9', false],
      ['1', true],
    ]);
    expect((await viewOf(console, await declare(console))).playbook?.name).toBe('Acme');
    expect(await save(console, acme)).toMatchObject({ ok: true });
    expect((await shown(console)).faults).toEqual([]);
  });

  test('that this one can read is in force, whichever of the two arrives first', async () => {
    const there = pen().write({ type: 'playbook.saved', body: body(textOf({ name: 'Newer' }), '9'), now: night + minute });
    const one = await newConsole({ clock: new ManualClock() });
    await save(one, acme);
    await one.desk.receive([there]);
    const other = await newConsole({ clock: new ManualClock() });
    await other.desk.receive([there]);
    expect([(await shown(one)).playbook.name, (await shown(other)).playbook.name]).toEqual(['Newer', 'Newer']);
  });
});

describe('an incident', () => {
  const hasty: Playbook = {
    ...defaultPlaybook,
    name: 'Hasty',
    cadences: {
      ...defaultPlaybook.cadences,
      staff: {
        ...defaultPlaybook.cadences.staff,
        bySeverity: { ...defaultPlaybook.cadences.staff.bySeverity, 2: 11 },
        firstPost: {},
        scopePost: {},
      },
    },
  };

  test('that adopts the playbook in force plans its targets anew, and keeps the promises that it made', async () => {
    const clock = new ManualClock();
    const console = await newConsole({ clock });
    const incidentId = await declare(console);
    await run(console, { incidentId, type: 'person.add', name: 'Sam' });
    await run(console, { incidentId, type: 'update.send', audiences: ['staff'], text: 'we look', nextAt: night + 50 * minute });
    const before = (await viewOf(console, incidentId)).cadences.staff;
    await save(console, writePlaybook(hasty));
    expect((await viewOf(console, incidentId)).cadences.staff).toEqual(before);
    const adopted = await run(console, { incidentId, type: 'playbook.adopt', reason: 'the new figures' });
    expect(adopted).toMatchObject({ ok: true, value: { events: [{ type: 'playbook.adopted', body: { reason: 'the new figures' } }] } });
    const view = await viewOf(console, incidentId);
    expect([view.playbook?.name, view.playbookHash]).toEqual(['Hasty', (await shown(console)).hash]);
    expect(view.cadences.staff).toMatchObject({ promise: before.promise, target: night + 11 * minute });
    expect(view.cadences.staff.target).not.toBe(before.target);
  });

  test('whose new playbook asks for a role that nobody held has it carried by the commander', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const before = (await viewOf(console, incidentId)).roles;
    const role = defaultPlaybook.roles.find(({ id }) => before[id] === undefined && id !== 'observer')?.id ?? '';
    const severities = { ...defaultPlaybook.severities };
    severities[2] = { ...severities[2], requiredRoles: [...severities[2].requiredRoles, role] };
    expect(await save(console, textOf({ name: 'Acme', severities }))).toMatchObject({ ok: true });
    await run(console, { incidentId, type: 'playbook.adopt' });
    const { roles } = await viewOf(console, incidentId);
    expect(roles[role]).toMatchObject({ state: 'held', holder: before.commander?.holder });
  });

  test('does not adopt what it has already, and says so', async () => {
    const console = await newConsole();
    const incidentId = await declare(console);
    const refused = await run(console, { incidentId, type: 'playbook.adopt' });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'refused', refusal: { code: 'impossible', message: expect.stringContaining('already') } },
    });
  });

  test('keeps what it adopted after a restart, and its log can be replayed to the same view', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const incidentId = await declare(before);
    await save(before, writePlaybook(hasty));
    await run(before, { incidentId, type: 'playbook.adopt' });
    const view = await viewOf(before, incidentId);
    await before.close();
    const after = await newConsole({ dataDir });
    expect(await viewOf(after, incidentId)).toEqual(view);
  });

  test('pins no telephone number: those are the directory’s, where each can be erased', async () => {
    const console = await newConsole();
    await save(console, textOf({ name: 'Acme', directory: [card('Ada Lovelace', '+44 20 7946 0018')] }));
    const [pinned] = await eventsOf(console, await declare(console), 'playbook.pinned');
    expect(JSON.stringify(pinned?.body)).not.toContain('7946');
  });
});

describe('the directory of a playbook', () => {
  const withCards = (version: string, ...cards: readonly ReturnType<typeof card>[]) =>
    textOf({ name: 'Acme', version, directory: [...cards] });

  test('is in the directory once the playbook is saved; what was changed there by hand stays, and what the playbook lacks too', async () => {
    const console = await newConsole();
    const saved = await save(console, withCards('1', card('Ada', '+49 30 1'), card('Sam', '+49 30 2')));
    expect(saved.ok && saved.value.events.map(({ type }) => type)).toEqual([
      'console.joined',
      'playbook.saved',
      'console.joined',
      'contact.saved',
      'contact.saved',
    ]);
    const ada = (await directoryOf(console)).contacts.find(({ name }) => name === 'Ada');
    const byHand = { commandId: randomUUID(), type: 'contact.save', contact: ada?.id, ...card('Ada', '+49 30 111') };
    await console.router.call(console.owner('app'), 'directory.run', byHand);
    await save(console, withCards('2', card('Ada', '+49 30 1'), card('Lee', '+49 30 3')));
    expect((await directoryOf(console)).contacts.map(({ name, phones }) => [name, phones[0]])).toEqual([
      ['Ada', '+49 30 111'],
      ['Lee', '+49 30 3'],
      ['Sam', '+49 30 2'],
    ]);
  });

  test('that the directory refuses is refused with its place, and neither of the two changes', async () => {
    const console = await newConsole();
    const text = withCards('1', card('Ada', '+49 30 1'), card('Sam', 'ring the bell'));
    const refused = await save(console, text);
    const line = text.split('\n').findIndex((one) => one.includes('ring the bell')) + 1;
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'invalid',
        fields: [{ path: 'directory.1.phones.0', message: expect.stringMatching(new RegExp(`^${line}:\\d+: .*digits`)) }],
      },
    });
    expect([(await shown(console)).source, (await directoryOf(console)).contacts]).toEqual(['default', []]);
  });
});

describe('a version', () => {
  test('is read with its text, and erased for good with what leaked into it: the one before is in force again', async () => {
    const dataDir = newFolder();
    const console = await newConsole({ dataDir });
    await save(console, acme);
    await save(console, `${textOf({ name: 'Acme', version: '2' })}\n# hunter2SECRET\n`);
    const [latest] = (await shown(console)).versions;
    const ask = (name: string, input: unknown) => console.router.call(console.owner('app'), name, input);
    expect(await ask('playbook.version', { id: latest?.id })).toMatchObject({
      ok: true,
      value: { version: '2', text: expect.stringContaining('SECRET') },
    });
    const erased = await ask('log.erase', { id: 'playbook', event: latest?.id, confirm: latest?.id.slice(-8) });
    expect(erased).toMatchObject({ ok: true });
    expect(await shown(console)).toMatchObject({ text: acme, versions: [{ version: '1' }] });
    expect(await ask('playbook.version', { id: latest?.id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await console.close();
    expect(filesHolding(dataDir, 'hunter2SECRET')).toEqual([]);
  });
});

describe('at the doors', () => {
  const sam: Caller = { person: randomUUID(), name: 'Sam', scope: 'responder', via: 'browser', session: 'x' };

  test('a responder reads it and may not save it', async () => {
    const console = await newConsole();
    expect(await console.router.call(sam, 'playbook.get', {})).toMatchObject({ ok: true });
    const command = { commandId: randomUUID(), type: 'playbook.save', text: acme };
    expect(await console.router.call(sam, 'playbook.run', command)).toMatchObject({ error: { code: 'forbidden' } });
    expect((await shown(console)).source).toBe('default');
  });

  test('it is read, taken out, explained and saved over HTTP', async () => {
    const served = await serve();
    const bearer = { authorization: `Bearer ${ownerToken}` };
    const get = (path: string) => fetch(`${served.url}${path}`, { headers: bearer });
    const post = (body: unknown) =>
      fetch(`${served.url}/api/v1/playbook/commands`, {
        method: 'POST',
        headers: { ...bearer, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const done = await post({ commandId: randomUUID(), type: 'playbook.save', text: acme });
    expect(done.status).toBe(200);
    const read = (await (await get('/api/v1/playbook')).json()) as ShownPlaybook;
    expect(read).toMatchObject({ source: 'saved', playbook: { name: 'Acme' } });
    const file = await get('/api/v1/playbook/file');
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/yaml; charset=utf-8', acme]);
    const version = await get(`/api/v1/playbook/versions/${read.id}`);
    expect(await version.json()).toMatchObject({ text: acme });
    expect(await (await get('/api/v1/playbook/schema')).json()).toMatchObject({ type: 'object' });
    const faulty = await post({ commandId: randomUUID(), type: 'playbook.save', text: broken });
    expect([faulty.status, (await faulty.json()).error.fields.length > 0]).toEqual([422, true]);
    const late = await post({ commandId: randomUUID(), type: 'playbook.save', text: textOf({ name: 'B' }), replaces: 'default' });
    expect([late.status, (await late.json()).refusal.code]).toEqual([409, 'impossible']);
    expect((await fetch(`${served.url}/api/v1/playbook`)).status).toBe(401);
  });
});
