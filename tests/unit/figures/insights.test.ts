import { describe, expect, test } from 'vitest';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
import { distributionOf, distributionWords } from '../../../shared/postmortem/insights/distribution.ts';
import { bucketWords } from '../../../shared/postmortem/insights/follow-up-ages.ts';
import { type InsightRow, insightRow } from '../../../shared/postmortem/insights/insight-row.ts';
import { insightsOf } from '../../../shared/postmortem/insights/insights.ts';
import { minutesText } from '../../../shared/postmortem/when.ts';
import { declared, minute, type PaperConsole } from '../../fixtures/paper-console.ts';
import { sampleView } from '../../samples.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 5, 1);

const row = (id: string, mitigate: number | undefined, more: Partial<InsightRow> = {}): InsightRow => ({
  id,
  label: id,
  title: `Incident ${id}`,
  mode: 'live',
  labels: [],
  tags: [],
  figures: mitigate === undefined ? {} : { mitigate: { minutes: mitigate } },
  promises: { kept: 0, broken: 0 },
  followUps: [],
  ...more,
});
const mitigate = (rows: readonly InsightRow[], set: 'real' | 'drills' = 'real') =>
  insightsOf(rows, now)[set].figures.find(({ figure }) => figure === 'mitigate');

describe('a distribution', () => {
  test.each([
    [[], { n: 0, least: null, most: null, median: null, quartiles: null }, 'n = 0: nothing recorded'],
    [[7, 3], { n: 2, least: 3, most: 7, median: null, quartiles: null }, 'n = 2: too few for a middle'],
    [[7, 3, 100], { n: 3, least: 3, most: 100, median: 7, quartiles: null }, 'n = 3: median 7 min, too few for a middle half'],
    [[4, 2, 6, 8], { n: 4, least: 2, most: 8, median: 5, quartiles: null }, 'n = 4: median 5 min, too few for a middle half'],
    [
      [5, 1, 4, 2, 3],
      { n: 5, least: 1, most: 5, median: 3, quartiles: [2, 4] },
      'n = 5: median 3 min, the middle half from 2 min to 4 min',
    ],
  ] as const)('of %j', (values, distribution, words) => {
    expect(distributionOf(values)).toEqual(distribution);
    expect(distributionWords(distributionOf(values), minutesText)).toBe(words);
  });
  test('one long incident moves no middle', () => {
    expect(distributionOf([10, 11, 12, 13, 14]).median).toBe(distributionOf([10, 11, 12, 13, 100_000]).median);
  });
});

describe('figures across incidents', () => {
  test('drills stand apart, and imported ones are counted and named as such', () => {
    const rows = [row('a', 10), row('b', 20, { mode: 'imported' }), row('c', 5, { mode: 'drill' }), row('d', 30)];
    expect(mitigate(rows)?.points).toEqual([
      { of: 0, minutes: 10 },
      { of: 1, minutes: 20 },
      { of: 3, minutes: 30 },
    ]);
    expect(mitigate(rows, 'drills')?.distribution).toMatchObject({ n: 1, least: 5 });
    expect(insightsOf(rows, now).real).toMatchObject({ counted: 3, imported: 1 });
  });
  test('a figure that an incident does not have counts nowhere', () => {
    expect(mitigate([row('a', undefined), row('b', 20)])?.distribution.n).toBe(1);
    expect(mitigate([row('a', undefined)])).toBeUndefined();
  });
  test('each severity and month has a distribution of its own, those without one behind', () => {
    const rows = [row('a', 10, { severity: 2, month: '2026-04' }), row('b', 20, { severity: 1, month: '2026-03' }), row('c', 30)];
    expect(mitigate(rows)?.bySeverity.map(({ group, distribution }) => [group, distribution.n])).toEqual([
      ['SEV1', 1],
      ['SEV2', 1],
      ['not recorded', 1],
    ]);
    expect(mitigate(rows)?.byMonth.map(({ group }) => group)).toEqual(['2026-03', '2026-04', 'not recorded']);
  });
  test('promises are counted over all incidents of their kind', () => {
    const rows = [
      row('a', 1, { promises: { kept: 2, broken: 1 } }),
      row('b', 1, { promises: { kept: 3, broken: 0 } }),
      row('c', 1, { mode: 'drill', promises: { kept: 0, broken: 9 } }),
    ];
    expect(insightsOf(rows, now).real.promises).toEqual({ kept: 5, broken: 1 });
  });
});

