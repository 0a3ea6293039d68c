import { describe, expect, test } from 'vitest';
import { metricsOf } from '../../shared/postmortem/metrics/metrics.ts';
import { declared, minute } from '../fixtures/paper-console.ts';
import { sampleJson, sampleNames, sampleView } from '../samples.ts';

describe('figures of the samples', () => {
  test.each(sampleNames)('%s: they equal the figures that the file states', (name) => {
    const figures = metricsOf(sampleView(name));
    const { unit: _unit, note: _note, ...stated } = sampleJson(name).derivedMetrics as Record<string, unknown>;
    expect({
      impactToDetect: figures.impactToDetect?.minutes ?? null,
      impactToDeclare: figures.impactToDeclare?.minutes ?? null,
      impactToMitigate: figures.impactToMitigate?.minutes ?? null,
      impactToResolve: figures.impactToResolve?.minutes ?? null,
      updates: figures.updates,
      longestGapBetweenMinutePrecisionUpdates: figures.longestGapBetweenUpdates,
    }).toEqual(stated);
  });

  test('detection before the recorded impact is negative, and hours give a range', () => {
    expect(metricsOf(sampleView('gitlab-2017-01-31')).impactToDetect).toEqual({
      minutes: -180,
      precision: 'range',
      least: -240,
      most: -120,
    });
  });
  test('a resolution known to the day may be a day later', () => {
    expect(metricsOf(sampleView('atlassian-2022-04-05')).impactToResolve).toEqual({
      minutes: 18262,
      precision: 'range',
      least: 18262,
      most: 18262 + 1440,
    });
  });
  test('an import has no figures of clocks and roles', () => {
    for (const name of sampleNames) expect(metricsOf(sampleView(name)).live).toBeNull();
  });
});

describe('figures of an incident that ran here', () => {
  const run = () => {
    const console = declared(2);
    const from = console.now;
    console.does({ type: 'milestone.set', name: 'impactStart', at: from - 10 * minute, precision: 'minute' });
    console.passes(5 * minute);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We know', nextAt: console.now + 20 * minute });
    console.passes(19 * minute);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'Still at it', nextAt: console.now + 20 * minute });
    console.passes(30 * minute);
    console.does({ type: 'role.release', role: 'commander' });
    console.passes(7 * minute);
    console.does({ type: 'role.assume', role: 'commander' });
    console.does({ type: 'entry.add', kind: 'action', text: 'Rolled back' });
    console.does({ type: 'fix.start' });
    console.passes(3 * minute);
    console.does({ type: 'mitigation.record', evidence: 'Errors are gone' });
    console.passes(40 * minute);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'Fixed', final: true });
    console.does({ type: 'incident.resolve' });
    return console;
  };

  test('a promise answered in time is kept, one answered late is broken', () => {
    const figures = metricsOf(run().view);
    expect(figures.live).toMatchObject({ promisesKept: 1, promisesBroken: 1 });
  });
  test('updates and the longest time between them', () => {
    expect(metricsOf(run().view)).toMatchObject({ updates: 3, longestGapBetweenUpdates: 80 });
  });
  test('the minutes without a commander are counted from declaration to the end', () => {
    expect(metricsOf(run().view).live?.minutesWithoutCommander).toBe(7);
  });
  test('the minutes in each phase', () => {
    expect(metricsOf(run().view).live?.phases).toEqual([
      { phase: 'investigating', minutes: 61 },
      { phase: 'fixing', minutes: 3 },
      { phase: 'monitoring', minutes: 40 },
    ]);
  });
  test('spans run from the start of impact that was set', () => {
    const figures = metricsOf(run().view);
    expect(figures.impactToDeclare).toEqual({ minutes: 10, precision: 'exact' });
    expect(figures.impactToMitigate).toEqual({ minutes: 74, precision: 'exact' });
    expect(figures.impactToDetect).toBeNull();
  });
  test('an edited start of impact moves every span', () => {
    const console = run();
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.view.milestones.declared?.at ?? 0, precision: 'approx' });
    expect(metricsOf(console.view).impactToMitigate).toEqual({ minutes: 64, precision: 'approx' });
  });
});
