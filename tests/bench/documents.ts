/** How long a long incident takes as a Word document and as a PDF, beside the least that the same tools can do. */
import { Document, Packer, Paragraph } from 'docx';
import { draftDocx } from '../../electron/core/studio/docx/draft-docx.ts';
import { ChromiumPrinter } from '../../electron/core/studio/pdf/chromium-printer.ts';
import { draftPdf } from '../../electron/core/studio/pdf/draft-pdf.ts';
import type { Draft } from '../../shared/postmortem/draft.ts';
import type { Result } from '../../shared/result.ts';
import { findChromium } from '../chromium.ts';
import { draftOf } from '../drafting.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { noBrowser } from './browser-page.ts';
import { medianOfRounds, type Report, type Row, ratio } from './figures.ts';
import { openDesk, openForSeeding } from './seed.ts';

const mostEntries = 2_000;
const blank = '<!doctype html><title>blank</title><p>x</p>';

/** Writes and prints in turns; the first round warms up. */
export async function measureDocuments(ground: BenchGround): Promise<Report> {
  const { rounds } = ground.sizes;
  const entries = Math.min(mostEntries, ground.sizes.long);
  const { draft, incident } = await longDraft(ground, entries);
  const program = findChromium();
  const printer = new ChromiumPrinter({ browsers: () => (program === undefined ? [] : [program]) });
  const taken: Record<'docx' | 'plain' | 'pdf' | 'blank', number[][]> = { docx: [], plain: [], pdf: [], blank: [] };
  const sizes = { docx: 0, pdf: 0 };
  for (let round = 0; round <= rounds; round += 1) {
    const docx = await timed(() => draftDocx(draft));
    const plain = await timed(() => plainParagraphs(entries));
    if (round > 0) taken.docx.push([docx.ms]);
    if (round > 0) taken.plain.push([plain.ms]);
    sizes.docx = steady(sizes.docx, docx.value.length);
    if (program === undefined) continue;
    const pdf = await timed(async () => bytesOf(await draftPdf(draft, incident, printer)));
    const nothing = await timed(async () => bytesOf(await printer.print(blank)));
    if (round > 0) taken.pdf.push([pdf.ms]);
    if (round > 0) taken.blank.push([nothing.ms]);
    sizes.pdf = steady(sizes.pdf, pdf.value.length);
  }
  const [docx, plain] = [medianOfRounds(taken.docx), medianOfRounds(taken.plain)];
  const printed = program === undefined ? undefined : { pdf: medianOfRounds(taken.pdf), blank: medianOfRounds(taken.blank) };
  const rows: readonly Row[] = [
    { says: 'Word document', unit: 'ms', figure: docx, budget: { of: 'p50', under: 1_500 } },
    { says: 'as many plain paragraphs by the same library', unit: 'ms', figure: plain },
    { says: 'PDF', unit: 'ms', figure: printed?.pdf ?? noBrowser, ...(printed && { budget: { of: 'p50', under: 3_000 } as const }) },
    { says: 'a blank page by the same browser', unit: 'ms', figure: printed?.blank ?? noBrowser },
    { says: 'the Word document', unit: 'MB', figure: sizes.docx / 1e6 },
    { says: 'the PDF', unit: 'MB', figure: printed ? sizes.pdf / 1e6 : noBrowser },
  ];
  return {
    title: `Documents of an incident of ${entries} entries`,
    rows,
    remarks: [
      ratio('Word', docx, 'plain paragraphs', plain),
      ...(printed ? [ratio('PDF', printed.pdf, 'a blank page', printed.blank)] : []),
      'A PDF counts the start of the browser and its end. Each entry has its row in the timeline.',
    ],
  };
}

async function longDraft(ground: BenchGround, entries: number): Promise<{ readonly draft: Draft; readonly incident: string }> {
  const { dataDir, incidentIds } = ground.copy(await ground.seeded('one', entries));
  const store = openForSeeding(dataDir);
  const shown = await (await openDesk(dataDir, store)).incident(incidentIds[0] ?? '');
  await store.close();
  if (!shown.ok) throw new Error(shown.error.message);
  return { draft: withRows(draftOf(shown.value.view).draft, entries), incident: shown.value.view.id };
}

/** A draft of a long log shows only what was starred; here its timeline has a row for each entry, as when everything was. */
function withRows(draft: Draft, entries: number): Draft {
  const sections = draft.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.type === 'timeline' ? { ...block, rows: repeated(block.rows, entries) } : block)),
  }));
  return { ...draft, sections };
}

function repeated<T>(rows: readonly T[], count: number): readonly T[] {
  const times = Math.ceil(count / Math.max(1, rows.length));
  return Array.from({ length: times }, () => rows)
    .flat()
    .slice(0, count);
}

async function plainParagraphs(count: number): Promise<Uint8Array> {
  const children = Array.from({ length: count }, (_, at) => new Paragraph(`${at} errors rise at the edge of the shop`));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

function bytesOf(printed: Result<Uint8Array, string>): Uint8Array {
  if (!printed.ok) throw new Error(printed.error);
  return printed.value;
}

/** The same draft gives as many bytes as before. */
function steady(before: number, now: number): number {
  assertHolds(now > 1_000 && (before === 0 || before === now), 'a document differs between two runs, or is empty');
  return now;
}
