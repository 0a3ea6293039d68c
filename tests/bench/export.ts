/** How long a postmortem draft of a long incident takes. */
import { Fold } from '../../shared/incident/fold.ts';
import type { FoldState } from '../../shared/incident/view.ts';
import { draftText } from '../drafting.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { medianOfRounds, type Report, ratio } from './figures.ts';
import { openDesk, openForSeeding } from './seed.ts';

const formats = ['md', 'html'] as const;
const draftsInARound = 3;

/** Renders both formats in turns, each time of a view that nothing was remembered of. */
export async function measureExport(ground: BenchGround): Promise<Report> {
  const { rounds, long } = ground.sizes;
  const { dataDir, incidentIds } = ground.copy(await ground.seeded('one', long));
  const store = openForSeeding(dataDir);
  const shown = await (await openDesk(dataDir, store)).incident(incidentIds[0] ?? '');
  if (!shown.ok) throw new Error(shown.error.message);
  const stored = JSON.stringify(shown.value.state);
  await store.close();

  const texts = new Map<string, string>();
  const taken: Record<(typeof formats)[number] | 'json', number[][]> = { md: [], html: [], json: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const inRound: Record<keyof typeof taken, number[]> = { md: [], html: [], json: [] };
    for (let draft = 0; draft < draftsInARound; draft += 1) {
      for (const format of formats) inRound[format].push(renderOnce(stored, format, texts));
      inRound.json.push(stringifyOnce(stored));
    }
    if (round > 0) for (const key of ['md', 'html', 'json'] as const) taken[key].push(inRound[key]);
  }
  const [markdown, html, json] = [medianOfRounds(taken.md), medianOfRounds(taken.html), medianOfRounds(taken.json)];
  return {
    title: `Postmortem draft of an incident of ${long} entries`,
    rows: [
      { says: 'Markdown', unit: 'ms', figure: markdown, budget: { of: 'p50', under: 300 } },
      { says: 'HTML', unit: 'ms', figure: html },
      { says: 'JSON.stringify of the same view', unit: 'ms', figure: json },
      { says: 'the Markdown', unit: 'MB', figure: (texts.get('md')?.length ?? 0) / 1e6 },
    ],
    remarks: [ratio('Markdown', markdown, 'JSON.stringify', json), 'The same view gave the same bytes, every time.'],
  };
}

function renderOnce(stored: string, format: (typeof formats)[number], texts: Map<string, string>): number {
  const { view } = Fold.resume(JSON.parse(stored) as FoldState);
  const started = performance.now();
  const text = draftText(view, format);
  const ms = performance.now() - started;
  const before = texts.get(format) ?? text;
  assertHolds(before === text && before.length > view.entries * 20, `the ${format} draft differs between two runs, or is empty`);
  texts.set(format, before);
  return ms;
}

function stringifyOnce(stored: string): number {
  const { view } = JSON.parse(stored) as FoldState;
  const started = performance.now();
  const { length } = JSON.stringify(view);
  const ms = performance.now() - started;
  assertHolds(length > 0, 'the view is empty');
  return ms;
}
