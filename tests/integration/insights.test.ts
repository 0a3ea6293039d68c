import { describe, expect, test } from 'vitest';
import type { IncidentFigures } from '../../shared/api/insight-procedures.ts';
import type { Insights } from '../../shared/postmortem/insights/insights.ts';
import { wheelhouse } from '../fixtures/command-line.ts';
import { ManualClock, newConsole, ownerToken, serve } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { askOf, done, pastIncident } from '../fixtures/past-incidents.ts';
import { sampleJson, sampleNames } from '../samples.ts';

const minute = 60_000;
const hour = 60 * minute;
const headers = { authorization: `Bearer ${ownerToken}` };
const figureOf = ({ real }: Insights, name: string) => real.figures.find(({ figure }) => figure === name);

describe('figures across incidents', () => {
  test('every sample that is imported is counted with what its file states, and marked', async () => {
    const console = await newConsole();
    for (const id of sampleNames) await askOf(console, 'samples.open', { id });
    const found = await askOf(console, 'insights.get', {});
    const stated = sampleNames
      .map((name) => (sampleJson(name).derivedMetrics as Record<string, number | null>).impactToMitigate)
      .filter((minutes) => minutes !== null && minutes !== undefined);
    expect(figureOf(found, 'mitigate')?.points.map(({ minutes }) => minutes)).toEqual(stated.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(found.real.imported).toBe(found.real.counted);
    expect(found.drills.counted).toBe(0);
  });

  test('a line that is written changes them, and an incident after the day that was asked for stays', async () => {
    const clock = new ManualClock();
    const console = await newConsole({ clock });
    const old = await pastIncident(console, { title: 'Mails are late' });
    clock.pass(40 * 24 * hour);
    const late = await pastIncident(console, { title: 'Search is slow' });
    const first = await askOf(console, 'insights.get', {});
    expect(first.incidents.map(({ id }) => id).toSorted()).toEqual([old, late].toSorted());
    expect(first.themes.words).toEqual([]);
    expect(first.followUps.open).toEqual([]);

    await done(console, old, { type: 'entry.add', kind: 'note', text: 'green all night', tags: ['misled'] });
    await done(console, late, { type: 'followUp.add', text: 'alert on the queue' });
    clock.pass(8 * 24 * hour);
    const then = await askOf(console, 'insights.get', {});
    expect(then.themes.words).toEqual([{ word: 'misled', of: 'tag', incidents: [old] }]);
    expect(then.followUps.open.map(({ row: { text }, days }) => [text, days])).toEqual([['alert on the queue', 8]]);

    const since = new Date(clock.now() - 10 * 24 * hour).toISOString().slice(0, 10);
    expect((await askOf(console, 'insights.get', { since })).incidents.map(({ id }) => id)).toEqual([late]);
  });

  test('what was erased is in them no more, also after a start', async () => {
    const dataDir = newFolder();
    const console = await newConsole({ dataDir });
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await pastIncident(console, { title: `Outage ${count}` }));
    const [id = ''] = ids;
    await done(console, id, { type: 'entry.add', kind: 'note', text: 'x', tags: ['secret-project'] });
    const { events } = await askOf(console, 'incidents.events', { id });
    const entry = events.findLast(({ type }) => type === 'entry.added')?.id ?? '';
    expect(JSON.stringify(await askOf(console, 'insights.get', {}))).toContain('secret-project');
    await askOf(console, 'log.erase', { id, event: entry, confirm: entry.slice(-8) });
    expect(JSON.stringify(await askOf(console, 'insights.get', {}))).not.toContain('secret-project');
    await console.close();
    const again = await newConsole({ dataDir });
    expect(JSON.stringify(await askOf(again, 'insights.get', {}))).not.toContain('secret-project');
  });
});

describe('over HTTP', () => {
  test('the figures of one incident come with their drawings, and those of all with their n', async () => {
    const clock = new ManualClock();
    const served = await serve({ clock });
    const id = await pastIncident(served, { title: 'Mails are late' });
    await done(served, id, { type: 'milestone.set', name: 'impactStart', at: clock.now() - 7 * minute, precision: 'minute' });
    const one = (await (await fetch(`${served.url}/api/v1/incidents/inc-1/metrics`, { headers })).json()) as IncidentFigures;
    expect(one).toMatchObject({ id, label: 'inc-1', mode: 'live', metrics: { impactToDeclare: { minutes: 7 } } });
    expect(one.charts.map(({ title }) => title)).toContain('From the start of impact');
    expect(JSON.stringify(one)).not.toContain('"Kim"');
    const all = (await (await fetch(`${served.url}/api/v1/insights?since=2020-01-01`, { headers })).json()) as Insights;
    expect(figureOf(all, 'resolve')?.distribution).toEqual({ n: 1, least: 7, most: 7, median: null, quartiles: null });
  });
  test('a day that is none, and an incident that is not there, are refused in words', async () => {
    const served = await serve();
    const bad = await fetch(`${served.url}/api/v1/insights?since=2026-02-30`, { headers });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('must be a day such as 2026-01-31');
    expect((await fetch(`${served.url}/api/v1/incidents/nobody/metrics`, { headers })).status).toBe(404);
  });
});

describe('on the command line', () => {
  test('figures are read as lines and as JSON, drills only where they are asked for', { timeout: 120_000 }, async () => {
    const dataDir = newFolder();
    const console = await newConsole({ dataDir });
    await askOf(console, 'samples.open', { id: 'gitlab-2017-01-31' });
    const drill = await pastIncident(console, { title: 'Region fails over', mode: 'drill' });
    await console.close();

    const metrics = await wheelhouse(['metrics', drill], { data: dataDir });
    expect(metrics.out).toContain('[drill]  Region fails over');
    expect(metrics.out).toMatch(/Time without a commander\s+0 min/);
    const json = JSON.parse((await wheelhouse(['metrics', drill, '--json'], { data: dataDir })).out) as IncidentFigures;
    expect(json.metrics.live?.minutesWithoutCommander).toBe(0);

    const { out } = await wheelhouse(['insights'], { data: dataDir });
    expect(out).toContain('Incidents: 1, 1 of them imported');
    expect(out).toContain('From impact to detection\n    n = 1: too few for a middle\n    values: ~-3 h*');
    expect(out).toContain('Drills: 1, told by --drills');
    expect((await wheelhouse(['insights', '--drills'], { data: dataDir })).out).toContain('Drills: 1\n');
    expect((JSON.parse((await wheelhouse(['insights', '--json'], { data: dataDir })).out) as Insights).drills.counted).toBe(1);
    const wrong = await wheelhouse(['insights', '--since', 'monday'], { data: dataDir });
    expect(wrong).toMatchObject({ code: 2, errors: 'wheelhouse: --since is a day such as 2026-01-31, not monday\n' });
  });
});
