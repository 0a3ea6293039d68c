import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Caller } from '../../electron/core/server/caller.ts';
import type { ParentPort } from '../../electron/core/server/core-process.ts';
import { runCore } from '../../electron/core/server/core-process.ts';
import { openapiDocument } from '../../electron/core/server/openapi.ts';
import type { CoreToMain, MainToCore, PortReply } from '../../electron/core/server/port-protocol.ts';
import { servePort } from '../../electron/core/server/port-server.ts';
import { type ProcedureName, procedures } from '../../shared/api/procedures.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import { declare, eventsOf, newConsole, ownerToken, run, type Served, serve } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

/** Opens a stream; messages are handed out one by one. */
function streamOf(served: Served, query: string, headers: Record<string, string> = { authorization: `Bearer ${ownerToken}` }) {
  const socket = new WebSocket(`${served.url.replace('http', 'ws')}/api/v1/stream${query}`, { headers });
  const messages: StreamMessage[] = [];
  const waiting: ((message: StreamMessage) => void)[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as StreamMessage;
    const take = waiting.shift();
    if (take) take(message);
    else messages.push(message);
  });
  // Ending one that was refused is an error to `ws`, and not to us.
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  const next = (): Promise<StreamMessage> => {
    const message = messages.shift();
    return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
  };
  return { socket, next };
}

const refusedWith = async (socket: WebSocket): Promise<number> => {
  const [, response] = await once(socket, 'unexpected-response');
  return response.statusCode;
};

describe('the stream over a WebSocket', () => {
  test('goes on from a position and then tells each new event', async () => {
    const served = await serve();
    const incident = await declare(served);
    const { next } = streamOf(served, `?incident=inc-1&after=3`);
    expect(await next()).toEqual({ type: 'status', status: { recording: true, notices: [] } });
    expect(await next()).toMatchObject({ type: 'events', events: expect.arrayContaining([expect.objectContaining({ position: 4 })]) });
    await run(served, { incidentId: incident, type: 'entry.add', kind: 'note', text: 'new' });
    expect(await next()).toMatchObject({ type: 'events', events: [{ type: 'entry.added', body: { text: 'new' } }] });
  });

  test('sends the whole fold when an event comes late', async () => {
    const served = await serve();
    const incident = await declare(served);
    const { next } = streamOf(served, `?incident=${incident}&after=${Number.MAX_SAFE_INTEGER}`);
    await next();
    await served.desk.receive([new LogWriter('other', { stream: incident }).write({ now: night })]);
    let message = await next();
    if (message.type === 'events') message = await next();
    expect(message).toMatchObject({ type: 'reset', incidentId: incident, fold: { view: { entries: 1 } } });
  });

  test('is opened by nobody without a token, and from no other origin or host', async () => {
    const served = await serve();
    const authorization = `Bearer ${ownerToken}`;
    expect(await refusedWith(streamOf(served, '', {}).socket)).toBe(401);
    expect(await refusedWith(streamOf(served, '', { authorization, origin: 'https://evil.example' }).socket)).toBe(403);
    expect(await refusedWith(streamOf(served, '', { authorization, host: 'evil.example' }).socket)).toBe(403);
  });

  test('ends for an incident that is not there, for a bad position, and for who talks too much', async () => {
    const served = await serve();
    expect((await once(streamOf(served, '?incident=nope').socket, 'close'))[0]).toBe(4404);
    expect((await once(streamOf(served, '?after=soon').socket, 'close'))[0]).toBe(4422);
    const { socket, next } = streamOf(served, '');
    await next();
    socket.send('x'.repeat(2000));
    expect((await once(socket, 'close'))[0]).toBe(1009);
  });
});

