/** How long a postmortem draft of a long incident takes, in every template that ships. */
import { Fold } from '../../shared/incident/fold.ts';
import type { FoldState } from '../../shared/incident/view.ts';
import { draftText, templateNames } from '../drafting.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { medianOfRounds, type Report, ratio } from './figures.ts';
import { openDesk, openForSeeding } from './seed.ts';

type Format = 'md' | 'html';
/** In HTML, one speaks for all: the template makes no difference there that Markdown does not show. */
const wanted: readonly (readonly [string, Format])[] = [...templateNames.map((name) => [name, 'md'] as const), ['google-sre', 'html']];
const draftsInARound = 3;

/** Renders all of them in turns, each time of a view that nothing was remembered of. */
export async function measureExport(ground: BenchGround): Promise<Report> {
  const { rounds, long } = ground.sizes;
  const { dataDir, incidentIds } = ground.copy(await ground.seeded('one', long));
  const store = openForSeeding(dataDir);
  const shown = await (await openDesk(dataDir, store)).incident(incidentIds[0] ?? '');
  if (!shown.ok) throw new Error(shown.error.message);
  const stored = JSON.stringify(shown.value.state);
  await store.close();

  const texts = new Map<string, string>();
  const taken = wanted.map((): number[][] => []);
  const stringified: number[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const inRound = wanted.map((): number[] => []);
    const inJson: number[] = [];
    for (let draft = 0; draft < draftsInARound; draft += 1) {
      for (const [index, [name, format]] of wanted.entries()) inRound[index]?.push(renderOnce(stored, { name, format }, texts));
      inJson.push(stringifyOnce(stored));
    }
    if (round === 0) continue;
    for (const [index, samples] of inRound.entries()) taken[index]?.push(samples);
    stringified.push(inJson);
  }
  const json = medianOfRounds(stringified);
  const figures = wanted.map(([name, format], index) => ({ name, format, figure: medianOfRounds(taken[index] ?? []) }));
  const slowest = figures.filter(({ format }) => format === 'md').toSorted((a, b) => b.figure.p50 - a.figure.p50)[0];
  return {
    title: `Postmortem drafts of an incident of ${long} entries`,
    rows: [
      ...figures.map(({ name, format, figure }) => ({
        says: `${name}, ${format === 'md' ? 'Markdown' : 'HTML'}`,
        unit: 'ms' as const,
        figure,
        ...(format === 'md' && { budget: { of: 'p50' as const, under: 300 } }),
      })),
      { says: 'JSON.stringify of the same view', unit: 'ms', figure: json },
      {
        says: 'the largest Markdown',
        unit: 'MB',
        figure: Math.max(...[...texts].map(([key, text]) => (key.endsWith('.md') ? text.length : 0))) / 1e6,
      },
    ],
    remarks: [
      ...(slowest ? [ratio(`Markdown of ${slowest.name}`, slowest.figure, 'JSON.stringify', json)] : []),
      'The same view gave the same bytes, every time.',
    ],
  };
}

function renderOnce(
  stored: string,
  { name, format }: { readonly name: string; readonly format: Format },
  texts: Map<string, string>,
): number {
  const { view } = Fold.resume(JSON.parse(stored) as FoldState);
  const started = performance.now();
  const text = draftText(view, format, name);
  const ms = performance.now() - started;
  const key = `${name}.${format}`;
  const before = texts.get(key) ?? text;
  assertHolds(before === text && before.length > view.entries * 20, `the draft ${key} differs between two runs, or is empty`);
  texts.set(key, before);
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
