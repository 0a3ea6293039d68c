import { describe, expect, test } from 'vitest';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
import { classesWithin } from '../../../shared/postmortem/metrics/hour-classes.ts';
import { metricRows } from '../../../shared/postmortem/metrics/metric-words.ts';
import { metricsOf } from '../../../shared/postmortem/metrics/metrics.ts';
import { declared, minute, type PaperConsole } from '../../fixtures/paper-console.ts';
import { sampleNames, sampleView } from '../../samples.ts';

const hour = 60 * minute;
/** Wednesday 14 January 2026, 12:00 UTC: 13:00 in Berlin. */
const wednesdayNoon = Date.UTC(2026, 0, 14, 12);

const at = (now = wednesdayNoon): PaperConsole => declared(2, { now });
const liveOf = (console: PaperConsole) => metricsOf(console.view).live;

/** Somebody who is here from now on; answers their id. */
function joined(console: PaperConsole, name: string): string {
  const { people } = console.does({ type: 'person.add', name });
  return Object.values(people).find((person) => person.name === name)?.id ?? '';
}

/** Ends the incident without walking its phases. */
function over(console: PaperConsole): PaperConsole {
  console.does({ type: 'incident.resolve', override: { reason: 'over' } } as CommandDraft);
  return console;
}

describe('acknowledgement', () => {
  const detected = (console: PaperConsole, time: number) =>
    console.does({ type: 'milestone.set', name: 'detected', at: time, precision: 'minute' });

  test('the first to hold command after detection acknowledged it', () => {
    const console = at();
    detected(console, console.now - 12 * minute);
    expect(metricsOf(console.view).detectToAcknowledge).toEqual({ minutes: 12, precision: 'exact' });
  });
  test('whoever held command before anything was detected acknowledged it the moment it was', () => {
    const console = at();
    detected(console, console.now + 5 * minute);
    console.passes(10 * minute);
    expect(metricsOf(console.view).detectToAcknowledge).toEqual({ minutes: 0, precision: 'exact' });
  });
  test('somebody who had given command back before detection did not acknowledge it: the next one did', () => {
    const console = at();
    console.passes(5 * minute);
    console.does({ type: 'role.release', role: 'commander' });
    console.passes(10 * minute);
    detected(console, console.now);
    console.passes(7 * minute);
    console.does({ type: 'role.assume', role: 'commander' });
    expect(metricsOf(console.view).detectToAcknowledge).toEqual({ minutes: 7, precision: 'exact' });
  });
  test('what a person set as acknowledged wins, also where it was before detection', () => {
    const console = at();
    detected(console, console.now + 5 * minute);
    console.does({ type: 'milestone.set', name: 'acknowledged', at: console.now + 2 * minute, precision: 'minute' });
    expect(metricsOf(console.view).detectToAcknowledge).toEqual({ minutes: -3, precision: 'exact' });
    console.does({ type: 'milestone.set', name: 'acknowledged', at: console.now + 9 * minute, precision: 'approx' });
    expect(metricsOf(console.view).detectToAcknowledge).toEqual({ minutes: 4, precision: 'approx' });
  });
  test('without detection there is no time from it', () => {
    expect(metricsOf(at().view).detectToAcknowledge).toBeNull();
  });
});

describe('periods of impact', () => {
  test('a regression opens another period, and each has its own length', () => {
    const console = at();
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 10 * minute, precision: 'minute' });
    console.passes(20 * minute);
    console.does({ type: 'mitigation.record', evidence: 'errors are gone' });
    console.passes(15 * minute);
    console.does({ type: 'regression.record', reason: 'errors are back' });
    console.passes(5 * minute);
    expect(metricsOf(console.view).impactPeriods.map(({ minutes }) => minutes)).toEqual([30, null]);
    console.does({ type: 'mitigation.record', evidence: 'gone again' });
    expect(metricsOf(console.view).impactPeriods.map(({ minutes }) => minutes)).toEqual([30, 5]);
    expect(metricsOf(console.view).impactToMitigate?.minutes).toBe(50);
  });
  test('an imported incident has the one period that its file states', () => {
    expect(metricsOf(sampleView('github-2018-10-21')).impactPeriods.map(({ minutes }) => minutes)).toEqual([1052]);
  });
});

describe('updates by audience', () => {
  test('each audience has its own promises, and its own longest silence from the declaration to the end', () => {
    const console = at();
    console.passes(10 * minute);
    console.does({ type: 'update.send', audiences: ['customers', 'staff'], text: 'We look into it', nextAt: console.now + 30 * minute });
    console.passes(25 * minute);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'Still at it', nextAt: console.now + 90 * minute });
    console.passes(65 * minute);
    over(console);
    expect(liveOf(console)?.audiences).toEqual([
      { audience: 'staff', updates: 1, promisesKept: 0, promisesBroken: 1, longestSilence: 90 },
      { audience: 'customers', updates: 2, promisesKept: 1, promisesBroken: 0, longestSilence: 65 },
    ]);
  });
  test('after a final message nobody waits any more', () => {
    const console = at();
    console.passes(10 * minute);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'It is over', final: true });
    console.passes(5 * hour);
    over(console);
    expect(liveOf(console)?.audiences).toMatchObject([{ longestSilence: 10 }]);
  });
});

