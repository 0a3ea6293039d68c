/** How long figures across 500 incidents take: asked for the first time, after a start, again, and after one incident changed. And the figures of one long incident. */
import { insightHandlers } from '../../electron/core/insights/insight-handlers.ts';
import { Fold } from '../../shared/incident/fold.ts';
import type { FoldState } from '../../shared/incident/view.ts';
import { metricsOf } from '../../shared/postmortem/metrics/metrics.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { distributionOf, type Report } from './figures.ts';
import { openDesk, openForSeeding, settle } from './seed.ts';

const now = Date.UTC(2026, 5, 1);
const caller = { person: 'bench', name: 'Kim', scope: 'owner', via: 'app', session: 'bench' } as const;

/** Each round begins with a folder that nobody ever asked for figures. */
export async function measureInsights(ground: BenchGround): Promise<Report> {
  const { rounds, incidents, long } = ground.sizes;
  const seeded = await ground.seeded('many', incidents);
  const taken: Record<'first' | 'started' | 'again' | 'changed', number[]> = { first: [], started: [], again: [], changed: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { dataDir, incidentIds } = ground.copy(seeded);
    await settle(dataDir);
    await withInsights(dataDir, incidents, async (ask) => void taken.first.push(await ask()));
    await withInsights(dataDir, incidents, async (ask, write) => {
      taken.started.push(await ask());
      taken.again.push(await ask());
      await write(incidentIds.at(-1) ?? '');
      taken.changed.push(await ask());
    });
  }
  return {
    title: `Figures across ${incidents} incidents`,
    rows: [
      { says: 'asked for the first time ever', unit: 'ms', figure: distributionOf(taken.first) },
      { says: 'first asked for after a start', unit: 'ms', figure: distributionOf(taken.started), budget: { of: 'p50', under: 200 } },
      { says: 'asked again', unit: 'ms', figure: distributionOf(taken.again), budget: { of: 'p50', under: 50 } },
      { says: 'after a line in one of them', unit: 'ms', figure: distributionOf(taken.changed), budget: { of: 'p50', under: 50 } },
      { says: `figures of one incident of ${long} entries`, unit: 'ms', figure: distributionOf(await ofOne(ground)) },
    ],
    remarks: ['Every answer counted every incident.'],
  };
}

async function withInsights(
  dataDir: string,
  incidents: number,
  work: (ask: () => Promise<number>, write: (incidentId: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  const handlers = insightHandlers(desk, store, () => now);
  const ask = async (): Promise<number> => {
    const started = performance.now();
    const answer = await handlers['insights.get']({}, caller);
    const ms = performance.now() - started;
    assertHolds(answer.ok && answer.value.incidents.length === incidents, 'an incident is not among the figures');
    return ms;
  };
  const write = async (incidentId: string): Promise<void> => {
    const command = { type: 'entry.add', kind: 'note', text: 'one line more', commandId: crypto.randomUUID(), incidentId } as const;
    const written = await desk.run(command, { id: 'bench', name: 'Kim', via: 'app' });
    assertHolds(written.ok, 'the line was not written');
  };
  await work(ask, write);
  await desk.close();
  await store.close();
}

async function ofOne(ground: BenchGround): Promise<readonly number[]> {
  const { rounds, long } = ground.sizes;
  const { dataDir, incidentIds } = ground.copy(await ground.seeded('one', long));
  const store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  const shown = await desk.incident(incidentIds[0] ?? '');
  if (!shown.ok) throw new Error(shown.error.message);
  const stored = JSON.stringify(shown.value.state);
  await desk.close();
  await store.close();
  return Array.from({ length: rounds }, () => {
    const { view } = Fold.resume(JSON.parse(stored) as FoldState);
    const started = performance.now();
    const { updates } = metricsOf(view);
    const ms = performance.now() - started;
    assertHolds(updates >= 0, 'there are no figures');
    return ms;
  });
}