describe('scope', () => {
  const inputs: Readonly<Record<ProcedureName, unknown>> = {
    'commands.run': { commandId: randomUUID(), type: 'incident.declare', title: 'x' },
    'incidents.list': {},
    'incidents.get': { id: 'inc-1' },
    'incidents.events': { id: 'inc-1' },
    'incidents.asKnownAt': { id: 'inc-1', at: 0 },
    'incidents.export': { id: 'inc-1', template: 'google-sre', format: 'md' },
    'incidents.metrics': { id: 'inc-1' },
    'insights.get': {},
    'postmortem.draft': { id: 'inc-1', template: 'google-sre' },
    'postmortem.sectionSince': { id: 'inc-1', template: 'google-sre', section: 'summary' },
    'followUps.list': {},
    'followUps.export': { format: 'csv' },
    'incidents.import': { file: {} },
    'samples.list': {},
    'samples.open': { id: 'fastly-2021-06-08' },
    'library.list': { text: 'x' },
    'incidents.similar': { id: 'inc-1' },
    'library.folder': {},
    'library.setFolder': { folder: '/nowhere/at/all' },
    'library.publish': { all: true },
    'postmortem.review': { id: 'inc-1', template: 'google-sre' },
    'log.search': { text: 'x' },
    'log.erase': { id: 'inc-1', event: 'x', confirm: 'x' },
    'log.verify': {},
    'log.backup': { file: '/nowhere/at/all' },
    'directory.get': {},
    'directory.run': { commandId: randomUUID(), type: 'contact.save', kind: 'person', name: 'Ada', phones: [], services: [] },
    'directory.file': {},
    'directory.print': {},
    'channels.list': {},
    'channels.save': { name: 'ops', kind: 'slack', audiences: ['staff'], url: 'https://127.0.0.1:1/x' },
    'channels.remove': { id: 'ops', confirm: 'ops' },
    'channels.try': { id: 'ops' },
    'templates.list': {},
    'templates.get': { id: 'google-sre' },
    'templates.check': { text: 'no template' },
    'templates.preview': { text: 'no template' },
    'templates.save': { commandId: randomUUID(), text: 'no template' },
    'templates.remove': { commandId: randomUUID(), id: 'google-sre' },
    'playbook.get': {},
    'playbook.run': { commandId: randomUUID(), type: 'playbook.save', text: 'no playbook' },
    'playbook.version': { id: 'default' },
    'playbook.file': {},
    'playbook.schema': {},
    'session.get': {},
    'session.name': { name: 'Sam' },
    'session.invite': {},
  };

  test.each(Object.entries(procedures).map(([name, { scope }]) => [name as ProcedureName, scope] as const))(
    '%s is for whom the table says: %s',
    async (name, scope) => {
      const console = await newConsole();
      await declare(console);
      const responder: Caller = { person: randomUUID(), name: 'Sam', scope: 'responder', via: 'browser', session: 'x' };
      const answer = await console.router.call(responder, name, inputs[name]);
      const forbidden = !answer.ok && answer.error.code === 'forbidden';
      expect(forbidden).toBe(scope === 'owner');
      const owners = await console.router.call(console.owner('app'), name, inputs[name]);
      expect(owners.ok || owners.error.code !== 'forbidden').toBe(true);
      expect(owners.ok || owners.error.code !== 'bug').toBe(true);
    },
  );

  test.each(['commands.run', 'directory.run', 'playbook.run', 'templates.save', 'templates.remove'] as const)(
    '%s is for nobody before they gave a name, and says so',
    async (name) => {
      const console = await newConsole();
      const nameless: Caller = { person: randomUUID(), scope: 'owner', via: 'browser', session: 'x' };
      expect(await console.router.call(nameless, name, inputs[name])).toEqual({
        ok: false,
        error: { code: 'forbidden', message: 'Give your name first: whatever is written carries it.' },
      });
    },
  );
});

test('the OpenAPI document names every procedure that has an address, and every reference in it leads somewhere', () => {
  const document = openapiDocument('http://127.0.0.1:7411', '0.0.0');
  const paths = document.paths as Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const named = Object.entries(procedures).flatMap(([name, procedure]) => ('http' in procedure ? [name] : []));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(named.toSorted());
  const text = JSON.stringify(document);
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(refs.length).toBeGreaterThan(10);
  for (const ref of new Set(refs)) {
    const target = ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], document);
    expect(target, ref).toBeDefined();
  }
  expect(document).toMatchObject({ openapi: '3.1.0', components: { securitySchemes: { token: { scheme: 'bearer' } } } });
  const run = operations.find(({ operationId }) => operationId === 'commands.run');
  expect(Object.keys(run?.responses ?? {})).toEqual(expect.arrayContaining(['200', '401', '403', '404', '409', '413', '422', '429']));
});

test('the OpenAPI document is served to who has the token', async () => {
  const served = await serve();
  const response = await fetch(`${served.url}/api/v1/openapi.json`, { headers: { authorization: `Bearer ${ownerToken}` } });
  expect(await response.json()).toMatchObject({ servers: [{ url: served.url }] });
});

