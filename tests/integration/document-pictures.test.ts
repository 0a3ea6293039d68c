import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { picture } from '../../electron/core/studio/docx/chart-picture.ts';
import { draftDocx } from '../../electron/core/studio/docx/draft-docx.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { anonymised } from '../../shared/postmortem/anonymous/anonymise.ts';
import { dotPlot } from '../../shared/postmortem/charts/dot-plot.ts';
import { bar, cross, dot, figure, words } from '../../shared/postmortem/charts/figure.ts';
import { incidentCharts } from '../../shared/postmortem/charts/incident-charts.ts';
import type { Block, Chart, Draft } from '../../shared/postmortem/draft.ts';
import { metricsOf } from '../../shared/postmortem/metrics/metrics.ts';
import { minutesText } from '../../shared/postmortem/when.ts';
import { draftOf } from '../drafting.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { converted, picturesIn, readingTest } from '../fixtures/office.ts';
import { declared, minute } from '../fixtures/paper-console.ts';

// An office program is started for one of these, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const ink = '#1B1F24';

/** An hour with a message, a promise that was broken, and a fix: something to draw in every figure. */
function night(name = 'Kim'): IncidentView {
  const console = declared(2, { now: Date.UTC(2026, 0, 14, 15), name });
  console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 10 * minute, precision: 'minute' });
  console.does({ type: 'update.send', audiences: ['customers'], text: 'We know', nextAt: console.now + 20 * minute });
  console.passes(50 * minute);
  console.does({ type: 'entry.add', kind: 'action', text: 'Rolled back' });
  console.does({ type: 'fix.start' });
  console.does({ type: 'mitigation.record', evidence: 'Errors are gone' });
  console.passes(40 * minute);
  console.does({ type: 'update.send', audiences: ['customers'], text: 'Fixed', final: true });
  console.does({ type: 'incident.resolve' });
  return console.view;
}

const chartsOf = ({ sections }: Draft): readonly Chart[] =>
  sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'chart');

function drafted(blocks: readonly Block[]): Draft {
  return { template: 'ours', title: 'Postmortem', sections: [{ id: 'metrics', heading: 'Metrics', level: 2, blocks }], footer: 'The end' };
}

/** A draft that has every figure that there is. */
function everyFigure(): Draft {
  const view = night();
  const spread = dotPlot({
    title: 'To mitigation',
    values: [-180, 5, 6, 6, 12, 80, 18_262].map((value) => ({ value, ...(value === 80 && { open: true as const }) })),
    median: 6,
    quartiles: [5, 46],
    inWords: minutesText,
  });
  return drafted([...incidentCharts(view, metricsOf(view)), ...(spread ? [spread] : [])]);
}

interface Opened {
  readonly body: string;
  readonly svg: readonly string[];
  readonly png: readonly Uint8Array[];
}

function opened(bytes: Uint8Array): Opened {
  const files = Object.entries(unzipSync(bytes));
  const media = (ending: string) =>
    files.flatMap(([name, data]) => (name.startsWith('word/media/') && name.endsWith(ending) ? [data] : []));
  const body = files.find(([name]) => name === 'word/document.xml')?.[1] ?? new Uint8Array();
  return { body: strFromU8(body), svg: media('.svg').map((data) => strFromU8(data)), png: media('.png') };
}

