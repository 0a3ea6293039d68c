/** How long a search takes in a log of 100,000 entries, beside LIKE over the same texts. */
import Database from 'better-sqlite3';
import { searchableText } from '../../electron/core/store/search-index.ts';
import type { SqliteStore } from '../../electron/core/store/sqlite-store.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { type Distribution, medianOfRounds, type Report, type Row, ratio } from './figures.ts';
import { openForSeeding } from './seed.ts';

/** Words as a person types them, and the texts that LIKE looks for to find the same. */
const questions = [
  { says: 'a common word', text: 'checkout', like: ['checkout'] },
  { says: 'the beginning of a word', text: 'custom', like: ['custom'] },
  { says: 'two words', text: 'payment timeout', like: ['payment', 'timeout'] },
  { says: 'a number that is there once or never', text: '90417', like: ['90417'] },
] as const;
const asksInARound = 40;
const hits = 50;
const readAtOnce = 2000;

/** Asks the store and LIKE in turns; both answer the newest fifty. */
export async function measureSearch(ground: BenchGround): Promise<Report> {
  const { rounds, huge } = ground.sizes;
  const seeded = ground.copy(await ground.seeded('one', huge));
  const store = openForSeeding(seeded.dataDir);
  const [stream = ''] = seeded.incidentIds;
  const like = await likeTable(ground.fresh('like.db'), store, stream);
  const samples = new Map<string, number[][]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const question of questions) {
      const taken = await ask(store, like, question);
      const inOne = await timesOf(asksInARound, () => store.search(question.text, { stream }));
      if (round === 0) continue;
      for (const [peer, times] of [
        ['search', taken.search],
        ['search, processor time', [taken.processor] as number[]],
        ['LIKE', taken.like],
        ['in one incident', inOne],
      ] as const) {
        const key = `${question.says}: ${peer}`;
        samples.set(key, [...(samples.get(key) ?? []), times]);
      }
    }
  }
  like.close();
  await store.close();
  const figures = new Map([...samples].map(([says, taken]) => [says, medianOfRounds(taken)]));
  const rows = [...figures].map(
    ([says, figure]): Row => ({ says, unit: 'ms', figure, ...(!/LIKE|processor/.test(says) && { budget: { of: 'p95', under: 5 } }) }),
  );
  const comparisons = questions.map(({ says }) => {
    const [own, peer] = [figures.get(`${says}: search`), figures.get(`${says}: LIKE`)] as [Distribution, Distribution];
    return ratio(says, own, 'LIKE', peer);
  });
  return {
    title: `Search among ${huge} entries (${seeded.events} events), newest ${hits} first, events read and parsed`,
    rows,
    remarks: [...comparisons, 'Both found the same events in the same order.'],
  };
}

/** The same texts in a plain table; LIKE answers positions only, the search whole events. */
async function likeTable(file: string, store: SqliteStore, stream: string): Promise<Database.Database> {
  const db = new Database(file);
  db.exec('CREATE TABLE texts (position INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO texts VALUES (?, ?)');
  db.exec('BEGIN');
  // In pages: what is read at once stays in memory, and would be measured as its collection.
  for (
    let page = await store.read(stream, 0, readAtOnce);
    page.length > 0;
    page = await store.read(stream, page.at(-1)?.position, readAtOnce)
  ) {
    for (const { position, body } of page) {
      const text = searchableText(body);
      if (text !== undefined) insert.run(position, text);
    }
  }
  db.exec('COMMIT');
  return db;
}

async function ask(
  store: SqliteStore,
  like: Database.Database,
  { says, text, like: wanted }: (typeof questions)[number],
): Promise<{ readonly search: number[]; readonly processor: number; readonly like: number[] }> {
  const where = wanted.map(() => 'text LIKE ?').join(' AND ');
  const statement = like
    .prepare<string[], number>(`SELECT position FROM texts WHERE ${where} ORDER BY position DESC LIMIT ${hits}`)
    .pluck();
  const patterns = wanted.map((word) => `%${word}%`);
  const found = (await store.search(text)).map(({ position }) => position);
  assertHolds(found.join() === statement.all(...patterns).join(), `the search for ${says} and LIKE find different events`);
  const before = process.cpuUsage();
  const search = await timesOf(asksInARound, () => store.search(text));
  const { user, system } = process.cpuUsage(before);
  return {
    search,
    processor: (user + system) / 1000 / asksInARound,
    // A scan of everything is slow, and always the same: fewer will do.
    like: await timesOf(asksInARound / 8, () => statement.all(...patterns)),
  };
}

async function timesOf(count: number, act: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const started = performance.now();
    await act();
    taken.push(performance.now() - started);
  }
  return taken;
}
