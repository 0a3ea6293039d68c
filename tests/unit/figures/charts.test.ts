import { describe, expect, test } from 'vitest';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { dotPlot } from '../../../shared/postmortem/charts/dot-plot.ts';
import { figure, type Mark, words } from '../../../shared/postmortem/charts/figure.ts';
import { incidentCharts } from '../../../shared/postmortem/charts/incident-charts.ts';
import { svgElement, svgText } from '../../../shared/postmortem/charts/svg.ts';
import type { Chart } from '../../../shared/postmortem/draft.ts';
import { metricsOf } from '../../../shared/postmortem/metrics/metrics.ts';
import { minutesText } from '../../../shared/postmortem/when.ts';
import { declared, minute } from '../../fixtures/paper-console.ts';
import { sampleNames, sampleView } from '../../samples.ts';

/** An incident of a working afternoon, with promises kept and broken and a regression. */
function afternoon(): IncidentView {
  const console = declared(2, { now: Date.UTC(2026, 0, 14, 15) });
  console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 10 * minute, precision: 'minute' });
  console.passes(5 * minute);
  console.does({ type: 'update.send', audiences: ['customers', 'staff'], text: 'We know', nextAt: console.now + 20 * minute });
  console.passes(19 * minute);
  console.does({ type: 'update.send', audiences: ['customers'], text: 'Still at it', nextAt: console.now + 20 * minute });
  console.passes(60 * minute);
  console.does({ type: 'entry.add', kind: 'action', text: 'Rolled back' });
  console.does({ type: 'fix.start' });
  console.passes(30 * minute);
  console.does({ type: 'mitigation.record', evidence: 'Errors are gone' });
  console.passes(45 * minute);
  console.does({ type: 'regression.record', reason: 'back again' });
  console.passes(40 * minute);
  console.does({ type: 'mitigation.record', evidence: 'gone' });
  console.passes(180 * minute);
  console.does({ type: 'update.send', audiences: ['customers', 'staff'], text: 'Fixed', final: true });
  console.does({ type: 'incident.resolve' });
  return console.view;
}

const chartsOf = (view: IncidentView): readonly Chart[] => incidentCharts(view, metricsOf(view));
const titled = (view: IncidentView, title: string): Chart | undefined => chartsOf(view).find((chart) => chart.title === title);
const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];
const shown = ({ figure: { marks } }: Chart): readonly string[] => marks.flatMap((mark) => (mark.type === 'words' ? [mark.text] : []));
const svgOf = ({ figure: drawn, title }: Chart): string => svgText(drawn, title);

/** How far to the left and to the right a mark reaches; of words, where they are held. */
function reach(mark: Mark): readonly [number, number] {
  switch (mark.type) {
    case 'words':
      return [mark.x, mark.x];
    case 'box':
      return [mark.x, mark.x + mark.width];
    case 'dot':
      return [mark.x - mark.radius, mark.x + mark.radius];
    case 'line':
      return [mark.x1, mark.x2];
    case 'cross':
      return [mark.x - mark.reach, mark.x + mark.reach];
  }
}

const plot = (values: readonly number[], more: Partial<Parameters<typeof dotPlot>[0]> = {}): Chart | undefined =>
  dotPlot({
    title: 'To mitigation',
    values: values.map((value) => ({ value })),
    median: null,
    quartiles: null,
    inWords: minutesText,
    ...more,
  });

const everyChart = (): readonly Chart[] => [
  ...chartsOf(afternoon()),
  ...sampleNames.flatMap((name) => chartsOf(sampleView(name))),
  ...[plot([1]), plot([-180, 5, 6, 6, 12, 80, 18_262], { median: 6, quartiles: [5, 46] })].flatMap((chart) => chart ?? []),
];

