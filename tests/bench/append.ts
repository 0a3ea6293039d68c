/** What a durable append costs: the store and the desk, beside a bare insert, IndexedDB through Dexie, and the disk itself. */
import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { Desk } from '../../electron/core/desk/desk.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { LogWriter } from '../fixtures/log-writer.ts';
import { assertHolds, type BenchGround, canonical, timed } from './bench-ground.ts';
import { noBrowser, openBrowser, peerPage } from './browser-page.ts';
import { type Distribution, medianOfRounds, type Report, type Row, ratio } from './figures.ts';
import { openDesk, openForSeeding } from './seed.ts';
import { logText, seededNumbers } from './seed-texts.ts';

/** One thing that is written to, again and again. */
interface Subject {
  readonly says: string;
  /** Durably appends one entry of this text after the other; answers the ms of each. */
  readonly append: (texts: readonly string[]) => Promise<readonly number[]>;
  /** Throws where what was written is not there. */
  readonly check: (written: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const actor = { id: randomUUID(), name: 'Kim', via: 'app' as const };

/** Measures all subjects in turns, so that a disturbance of the machine falls on each. */
export async function measureAppend(ground: BenchGround): Promise<Report> {
  const { rounds, appends, long } = ground.sizes;
  const browser = await openBrowser(ground.fresh('profile'));
  const subjects: readonly Subject[] = [
    rawSync(ground),
    bareInsert(ground),
    eventStore(ground),
    await wholeDesk(ground),
    ...(browser ? [await dexie(await peerPage(browser))] : []),
  ];
  const samples = new Map<string, (readonly number[])[]>(subjects.map(({ says }) => [says, []]));
  const number = seededNumbers(7);
  for (let round = 0; round <= rounds; round += 1) {
    const texts = Array.from({ length: appends }, () => logText(number));
    for (const { says, append } of rotated(subjects, round)) {
      const taken = await append(texts);
      // The first round warms everything up.
      if (round > 0) samples.get(says)?.push(taken);
    }
  }
  for (const { check, close } of subjects) {
    await check((rounds + 1) * appends);
    await close();
  }
  await browser?.close();

  const figures = new Map([...samples].map(([says, taken]) => [says, medianOfRounds(taken)]));
  const rows: Row[] = [...figures].map(([says, figure]) => ({
    says,
    unit: 'ms',
    figure,
    ...(says === names.store && { budget: { of: 'p99' as const, under: 1 } }),
  }));
  if (!browser) rows.push({ says: names.dexie, unit: 'ms', figure: noBrowser });
  return { title: `Durable append (desk: an incident of ${long} entries)`, rows, remarks: remarksOf(figures) };
}

const names = {
  sync: 'this disk: write 4 KiB, fdatasync',
  bare: 'better-sqlite3, one table, WAL, FULL',
  store: 'EventStore.append: checks, chain, search index',
  desk: 'desk: decide, seal, append, fold',
  dexie: 'Dexie in Chromium, strict durability',
} as const;

function remarksOf(figures: ReadonlyMap<string, Distribution>): readonly string[] {
  const compare = (says: string, name: string, peer: string, peerName: string): readonly string[] => {
    const [figure, peerFigure] = [figures.get(name), figures.get(peerName)];
    return figure && peerFigure ? [ratio(says, figure, peer, peerFigure)] : [];
  };
  return [
    'The budget holds where fdatasync costs 0.15 ms: read it against the first row.',
    ...compare('EventStore', names.store, 'the disk', names.sync),
    ...compare('EventStore', names.store, 'the bare insert', names.bare),
    ...compare('EventStore', names.store, 'Dexie', names.dexie),
    ...compare('desk', names.desk, 'Dexie', names.dexie),
  ];
}

function rotated<T>(all: readonly T[], by: number): readonly T[] {
  const first = by % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

async function each(texts: readonly string[], append: (text: string) => unknown): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const text of texts) taken.push(await timed(() => append(text)));
  return taken;
}

function rawSync(ground: BenchGround): Subject {
  const file = openSync(ground.fresh('raw'), 'w', 0o600);
  const page = Buffer.alloc(4096, 7);
  return {
    says: names.sync,
    append: (texts) =>
      each(texts, () => {
        writeSync(file, page);
        fdatasyncSync(file);
      }),
    check: async () => undefined,
    close: async () => closeSync(file),
  };
}

function bareInsert(ground: BenchGround): Subject {
  const folder = ground.fresh('bare');
  mkdirSync(folder);
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE entries (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?)');
  return {
    says: names.bare,
    append: (texts) => each(texts, (text) => insert.run(randomUUID(), bodyOf(text))),
    check: async (written) => {
      const count = db.prepare<[], number>('SELECT count(*) FROM entries').pluck().get();
      assertHolds(count === written, `${count} bare rows of ${written}`);
    },
    close: async () => void db.close(),
  };
}

/** Sealed beforehand: this row is the store's own part. */
function eventStore(ground: BenchGround): Subject {
  const store = openForSeeding(ground.fresh('store'));
  const writer = new LogWriter('append');
  return {
    says: names.store,
    append: async (texts) => {
      const sealed = texts.map((text) => {
        const { expected } = writer;
        return { expected, event: writer.write({ text }) };
      });
      const taken: number[] = [];
      for (const { expected, event } of sealed) {
        const receipt = { commandId: event.event.id, requestHash: event.event.hash };
        const started = performance.now();
        const stored = await store.append([event], expected, receipt);
        taken.push(performance.now() - started);
        assertHolds(stored.ok && stored.value.added === 1, 'the store did not take an event');
      }
      return taken;
    },
    check: async (written) => {
      const { events, firstBroken } = await store.verify();
      assertHolds(
        firstBroken === undefined && events === written,
        `the store verifies ${events} events of ${written}: ${firstBroken?.what}`,
      );
    },
    close: () => store.close(),
  };
}

/** The whole way of a command behind the API, on a long incident. */
async function wholeDesk(ground: BenchGround): Promise<Subject> {
  const { dataDir, incidentIds } = ground.copy(await ground.seeded('one', ground.sizes.long));
  const [incidentId = ''] = incidentIds;
  let store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  const before = (await viewOf(desk, incidentId)).entries;
  return {
    says: names.desk,
    append: (texts) =>
      each(texts, async (text) => {
        const answer = await desk.run({ type: 'entry.add', commandId: randomUUID(), incidentId, kind: 'note', text }, actor);
        assertHolds(answer.ok, 'the desk refused a note');
      }),
    check: async (written) => {
      const folded = await viewOf(desk, incidentId);
      assertHolds(folded.entries === before + written, `the desk counts ${folded.entries} entries, not ${before + written}`);
      // Nothing is saved here: another desk must come to the same view from what is on disk alone.
      await store.close();
      store = openForSeeding(dataDir);
      const again = await viewOf(await openDesk(dataDir, store), incidentId);
      assertHolds(canonical(again) === canonical(folded), 'the fold after a replay differs from the one that was kept');
    },
    close: () => store.close(),
  };
}

async function viewOf(desk: Desk, incidentId: string): Promise<IncidentView> {
  const shown = await desk.incident(incidentId);
  if (!shown.ok) throw new Error(shown.error.message);
  return shown.value.view;
}

/** What the page uses of Dexie. */
interface DexieTable {
  readonly add: (row: object) => Promise<unknown>;
  readonly count: () => Promise<number>;
}
interface DexieWindow {
  readonly Dexie: new (
    name: string,
    options: object,
  ) => { version: (n: number) => { stores: (schema: object) => void }; table: (name: string) => DexieTable };
  entries: DexieTable;
}

async function dexie(page: Page): Promise<Subject> {
  await page.evaluate(() => {
    const peer = window as unknown as DexieWindow;
    const db = new peer.Dexie('peer', { chromeTransactionDurability: 'strict' });
    db.version(1).stores({ entries: 'id' });
    peer.entries = db.table('entries');
  });
  return {
    says: names.dexie,
    append: (texts) =>
      page.evaluate(async (bodies) => {
        const { entries } = window as unknown as DexieWindow;
        const taken: number[] = [];
        for (const body of bodies) {
          const started = performance.now();
          await entries.add({ id: crypto.randomUUID(), body });
          taken.push(performance.now() - started);
        }
        return taken;
      }, texts.map(bodyOf)),
    check: async (written) => {
      const count = await page.evaluate(() => (window as unknown as DexieWindow).entries.count());
      assertHolds(count === written, `${count} rows in IndexedDB of ${written}`);
    },
    close: () => page.close(),
  };
}

function bodyOf(text: string): string {
  return JSON.stringify({ kind: 'note', text });
}
