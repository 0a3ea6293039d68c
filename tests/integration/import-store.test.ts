import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { planImport } from '../../electron/core/files/import-facts.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { SqliteStore } from '../../electron/core/store/sqlite-store.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { draftText } from '../drafting.ts';
import { prepared, sampleJson, sampleNames, viewOf } from '../samples.ts';

const opened: { readonly store: SqliteStore; readonly folder: string }[] = [];

async function open(): Promise<SqliteStore> {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-import-'));
  const result = openStore(folder, Date.UTC(2026, 0, 1));
  if (!result.ok) throw new Error(result.error.message);
  opened.push({ store: result.value.store, folder });
  return result.value.store;
}

/** Imports as the core does: what is still missing is taken in, in one transaction. */
async function importInto(store: SqliteStore, file: unknown): Promise<number> {
  const imported = prepared(file);
  const plan = planImport(imported, await store.read(imported.incidentId));
  if (!plan.ok) throw new Error(plan.error.message);
  const received = await store.receive(plan.value);
  if (!received.ok) throw new Error(received.error.message);
  return received.value.added;
}

afterEach(async () => {
  for (const { store, folder } of opened.splice(0)) {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});

test('every sample goes into a real log, which verifies, and imports to nothing the second time', async () => {
  const store = await open();
  for (const name of sampleNames) {
    const { incidentId, events } = prepared(sampleJson(name));
    expect(await importInto(store, sampleJson(name))).toBe(events.length);
    expect(await importInto(store, sampleJson(name))).toBe(0);
    expect(foldAll(incidentId, await store.read(incidentId)).view).toEqual(viewOf(prepared(sampleJson(name))));
  }
  const report = await store.verify();
  expect(report.firstBroken).toBeUndefined();
  expect(report.streams).toBe(sampleNames.length);
});

test('the store itself takes the same import again as nothing new', async () => {
  const store = await open();
  const { events } = prepared(sampleJson('github-2018-10-21'));
  await store.receive(events);
  const again = await store.receive(prepared(sampleJson('github-2018-10-21')).events);
  expect(again).toMatchObject({ ok: true, value: { added: 0 } });
});

test('two consoles that imported the same file and then merge gain nothing and see no fork', async () => {
  const [here, there] = [await open(), await open()];
  const name = 'gitlab-2017-01-31';
  await importInto(here, sampleJson(name));
  await importInto(there, sampleJson(name));
  const { incidentId } = prepared(sampleJson(name));
  const carried = prepared(sampleJson(name)).events.toReversed();
  expect(await here.receive(carried)).toMatchObject({ ok: true, value: { added: 0 } });
  const views = await Promise.all([here, there].map(async (store) => foldAll(incidentId, await store.read(incidentId)).view));
  expect(views[0]).toEqual(views[1]);
  expect(views[0]?.forks).toEqual([]);
});

test('the same file id with other content leaves the log as it was', async () => {
  const store = await open();
  await importInto(store, sampleJson('fastly-2021-06-08'));
  const other = { ...sampleJson('fastly-2021-06-08'), title: 'Another title' };
  await expect(importInto(store, other)).rejects.toThrow(/title: is "Another title"; the log has "Fastly global errors/);
  expect((await store.verify()).events).toBe(prepared(sampleJson('fastly-2021-06-08')).events.length);
});

test('an erased entry stays erased when the file is imported again, and the draft says so', async () => {
  const store = await open();
  const file = sampleJson('fastly-2021-06-08');
  await importInto(store, file);
  const { incidentId, events } = prepared(file);
  const entry = events.find(({ event }) => event.type === 'entry.added')?.event;
  const erased = await store.erase(entry?.id ?? '');
  expect(erased.ok).toBe(true);
  await store.receive(events);
  const view = foldAll(incidentId, await store.read(incidentId)).view;
  const text = draftText(view);
  expect(text).not.toContain('Deployment that introduced the bug begins');
  expect(text).toContain('Text erased');
});
