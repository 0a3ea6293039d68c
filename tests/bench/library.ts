/** How long the library takes over 500 past incidents of 200 entries each: first asked for, after a start, searched, compared. */
import { Library } from '../../electron/core/library/library.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { distributionOf, type Report } from './figures.ts';
import { openDesk, openForSeeding, settle } from './seed.ts';

const questions = ['checkout', 'payment timeout', 'custom', 'rollback deploy region'] as const;
const asks = 10;

type Taken = Record<'first' | 'started' | 'again' | 'searched' | 'firstSimilar' | 'similar', number[]>;

/** Each round begins with a folder whose library nobody ever opened. */
export async function measureLibrary(ground: BenchGround): Promise<Report> {
  const { rounds, incidents } = ground.sizes;
  const seeded = await ground.seeded('library', incidents);
  const taken: Taken = { first: [], started: [], again: [], searched: [], firstSimilar: [], similar: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { dataDir, incidentIds } = ground.copy(seeded);
    await settle(dataDir);
    await withLibrary(dataDir, async (library) => void taken.first.push(await timeOf(() => listed(library, incidents))));
    await withLibrary(dataDir, async (library) => {
      taken.started.push(await timeOf(() => listed(library, incidents)));
      for (let ask = 0; ask < asks; ask += 1) {
        taken.again.push(await timeOf(() => listed(library, incidents)));
        for (const text of questions) taken.searched.push(await timeOf(() => library.list({ text })));
        // The first question after a start counts the words of every incident.
        taken[ask === 0 ? 'firstSimilar' : 'similar'].push(await timeOf(() => library.similar(incidentIds[ask] ?? '')));
      }
    });
  }
  return {
    title: `The library of ${incidents} past incidents, ${seeded.events} events`,
    rows: [
      { says: 'opened for the first time ever', unit: 'ms', figure: distributionOf(taken.first) },
      { says: 'first opened after a start', unit: 'ms', figure: distributionOf(taken.started), budget: { of: 'p50', under: 300 } },
      { says: 'opened again', unit: 'ms', figure: distributionOf(taken.again), budget: { of: 'p95', under: 50 } },
      {
        says: 'searched, one to three words, the newest 50 with their lines',
        unit: 'ms',
        figure: distributionOf(taken.searched),
        budget: { of: 'p95', under: 150 },
      },
      {
        says: 'what happened before, first asked after a start',
        unit: 'ms',
        figure: distributionOf(taken.firstSimilar),
        budget: { of: 'p50', under: 200 },
      },
      { says: 'what happened before, asked again', unit: 'ms', figure: distributionOf(taken.similar), budget: { of: 'p95', under: 100 } },
    ],
    remarks: ['Every list counted every incident.'],
  };
}

async function listed(library: Library, incidents: number): Promise<void> {
  const { total } = await library.list({});
  assertHolds(total === incidents, `the library has ${total} incidents`);
}

async function withLibrary(dataDir: string, work: (library: Library) => Promise<void>): Promise<void> {
  const store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  await work(new Library(desk, store));
  await desk.close();
  await store.close();
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
