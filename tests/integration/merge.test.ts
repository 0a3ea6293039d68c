import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { declare, eventsOf, ManualClock, newConsole, ownerToken, run, type Served, serve } from '../fixtures/consoles.ts';
import { newFolder, newStore } from '../fixtures/data-folders.ts';
import { LogWriter } from '../fixtures/log-writer.ts';

const minute = 60_000;

async function viewOf(console: Console, id: string): Promise<IncidentView> {
  const found = await console.desk.incident(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value.view;
}

/** Two incidents with a task each; answers their ids. */
async function two(console: Console): Promise<{ readonly checkout: string; readonly search: string }> {
  const checkout = await declare(console);
  const search = await declare(console, { title: 'Search is slow' });
  await run(console, { incidentId: checkout, type: 'task.add', text: 'roll back' });
  await run(console, { incidentId: search, type: 'task.add', text: 'look at the index' });
  return { checkout, search };
}

const post = (served: Served, body: unknown) =>
  fetch(`${served.url}/api/v1/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
    body: JSON.stringify(body),
  });
const get = (served: Served, path: string) =>
  fetch(`${served.url}${path}`, { headers: { authorization: `Bearer ${ownerToken}` } }).then((answer) => answer.json());

describe('a merge', () => {
  test('is in both logs after a restart, and undone in both', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    const { checkout, search } = await two(before);
    expect(await run(before, { incidentId: search, type: 'incident.merge', into: checkout })).toMatchObject({ ok: true });
    await before.close();
    const after = await newConsole({ dataDir });
    expect(await viewOf(after, search)).toMatchObject({ phase: 'merged', mergedInto: { incident: checkout, label: 'inc-1' } });
    const labels = (view: IncidentView) => view.tasks.map(({ label, text }) => `${label} ${text}`);
    expect(labels(await viewOf(after, checkout))).toEqual(['t1 roll back', 't1b look at the index']);
    expect(await run(after, { incidentId: search, type: 'incident.unmerge', reason: 'two causes' })).toMatchObject({ ok: true });
    expect(labels(await viewOf(after, checkout))).toEqual(['t1 roll back']);
    expect(labels(await viewOf(after, search))).toEqual(['t1 look at the index']);
    const verified = await after.router.call(after.owner('app'), 'log.verify', {});
    expect(verified).toMatchObject({ ok: true, value: { events: expect.any(Number) } });
    expect(verified.ok && 'firstBroken' in (verified.value as object)).toBe(false);
  });

  test('of which the second half cannot be written leaves neither, and is done when it is sent again', async () => {
    const console = await newConsole();
    const { checkout, search } = await two(console);
    const db = new Database(join(console.dataDir, 'wheelhouse.db'));
    db.exec(`CREATE TRIGGER no_room BEFORE INSERT ON events WHEN NEW.type = 'incident.absorbed' BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    const command = { commandId: randomUUID(), incidentId: search, type: 'incident.merge', into: checkout };
    const before = [await eventsOf(console, search), await eventsOf(console, checkout)];
    expect(await run(console, command)).toMatchObject({ ok: false, error: { code: 'not-recording' } });
    expect([await eventsOf(console, search), await eventsOf(console, checkout)]).toEqual(before);
    expect((await viewOf(console, search)).phase).toBe('investigating');
    db.exec('DROP TRIGGER no_room');
    db.close();
    expect(await run(console, command)).toMatchObject({ ok: true });
    expect((await viewOf(console, search)).phase).toBe('merged');
    expect((await viewOf(console, checkout)).absorbed).toHaveLength(1);
  });

  test('sent twice, one after the other or at once, happens once and is answered with the events of both incidents', async () => {
    const console = await newConsole();
    const { checkout, search } = await two(console);
    const command = { commandId: randomUUID(), incidentId: search, type: 'incident.merge', into: checkout };
    const [first, again] = await Promise.all([run(console, command), run(console, command)]);
    expect(first.ok && new Set(first.value.events.map(({ incidentId }) => incidentId))).toEqual(new Set([checkout, search]));
    expect(again).toEqual(first);
    expect(await run(console, command)).toEqual(first);
    expect(await run(console, { ...command, reason: 'another' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await eventsOf(console, checkout, 'incident.absorbed')).toHaveLength(1);
  });

  test('both ways at the same moment, one is done and the other refused, and nobody waits for ever', async () => {
    const console = await newConsole();
    const { checkout, search } = await two(console);
    const answers = await Promise.all([
      run(console, { incidentId: search, type: 'incident.merge', into: checkout }),
      run(console, { incidentId: checkout, type: 'incident.merge', into: search }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('came into this one') },
    });
  });

  test('tells both rooms', async () => {
    const console = await newConsole();
    const { checkout, search } = await two(console);
    const heard = new Map<string, (types: readonly string[]) => void>();
    const told = [checkout, search].map((incident) => new Promise<readonly string[]>((resolve) => heard.set(incident, resolve)));
    for (const [incident, resolve] of heard) {
      await console.router.openStream(
        console.owner('app'),
        { incident, after: Number.MAX_SAFE_INTEGER },
        async (message: StreamMessage) => {
          if (message.type === 'events') resolve(message.events.map(({ type }) => type));
        },
      );
    }
    await run(console, { incidentId: search, type: 'incident.merge', into: checkout });
    expect(await Promise.all(told)).toEqual([['incident.absorbed'], ['incident.mergedInto']]);
  });

  test('into an incident that is not here is answered not found', async () => {
    const console = await newConsole();
    const { search } = await two(console);
    const answer = await run(console, { incidentId: search, type: 'incident.merge', into: randomUUID() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('of three incidents is undone from the first, although the second went on into the third', async () => {
    const console = await newConsole();
    const { checkout, search } = await two(console);
    const login = await declare(console, { title: 'Login fails' });
    await run(console, { incidentId: login, type: 'task.add', text: 'restart' });
    await run(console, { incidentId: login, type: 'incident.merge', into: search });
    await run(console, { incidentId: search, type: 'incident.merge', into: checkout });
    const moved = (await viewOf(console, checkout)).tasks.find(({ text }) => text === 'restart');
    await run(console, { incidentId: checkout, type: 'task.drop', task: moved?.id, reason: 'no longer needed' });
    expect(await run(console, { incidentId: login, type: 'incident.unmerge' })).toMatchObject({ ok: true });
    expect((await viewOf(console, login)).tasks).toMatchObject([{ text: 'restart', label: 't1', state: 'dropped' }]);
    expect((await viewOf(console, checkout)).tasks.map(({ text }) => text)).toEqual(['roll back', 'look at the index']);
  });
});

describe('a merged incident', () => {
  test('is found by its old id, label and words, and can be logged into, over HTTP', async () => {
    const served = await serve();
    const { checkout, search } = await two(served);
    await run(served, { incidentId: search, type: 'entry.add', kind: 'note', text: 'walrus index rebuilt' });
    expect((await post(served, { commandId: randomUUID(), incidentId: search, type: 'incident.merge', into: checkout })).status).toBe(200);
    const entry = await post(served, {
      commandId: randomUUID(),
      incidentId: search,
      type: 'entry.add',
      kind: 'note',
      text: 'after the merge',
    });
    expect(entry.status).toBe(200);
    for (const name of ['inc-2', search, search.slice(-12)]) {
      const found = await get(served, `/api/v1/incidents/${name}`);
      expect(found).toMatchObject({ id: search, phase: 'merged', ended: true });
      expect(found.fold.view.mergedInto).toMatchObject({ incident: checkout, label: 'inc-1' });
      expect(found).not.toHaveProperty('nextDue');
    }
    const { hits } = await get(served, '/api/v1/search?text=walrus');
    expect(hits).toMatchObject([{ event: { incidentId: search }, title: 'Search is slow' }]);
    const refused = await post(served, { commandId: randomUUID(), incidentId: search, type: 'incident.merge', into: checkout });
    expect(refused.status).toBe(409);
    expect((await refused.json()).refusal.message).toContain('already');
  });

  test('has nothing that falls due', async () => {
    const clock = new ManualClock();
    const console = await newConsole({ clock });
    const { checkout, search } = await two(console);
    await run(console, {
      incidentId: search,
      type: 'update.send',
      audiences: ['customers'],
      text: 'we look',
      nextAt: clock.now() + 20 * minute,
    });
    await run(console, { incidentId: search, type: 'incident.merge', into: checkout });
    const before = await eventsOf(console, search);
    clock.pass(60 * minute);
    await console.watch.wake();
    expect(await eventsOf(console, search)).toEqual(before);
    const broken = await eventsOf(console, checkout, 'promise.broken');
    expect(broken).toMatchObject([{ body: { audience: 'customers' } }]);
  });
});

describe('as known at', () => {
  test('an incident is shown as its log knew it, over HTTP', async () => {
    const clock = new ManualClock();
    const served = await serve({ clock });
    const id = await declare(served);
    clock.pass(5 * minute);
    const then = clock.now();
    await run(served, { incidentId: id, type: 'impact.describe', text: 'cards fail' });
    clock.pass(10 * minute);
    await run(served, { incidentId: id, type: 'impact.describe', text: 'all payments fail' });
    await run(served, { incidentId: id, type: 'entry.add', kind: 'note', text: 'it began earlier', occurredAt: then - minute });
    const known = await get(served, `/api/v1/incidents/inc-1/known-at?at=${then}`);
    expect(known.fold.view).toMatchObject({ impact: { text: 'cards fail' }, entries: 0 });
    const events = await eventsOf(served, id);
    expect(known.position).toBe(events.filter(({ recordedAt }) => recordedAt <= then).at(-1)?.position);
    const nothing = await get(served, `/api/v1/incidents/inc-1/known-at?at=${then - 60 * minute}`);
    expect(nothing).toMatchObject({ position: 0, fold: { view: { phase: 'undeclared' } } });
  });
});

describe('a batch of two streams', () => {
  test('is stored whole or not at all: each stream must go on where it stands, and none may be unspoken for', async () => {
    const { store } = newStore();
    const [here, there] = [new LogWriter('here'), new LogWriter('there', { origin: new LogWriter('here').origin })];
    const expected = [here.expected, there.expected];
    const batch = [...here.notes('one'), ...there.notes('two')];
    const stale = { ...expected[1], nextSeq: 2 } as (typeof expected)[1];
    for (const wrong of [[expected[0], stale], [expected[0]]] as (typeof expected)[]) {
      expect(await store.append(batch, wrong)).toMatchObject({ ok: false, error: { code: 'unexpected-head' } });
      expect(await store.streams()).toEqual([]);
    }
    expect(await store.append(batch, expected)).toMatchObject({ ok: true, value: { added: 2 } });
    expect(await store.append(batch, expected)).toMatchObject({ ok: true, value: { added: 0 } });
  });
});