test('themes are counted by incident, and pairs only where at least two incidents have both', () => {
  const { themes } = insightsOf(
    [
      row('a', 1, { tags: ['misled', 'lucky'], labels: ['dns'] }),
      row('b', 1, { tags: ['lucky', 'misled', 'fatigue'], labels: ['dns'] }),
      row('c', 1, { tags: ['lucky'] }),
      row('d', 1, { tags: ['lucky'], mode: 'drill' }),
    ],
    now,
  );
  expect(themes.words.map(({ word, of, incidents }) => [word, of, incidents.length])).toEqual([
    ['lucky', 'tag', 3],
    ['dns', 'label', 2],
    ['misled', 'tag', 2],
    ['fatigue', 'tag', 1],
  ]);
  expect(themes.pairs).toEqual([{ words: ['lucky', 'misled'], incidents: 2 }]);
});

describe('from logs', () => {
  const over = (console: PaperConsole) => console.does({ type: 'incident.resolve', override: { reason: 'over' } } as CommandDraft);

  test('open follow-ups are told by age, the oldest first, overdue by the zone’s day; done ones are not', () => {
    const console = declared(3, { now: now - 100 * day });
    console.does({ type: 'followUp.add', text: 'alert on the queue', due: '2026-03-01' });
    console.passes(60 * day);
    console.does({ type: 'followUp.add', text: 'write the runbook' });
    console.does({ type: 'followUp.add', text: 'delete the old job' });
    const done = console.view.followUps[2]?.id ?? '';
    console.does({ type: 'followUp.amend', followUp: done, state: 'done' });
    const { followUps } = insightsOf([insightRow(console.view)], now);
    expect(followUps.open.map(({ row: { text }, days, overdue }) => [text, days, overdue])).toEqual([
      ['alert on the queue', 100, true],
      ['write the runbook', 40, false],
    ]);
    expect(followUps.overdue).toBe(1);
    expect(followUps.buckets.map((bucket) => [bucketWords(bucket), bucket.count])).toEqual([
      ['under 7 days', 0],
      ['7 to 29 days', 0],
      ['30 to 89 days', 1],
      ['90 days and more', 1],
    ]);
  });
  test('a false alarm has no figures, and what it left to do is still to be done', () => {
    const console = declared(3);
    console.passes(10 * minute);
    console.does({ type: 'followUp.add', text: 'mend the alert' });
    console.does({ type: 'incident.markFalseAlarm', reason: 'the clock of the test host was wrong' });
    const made = insightRow(console.view);
    expect(made.figures).toEqual({});
    expect(made.followUps.map(({ text }) => text)).toContain('mend the alert');
  });
  test('an invented example has no figures; an imported outage has those that its file states', () => {
    expect(insightRow(sampleView('sre-book-shakespeare-2015-10-21')).figures).toEqual({});
    expect(insightRow(sampleView('gitlab-2017-01-31')).figures).toEqual({
      detect: { minutes: -180, unsure: true },
      mitigate: { minutes: 1200, unsure: true },
      resolve: { minutes: 1274, unsure: true },
      silence: { minutes: 1049 },
    });
  });
  test('the month is that of the incident’s own zone', () => {
    // 31 January 2026, 23:30 UTC: February in Berlin.
    const console = declared(3, { now: Date.UTC(2026, 0, 31, 23, 30) });
    over(console);
    expect(insightRow(console.view)).toMatchObject({ month: '2026-02', figures: { withoutCommander: { minutes: 0 } } });
  });
  test('a hidden line gives no tag', () => {
    const console = declared(3);
    console.does({ type: 'entry.add', kind: 'note', text: 'x', tags: ['secret-project'] });
    const line = console.view.items.flat().find(({ type }) => type === 'entry.added')?.id ?? '';
    expect(insightRow(console.view).tags).toEqual(['secret-project']);
    console.does({ type: 'entry.redact', entry: line, reason: 'a secret' });
    expect(insightRow(console.view).tags).toEqual([]);
  });
});