describe('a port', () => {
  test('answers calls, tells a stream until it is closed, and says what is wrong', async () => {
    const console = await newConsole();
    const incident = await declare(console);
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port1.close());
    servePort(console.router, port2, () => console.owner('app'));
    const reply = async (): Promise<PortReply> => (await once(port1, 'message'))[0];
    port1.postMessage({ id: 1, name: 'session.get', input: {} });
    expect(await reply()).toMatchObject({ id: 1, ok: true, value: { name: 'Kim', via: 'app' } });
    port1.postMessage({ id: 2, name: 'no.such', input: {} });
    expect(await reply()).toMatchObject({ id: 2, ok: false, error: { code: 'not-found' } });
    port1.postMessage({ id: 3, stream: { incident, after: Number.MAX_SAFE_INTEGER } });
    expect(await reply()).toMatchObject({ id: 3, message: { type: 'status' } });
    const told = reply();
    await run(console, { incidentId: incident, type: 'entry.add', kind: 'note', text: 'one' });
    expect(await told).toMatchObject({ id: 3, message: { type: 'events' } });
    port1.postMessage({ id: 3, close: true });
    port1.postMessage({ id: 4, name: 'incidents.get', input: {} });
    expect(await reply()).toMatchObject({ id: 4, ok: false, error: { code: 'invalid', fields: [{ path: 'id' }] } });
    await run(console, { incidentId: incident, type: 'entry.add', kind: 'note', text: 'two' });
    port1.postMessage({ id: 5, name: 'session.get', input: {} });
    expect(await reply()).toMatchObject({ id: 5 });
    port1.postMessage({ id: 6, stream: { incident: 'nope', after: 0 } });
    expect(await reply()).toMatchObject({ id: 6, ok: false, error: { code: 'not-found' } });
  });
});

/** A parent process on paper: posts messages, and hands out what comes back. */
function parentOf() {
  const told: CoreToMain[] = [];
  const waiting: { readonly type: string; readonly resolve: (message: CoreToMain) => void }[] = [];
  let post: (event: { data: MainToCore; ports: never[] }) => void = () => undefined;
  const port: ParentPort = {
    postMessage: (message) => {
      told.push(message);
      const index = waiting.findIndex(({ type }) => type === message.type);
      if (index >= 0) waiting.splice(index, 1)[0]?.resolve(message);
    },
    on: (_event, listener) => {
      post = listener as typeof post;
    },
  };
  return {
    port,
    told,
    post: (data: MainToCore) => post({ data, ports: [] }),
    next: (type: CoreToMain['type']) => new Promise<CoreToMain>((resolve) => waiting.push({ type, resolve })),
  };
}

describe('the core as a process', () => {
  test('says that it is ready, what is open, and that it has stopped', async () => {
    const parent = parentOf();
    const exits: number[] = [];
    runCore(parent.port, (code) => exits.push(code));
    const ready = parent.next('ready');
    const status = parent.next('status');
    parent.post({ type: 'start', dataDir: newFolder(), appVersion: '0.0.0', zone: 'UTC', ownerName: 'Kim' });
    await ready;
    expect(await status).toEqual({ type: 'status', status: { recording: true, notices: [] } });
    const stopped = parent.next('stopped');
    parent.post({ type: 'wake' });
    parent.post({ type: 'stop' });
    await stopped;
    expect(parent.told).toContainEqual({ type: 'open', incidents: [] });
    expect(exits).toEqual([0]);
  });

  test('says which other process has the data folder, and ends', async () => {
    const { dataDir } = await newConsole();
    const parent = parentOf();
    const exits: number[] = [];
    runCore(parent.port, (code) => exits.push(code));
    const failed = parent.next('failed');
    parent.post({ type: 'start', dataDir, appVersion: '0.0.0', zone: 'UTC', ownerName: 'Kim' });
    expect(await failed).toMatchObject({ pid: process.pid, error: { code: 'not-recording' } });
    expect(exits).toEqual([1]);
  });
});

test('the events of an incident have the same bytes at every door', async () => {
  const served = await serve();
  const id = await declare(served);
  const overHttp = await (
    await fetch(`${served.url}/api/v1/incidents/${id}/events`, { headers: { authorization: `Bearer ${ownerToken}` } })
  ).json();
  expect(overHttp.events).toEqual(JSON.parse(JSON.stringify(await eventsOf(served, id))));
});
