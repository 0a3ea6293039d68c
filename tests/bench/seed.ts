/** Data folders for the benchmarks: real logs in the real store, the same in every run but for the console's own id and key. */
import { mkdirSync } from 'node:fs';
import { systemClock } from '../../electron/core/desk/clock.ts';
import { Desk } from '../../electron/core/desk/desk.ts';
import { consoleIdentity, nameOwner, ownerOf } from '../../electron/core/desk/identity.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { SqliteStore } from '../../electron/core/store/sqlite-store.ts';
import { TemplateRunner } from '../../electron/core/studio/template-runner.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { Night, type NightPlan } from './seed-night.ts';

const batchSize = 2000;
const hour = 3_600_000;
/** Sunday 30 March 2025, 00:30 UTC, half an hour before European clocks spring forward; every seeded event is in the past. */
const springNight = Date.UTC(2025, 2, 30, 0, 30);

/** What was written. */
export interface Seeded {
  readonly dataDir: string;
  readonly incidentIds: readonly string[];
  readonly events: number;
}

/** One incident of so many entries, still open. */
export function oneIncident(entries: number): readonly NightPlan[] {
  return [{ seed: entries, entries, ends: 'open', from: springNight, label: 'inc-1' }];
}

/** Many incidents of some thirty entries, the last five still open. */
export function manyIncidents(count: number): readonly NightPlan[] {
  return Array.from({ length: count }, (_, index) => ({
    seed: index + 1,
    entries: 12 + ((index * 7) % 37),
    ends: index < count - 5 ? ('closed' as const) : ('open' as const),
    from: springNight + index * 9 * hour,
    label: `inc-${index + 1}`,
  }));
}

/** So many past incidents of 200 entries each. */
export function wholeLibrary(count: number): readonly NightPlan[] {
  return manyIncidents(count).map((plan) => ({ ...plan, entries: 200, ends: 'closed' as const }));
}

/** Writes the incidents into a new data folder, as the console that owns it. Throws where the store refuses one. */
export async function seed(dataDir: string, plans: readonly NightPlan[]): Promise<Seeded> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const store = openForSeeding(dataDir);
  const identity = await consoleIdentity(dataDir, store);
  await nameOwner(store, 'Kim');
  const owner = await ownerOf(store, 'Kim');
  const incidentIds: string[] = [];
  let events = 0;
  for (const plan of plans) {
    const night = new Night(plan, { ...identity, actor: { id: owner.id, name: owner.name } });
    incidentIds.push(night.incidentId);
    for (const batch of night.batches(batchSize)) {
      const stored = await store.receive(batch);
      if (!stored.ok) throw new Error(stored.error.message);
      events += stored.value.added;
    }
  }
  await store.close();
  return { dataDir, incidentIds, events };
}

/** Opens a seeded folder as a desk and closes it again, so that it has the checkpoints that a console leaves behind. */
export async function settle(dataDir: string): Promise<void> {
  const store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  await desk.close();
  await store.close();
}

/** A desk over an open store, without the watch. */
export async function openDesk(dataDir: string, store: SqliteStore): Promise<Desk> {
  return Desk.open({
    store,
    clock: systemClock,
    identity: await consoleIdentity(dataDir, store),
    appVersion: '0.1.0',
    zone: 'Europe/Berlin',
    channels: () => [],
    playbook: defaultPlaybook,
    templates: { shipped: () => new Map(), runner: new TemplateRunner() },
    notices: [],
    onChange: () => undefined,
  });
}

/** The store of a folder. Throws where it cannot be opened, or was found damaged. */
export function openForSeeding(dataDir: string): SqliteStore {
  const opened = openStore(dataDir, Date.now());
  if (!opened.ok) throw new Error(opened.error.message);
  if (opened.value.setAside) throw new Error(`the log was damaged: ${opened.value.setAside.reason}`);
  return opened.value.store;
}