describe('every figure', () => {
  test('says each of its numbers in its words too', () => {
    const charts = everyChart();
    expect(charts.length).toBeGreaterThan(10);
    for (const chart of charts) {
      const said = new Set(numbersIn(chart.alternative));
      const numbers = shown(chart).flatMap(numbersIn);
      expect(
        numbers.filter((number) => !said.has(number)),
        chart.title,
      ).toEqual([]);
    }
  });
  test('holds nothing that runs, loads, or needs a style', () => {
    for (const svg of everyChart().map(svgOf)) {
      expect(svg).not.toMatch(/<(?:script|style|image|use|foreignObject|a)\b|\son|style=|href|url\(|NaN|Infinity|undefined/);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-label="[^"]+" width="340" /);
    }
  });
  test('is drawn within its edges, so that it fits a telephone', () => {
    for (const { figure: drawn, title } of everyChart()) {
      for (const [least, most] of drawn.marks.map(reach)) {
        expect(least, title).toBeGreaterThanOrEqual(0);
        expect(most, title).toBeLessThanOrEqual(drawn.width + 2);
      }
    }
  });
  test('is the same whenever it is drawn', () => {
    expect(chartsOf(sampleView('gitlab-2017-01-31'))).toEqual(chartsOf(sampleView('gitlab-2017-01-31')));
  });
});

test('text in a figure stays text', () => {
  const hostile = figure(20, [words('<script>alert(1)</script> & "x" \u202e \uffff', 0, 10)]);
  const svg = svgText(hostile, 'a "name" <b>');
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; [U+202E] [U+FFFF]');
  expect(svg).toContain('aria-label="a &quot;name&quot; &lt;b&gt;"');
  const [text] = svgElement(hostile, 'x').inside;
  expect(text).toMatchObject({ tag: 'text', inside: ['<script>alert(1)</script> & "x" [U+202E] [U+FFFF]'] });
});

describe('the words of a figure', () => {
  test('phases are told with their length and how often they came', () => {
    expect(titled(afternoon(), 'Time in each phase')?.alternative).toBe(
      'From 16:00 to 22:19 Berlin: investigating 2 h 4 min in 2 stays, fixing 30 min, monitoring 3 h 45 min in 2 stays.',
    );
  });
  test('messages are told by audience, with what was promised and when the next one came', () => {
    const said = titled(afternoon(), 'Updates, promised and sent')?.alternative;
    expect(said).toContain(
      'customers: 3 messages, at 16:05, 16:24, 22:19; 1 kept, 1 broken (for 16:25, heard 16:24: kept, for 16:44, heard 22:19: broken).',
    );
    expect(said).toContain('staff: 2 messages, at 16:05, 22:19; 0 kept, 1 broken');
  });
  test('person-hours are told by day, night and weekend', () => {
    expect(titled(afternoon(), 'Person-hours')?.alternative).toBe(
      '6 h 19 min of 1 person together: 4 h by day, 08:00 to 20:00, 2 h 19 min by night.',
    );
  });
  test('a milestone that is not known to the minute says between what it lies', () => {
    expect(titled(sampleView('gitlab-2017-01-31'), 'From the start of impact')?.alternative).toContain(
      'detected -3 h (3 h before it), between -4 h and -2 h',
    );
  });
  test('too few values have no middle, and an imported one says so', () => {
    expect(plot([5, 9])?.alternative).toBe('n = 2: too few for a middle. All values: 5 min, 9 min. The scale is logarithmic.');
    const imported = dotPlot({ title: 'x', values: [{ value: 5, open: true }], median: null, quartiles: null, inWords: minutesText });
    expect(imported?.alternative).toContain('The value: 5 min (imported).');
    expect(plot([])).toBeUndefined();
  });
  test('hundreds of values are not read out one by one', () => {
    const many = plot(Array.from({ length: 300 }, (_, index) => index));
    expect(many?.alternative.length).toBeLessThan(200);
    expect(many?.alternative).toContain('From 0 min to 4 h 59 min.');
  });
});

test('an incident that nobody led, told or left has no figures of it', () => {
  expect(chartsOf(sampleView('sre-book-shakespeare-2015-10-21'))).toEqual([]);
  expect(chartsOf(declared().view).map(({ title }) => title)).not.toContain('Person-hours');
});

test.each(['Time in each phase', 'Updates, promised and sent', 'Person-hours', 'From the start of impact'])(
  '%s is drawn as it was',
  async (title) => {
    const chart = titled(afternoon(), title);
    await expect(`${chart && svgOf(chart)}\n`).toMatchFileSnapshot(
      `../../fixtures/charts/${title.toLowerCase().replace(/[^a-z]+/g, '-')}.svg`,
    );
  },
);
test('a distribution is drawn as it was', async () => {
  const chart = plot([-180, 5, 6, 6, 12, 80, 18_262], { median: 6, quartiles: [5, 46] });
  await expect(`${chart && svgOf(chart)}\n`).toMatchFileSnapshot('../../fixtures/charts/distribution.svg');
});
