/** How long a long incident takes to open, each time in a process that has done nothing before. */
import type { BenchGround } from './bench-ground.ts';
import { assertHolds, inFreshProcess } from './bench-ground.ts';
import { distributionOf, type Report, ratio } from './figures.ts';
import type { OpenedOnce } from './open-once.ts';
import { settle } from './seed.ts';

type Way = 'checkpoint' | 'replay' | 'bare';

/** Opens the incident from a checkpoint, by replay, and as bare rows, in turns. */
export async function measureOpen(ground: BenchGround): Promise<Report> {
  const { rounds, long } = ground.sizes;
  const replayed = await ground.seeded('one', long);
  const settled = ground.copy(replayed);
  await settle(settled.dataDir);
  const [incidentId = ''] = replayed.incidentIds;
  const opened: Record<Way, OpenedOnce[]> = { checkpoint: [], replay: [], bare: [] };
  for (let round = 0; round < rounds * 2; round += 1) {
    for (const way of ['checkpoint', 'replay', 'bare'] as const) {
      const { dataDir } = way === 'checkpoint' ? settled : replayed;
      opened[way].push((await inFreshProcess('open-once.ts', dataDir, incidentId, way)) as OpenedOnce);
    }
  }
  const folds = new Set([...opened.checkpoint, ...opened.replay].map(({ foldHash }) => foldHash));
  assertHolds(folds.size === 1, 'the fold from a checkpoint and the fold by replay differ');

  const openMs = (way: Way) => distributionOf(opened[way].map((once) => once.openMs));
  const cpuMs = (way: Way) => distributionOf(opened[way].map((once) => once.cpuMs));
  const answers = [...opened.checkpoint, ...opened.replay];
  const [checkpoint, replay, bare] = [openMs('checkpoint'), openMs('replay'), openMs('bare')];
  return {
    title: `Open an incident of ${long} entries (${replayed.events} events), fresh processes`,
    rows: [
      { says: 'desk and incidents.get, from a checkpoint', unit: 'ms', figure: checkpoint, budget: { of: 'p50', under: 100 } },
      { says: 'desk and incidents.get, by full replay', unit: 'ms', figure: replay, budget: { of: 'p50', under: 500 } },
      { says: 'better-sqlite3: read the rows, parse their JSON', unit: 'ms', figure: bare },
      { says: 'processor time, from a checkpoint', unit: 'ms', figure: cpuMs('checkpoint') },
      { says: 'processor time, by full replay', unit: 'ms', figure: cpuMs('replay') },
      { says: 'the answer of incidents.get as JSON: making it', unit: 'ms', figure: distributionOf(answers.map(({ jsonMs }) => jsonMs)) },
      { says: 'the answer of incidents.get as JSON: its size', unit: 'MB', figure: (answers[0]?.jsonBytes ?? 0) / 1e6 },
    ],
    remarks: [
      ratio('from a checkpoint', checkpoint, 'the bare rows', bare),
      ratio('by full replay', replay, 'the bare rows', bare),
      'Both ways gave the same fold, every time.',
    ],
  };
}
