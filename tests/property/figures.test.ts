import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAll } from '../../shared/incident/fold.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { incidentCharts } from '../../shared/postmortem/charts/incident-charts.ts';
import { svgText } from '../../shared/postmortem/charts/svg.ts';
import { distributionOf } from '../../shared/postmortem/insights/distribution.ts';
import { insightRow } from '../../shared/postmortem/insights/insight-row.ts';
import { insightsOf } from '../../shared/postmortem/insights/insights.ts';
import { classesWithin } from '../../shared/postmortem/metrics/hour-classes.ts';
import { metricsOf } from '../../shared/postmortem/metrics/metrics.ts';
import { phaseStays } from '../../shared/postmortem/metrics/phase-times.ts';
import { step, take } from '../fixtures/arbitrary-commands.ts';
import { declared, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 80, verbose: 0 as const };
const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Kolkata', 'UTC'] as const;
const hour = 3_600_000;

const steps = fc.array(fc.record({ step, apart: fc.boolean() }), { minLength: 1, maxLength: 30 });

/** What two consoles make of an incident that both write into, each for a while without the other. */
function merged(taken: readonly { readonly step: Parameters<typeof take>[1]; readonly apart: boolean }[]): IncidentView {
  const here = declared(2);
  const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Sam' });
  there.hears(here);
  for (const { step: one, apart } of taken) {
    take(apart ? there : here, one);
    if (!apart) there.hears(here);
  }
  here.hears(there);
  return foldAll(here.incidentId, here.events).view;
}

describe('the figures of any incident', () => {
  test('the stays in phases follow one another without a gap, and together last from the first to the last', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const view = merged(taken);
        const stays = phaseStays(view);
        for (const [index, stay] of stays.slice(1).entries()) expect(stay.from).toBe(stays[index]?.to);
        const sum = stays.reduce((total, { from, to }) => total + to - from, 0);
        expect(sum).toBe((stays.at(-1)?.to ?? 0) - (stays[0]?.from ?? 0));
      }),
      runs,
    );
  });

  test('no time is negative but a span between milestones, and person-hours are no more than people times the length', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const view = merged(taken);
        const { live, impactPeriods } = metricsOf(view);
        for (const { minutes } of impactPeriods) expect(minutes ?? 0).toBeGreaterThanOrEqual(0);
        for (const { minutes } of live?.phases ?? []) expect(minutes).toBeGreaterThanOrEqual(0);
        for (const { longestSilence } of live?.audiences ?? []) expect(longestSilence ?? 0).toBeGreaterThanOrEqual(0);
        expect(live?.minutesWithoutCommander ?? 0).toBeGreaterThanOrEqual(0);
        const people = live?.personMinutes;
        if (!people) return;
        const { day, night, weekend, people: count } = people;
        for (const minutes of [day, night, weekend]) expect(minutes).toBeGreaterThanOrEqual(0);
        const length = ((view.endedAt ?? 0) - (view.declaredAt ?? 0)) / 60_000;
        expect(day + night + weekend).toBeLessThanOrEqual(Math.max(0, length) * count + 1);
      }),
      runs,
    );
  });

  test('the promises of all audiences are those of the incident', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { live } = metricsOf(merged(taken));
        const sum = (of: 'promisesKept' | 'promisesBroken') => live?.audiences.reduce((total, row) => total + row[of], 0);
        expect([sum('promisesKept'), sum('promisesBroken')]).toEqual([live?.promisesKept, live?.promisesBroken]);
      }),
      runs,
    );
  });

  test('can be drawn, with numbers in every place', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const view = merged(taken);
        for (const { figure, title, alternative } of incidentCharts(view, metricsOf(view))) {
          expect(svgText(figure, title)).not.toMatch(/NaN|Infinity|undefined/);
          expect(alternative).not.toMatch(/NaN|Infinity|undefined/);
        }
        expect(JSON.stringify(insightsOf([insightRow(view)], view.declaredAt ?? 0))).not.toContain('null,null,null,null');
      }),
      runs,
    );
  });
});

test('classes of hours cover a stretch without gap or overlap, in every zone and across every turned clock', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.integer({ min: 0, max: 24 * 12 * hour }),
      (zone, from, length) => {
        const cut = classesWithin({ from, to: from + length }, zone) ?? [];
        expect(cut[0]?.from ?? from).toBe(from);
        expect(cut.at(-1)?.to ?? from).toBe(from + length);
        for (const [index, span] of cut.slice(1).entries()) expect(span.from).toBe(cut[index]?.to);
        for (const { from: begin, to, of } of cut) {
          expect(to).toBeGreaterThan(begin);
          expect(to - begin).toBeLessThanOrEqual((of === 'day' ? 12 : of === 'night' ? 13 : 13) * hour);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a distribution lies in order, whatever its values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100_000, max: 1_000_000 })), (values) => {
      const { n, least, most, median, quartiles } = distributionOf(values);
      expect(n).toBe(values.length);
      const order = [least, quartiles?.[0] ?? null, median, quartiles?.[1] ?? null, most].filter((value) => value !== null);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }),
  );
});