test('each timebox that ran out is counted by what it was on', () => {
  const console = at();
  console.does({ type: 'task.add', text: 'roll back', to: console.actor.id, minutes: 5 });
  console.does({ type: 'workstream.open', name: 'Database', minutes: 20 });
  console.passes(6 * minute);
  expect(liveOf(console)?.overruns).toEqual({ tasks: 1, tests: 0, workstreams: 0 });
  console.does({ type: 'task.extend', task: console.view.tasks[0]?.id ?? '', minutes: 5 });
  console.passes(30 * minute);
  expect(liveOf(console)?.overruns).toEqual({ tasks: 2, tests: 0, workstreams: 1 });
});

describe('person-hours', () => {
  test('are told once the incident is over, of everybody who was here', () => {
    const console = at();
    joined(console, 'Sam');
    console.passes(90 * minute);
    expect(liveOf(console)?.personMinutes).toBeNull();
    over(console);
    expect(liveOf(console)?.personMinutes).toEqual({ day: 180, night: 0, weekend: 0, people: 2 });
  });
  test('whoever rests is not counted while they rest', () => {
    const console = at();
    const sam = joined(console, 'Sam');
    console.passes(30 * minute);
    console.does({ type: 'person.mark', people: [sam], standing: 'resting' });
    console.passes(60 * minute);
    over(console);
    expect(liveOf(console)?.personMinutes).toEqual({ day: 120, night: 0, weekend: 0, people: 2 });
  });
  test('a Friday evening runs from day over night into the weekend', () => {
    // Friday 16 January 2026, 18:30 in Berlin.
    const console = at(Date.UTC(2026, 0, 16, 17, 30));
    console.passes(7 * hour);
    over(console);
    expect(liveOf(console)?.personMinutes).toEqual({ day: 90, night: 240, weekend: 90, people: 1 });
  });
  test('no name is among the figures', () => {
    const console = at();
    console.passes(hour);
    over(console);
    const words = JSON.stringify([metricsOf(console.view), metricRows(metricsOf(console.view))]);
    expect(words).not.toContain('Kim');
    expect(words).not.toContain(console.actor.id);
  });
  test('a log whose times cannot be has no person-hours, and takes no time to say so', () => {
    const view = { ...over(at()).view };
    const [phase] = view.phases;
    const long = { ...view, declaredAt: 0, phases: [{ phase: phase?.phase ?? 'triage', from: 0, to: 8e15 }], endedAt: 8e15 };
    expect(metricsOf(long).live?.personMinutes).toBeNull();
  });
});

describe('hours by class', () => {
  const total = (from: number, to: number, zone: string) => {
    const sums = { day: 0, night: 0, weekend: 0 };
    for (const span of classesWithin({ from, to }, zone) ?? []) sums[span.of] += (span.to - span.from) / hour;
    return sums;
  };
  test.each([
    // The night of the Monday after is an ordinary one; those of the turned clocks are weekends, so whole weeks are looked at.
    ['Europe/Berlin', 'spring', '2026-03-23T23:00:00Z', '2026-03-30T22:00:00Z', { day: 60, night: 60, weekend: 47 }],
    ['Europe/Berlin', 'autumn', '2026-10-19T22:00:00Z', '2026-10-26T23:00:00Z', { day: 60, night: 60, weekend: 49 }],
    ['Australia/Lord_Howe', 'autumn', '2026-03-30T13:00:00Z', '2026-04-06T13:30:00Z', { day: 60, night: 60, weekend: 48.5 }],
    ['Australia/Lord_Howe', 'spring', '2026-09-28T13:30:00Z', '2026-10-05T13:00:00Z', { day: 60, night: 60, weekend: 47.5 }],
    // Egypt turns its clocks in the night to a Friday, at midnight: 00:00 is skipped.
    ['Africa/Cairo', 'spring', '2026-04-23T00:00:00Z', '2026-04-24T21:00:00Z', { day: 24, night: 21, weekend: 0 }],
    ['UTC', 'an ordinary week', '2026-01-12T00:00:00Z', '2026-01-19T00:00:00Z', { day: 60, night: 60, weekend: 48 }],
  ] as const)('%s, %s: every hour that people lived is counted once', (zone, _season, from, to, hours) => {
    expect(total(Date.parse(from), Date.parse(to), zone)).toEqual(hours);
  });
  test('a night in which an hour is lived twice has thirteen hours', () => {
    // From 20:00 to 08:00. Berlin turns its clocks on a Sunday, so the hours are of the weekend.
    const night = total(Date.parse('2026-10-24T18:00:00Z'), Date.parse('2026-10-25T07:00:00Z'), 'Europe/Berlin');
    expect(night).toEqual({ day: 0, night: 0, weekend: 13 });
  });
});

test('the figures of the samples hold only what their files state', () => {
  for (const name of sampleNames) {
    const metrics = metricsOf(sampleView(name));
    expect(metrics.live, name).toBeNull();
    expect(metrics.detectToAcknowledge, name).toBeNull();
    expect(metricRows(metrics).map(({ label }) => label)).not.toContain('Person-hours');
  }
});