/** Width and height, as the head of a PNG says them. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const sizes = (charts: readonly Chart[]) => charts.map((chart) => [chart.figure.width * 3, Math.ceil(chart.figure.height * 3)] as const);
const inOrder = (all: readonly (readonly [number, number])[]) => all.map(([width, height]) => `${width} x ${height}`).toSorted();

describe('the figures of a draft in a Word document', () => {
  test('are each an SVG and a PNG of its size, between its title and its words', async () => {
    const draft = everyFigure();
    const charts = chartsOf(draft);
    expect(charts).toHaveLength(5);
    const { body, svg, png } = opened(await draftDocx(draft));
    expect(svg).toHaveLength(charts.length);
    expect(inOrder(png.map(sizeOf))).toEqual(inOrder(sizes(charts)));
    for (const text of svg) expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^<]*fill="#1B1F24"/);
    for (const [at, { title, alternative }] of charts.entries()) {
      expect(body).toContain(`<wp:docPr id="${at + 1}" name="${title}" descr="${alternative}"/>`);
      expect(body.split(`>${title}</w:t>`)).toHaveLength(2);
      expect(body.split(`>${alternative}</w:t>`)).toHaveLength(2);
    }
    expect(body.match(/<asvg:svgBlip /g)).toHaveLength(charts.length);
  });

  readingTest('are seen by LibreOffice on the page', async () => {
    const draft = everyFigure();
    const file = join(newFolder(), 'figures.docx');
    writeFileSync(file, await draftDocx(draft));
    const [pdf = ''] = converted([file], 'pdf');
    expect(inOrder(picturesIn(pdf))).toEqual(inOrder(sizes(chartsOf(draft))));
  });

  test('are the same bytes for the same draft, whatever was drawn between', async () => {
    const draft = everyFigure();
    const first = await draftDocx(draft);
    await draftDocx(draftOf(night('Sam')).draft);
    expect(Buffer.from(await draftDocx(draft)).equals(first)).toBe(true);
  });

  test('hold what people wrote as text, also letters that the font has not', async () => {
    const hostile = '</text><script>alert(1)</script>&amp; "x" \u202e \uffff \ud800 مشكلة 決済 💳';
    const drawn = figure(40, [words(hostile, 0, 14), words(hostile, 340, 30, 'end')]);
    const { body, svg, png } = opened(
      await draftDocx(drafted([{ type: 'chart', title: hostile, figure: drawn, alternative: hostile, from: [] }])),
    );
    expect(svg.join('')).not.toMatch(/<script|[\u202e\uffff\ufffd]/);
    expect(svg.join('').match(/<\/?[a-z]+/g)).toEqual(['<svg', '<text', '</text', '<text', '</text', '</svg']);
    expect(png.map(sizeOf)).toEqual([[1020, 120]]);
    expect(body).not.toMatch(/<script|[\u202e\uffff]/);
  });

  test('have no names in a draft without names', async () => {
    const view = night('Xiomara Quintavalle');
    const said = 'Xiomara Quintavalle, acknowledged';
    const named: Chart = { type: 'chart', title: said, figure: figure(20, [words(said, 0, 14)]), alternative: said, from: [] };
    const before = drafted([...incidentCharts(view, metricsOf(view)), named]);
    expect(opened(await draftDocx(before)).svg.join('')).toContain(`>${said}</text>`);
    const { body, svg } = opened(await draftDocx(anonymised(before, view).draft));
    expect(svg).toHaveLength(chartsOf(before).length);
    expect(svg.join('')).toContain(', acknowledged</text>');
    expect([body, ...svg].join('')).not.toMatch(/xiomara|quintavalle/i);
  });
});

describe('a picture', () => {
  test('is the same bytes for the same figure, and others for another', async () => {
    const of = (text: string) =>
      picture(figure(40, [words(text, 170, 14, 'middle'), bar(6, 20, 200, 10, 'half'), dot(60, 25, 4, 'open')]), ink);
    const [one, again, other] = await Promise.all([of('20 h'), of('20 h'), of('21 h')]);
    expect(one).toBeDefined();
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('that has no room is none, and the next one is drawn', async () => {
    expect(await picture({ width: 0, height: 0, marks: [] }, ink)).toBeUndefined();
    expect(await picture(figure(20, [cross(10, 10, 4)]), ink)).toBeDefined();
  });

  test('is drawn many times in the same memory', async () => {
    const drawn = figure(400, [words('20 h', 0, 14)]);
    const drawnTimes = async (times: number): Promise<number> => {
      for (let time = 0; time < times; time += 1) await picture(drawn, ink);
      return process.memoryUsage().external;
    };
    const before = await drawnTimes(5);
    // The pixels of one are 5 MB.
    expect((await drawnTimes(40)) - before).toBeLessThan(50e6);
  });
});

test('a draft whose figures cannot be drawn has their words', async () => {
  const chart: Chart = {
    type: 'chart',
    title: 'Nothing',
    figure: { width: 0, height: 0, marks: [] },
    alternative: 'All its words.',
    from: [],
  };
  const { body, svg } = opened(await draftDocx(drafted([chart])));
  expect(body).toContain('All its words.');
  expect(body).not.toContain('<w:drawing>');
  expect(svg).toEqual([]);
});
