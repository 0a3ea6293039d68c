/** The figures of an incident in words, as reports, the command line and screens show them. */
import { phaseWords } from '../../incident/describe.ts';
import { notRecorded } from '../draft.ts';
import { minutesText } from '../when.ts';
import type { ImpactPeriod } from './impact-periods.ts';
import type { LiveMetrics, Metrics } from './metrics.ts';
import type { Overruns } from './overruns.ts';
import type { PersonMinutes } from './person-hours.ts';
import type { AudienceFigures } from './promises.ts';
import type { Span } from './span.ts';

export interface MetricRow {
  readonly label: string;
  readonly value: string;
}

/** Every figure, in the order of a report. What the log does not say is "not recorded". */
export function metricRows(metrics: Metrics): readonly MetricRow[] {
  return [
    { label: 'Impact to detection', value: spanText(metrics.impactToDetect) },
    { label: 'Impact to declaration', value: spanText(metrics.impactToDeclare) },
    { label: 'Impact to acknowledgement', value: spanText(metrics.impactToAcknowledge) },
    ...(metrics.detectToAcknowledge === null
      ? []
      : [{ label: 'Detection to acknowledgement', value: spanText(metrics.detectToAcknowledge, 'detection') }]),
    { label: 'Impact to mitigation', value: spanText(metrics.impactToMitigate) },
    { label: 'Impact to resolution', value: spanText(metrics.impactToResolve) },
    ...(metrics.impactPeriods.length > 1 ? [{ label: 'Periods of impact', value: periodsText(metrics.impactPeriods) }] : []),
    { label: 'Updates', value: String(metrics.updates) },
    { label: 'Longest time between updates', value: lengthText(metrics.longestGapBetweenUpdates) },
    ...(metrics.live === null ? [] : liveRows(metrics.live)),
  ];
}

/** A span in words: its length, how sure that is, and what a negative one means. */
export function spanText(span: Span | null, since = 'the recorded start of impact'): string {
  if (span === null) return notRecorded;
  const plain = minutesText(span.minutes);
  const counted = Math.abs(span.minutes) >= 60 ? `${plain} (${span.minutes} min)` : plain;
  const early = span.minutes < 0 ? `, before ${since}` : '';
  if (span.precision === 'approx') return `about ${counted}${early}`;
  if (span.least === undefined || span.most === undefined) return `${counted}${early}`;
  return `${counted}${early}; between ${minutesText(span.least)} and ${minutesText(span.most)}, as the times are not known to the minute`;
}

const lengthText = (minutes: number | null): string => (minutes === null ? notRecorded : minutesText(minutes));

function periodsText(periods: readonly ImpactPeriod[]): string {
  const each = periods.map(({ minutes }) => (minutes === null ? 'one without a recorded end' : minutesText(minutes)));
  return `${periods.length}: ${each.join(', ')}`;
}

function liveRows(live: LiveMetrics): readonly MetricRow[] {
  return [
    { label: 'Promised updates kept', value: String(live.promisesKept) },
    { label: 'Promised updates broken', value: String(live.promisesBroken) },
    ...live.audiences.map((figures) => ({ label: `Told: ${figures.audience}`, value: audienceText(figures) })),
    { label: 'Time without a commander', value: lengthText(live.minutesWithoutCommander) },
    ...live.phases.map(({ phase, minutes }) => ({ label: `Time ${phaseWords[phase]}`, value: minutesText(minutes) })),
    { label: 'Timeboxes that ran out', value: overrunText(live.overruns) },
    { label: 'Person-hours', value: personText(live.personMinutes) },
  ];
}

function audienceText({ updates, promisesKept, promisesBroken, longestSilence }: AudienceFigures): string {
  const silence = longestSilence === null ? '' : `; longest silence ${minutesText(longestSilence)}`;
  return `${counted(updates, 'update', 'updates')}, ${counted(promisesKept, 'promise', 'promises')} kept, ${promisesBroken} broken${silence}`;
}

function overrunText({ tasks, tests, workstreams }: Overruns): string {
  const each = [
    ...(tasks > 0 ? [`${tasks} of tasks`] : []),
    ...(tests > 0 ? [`${tests} of tests`] : []),
    ...(workstreams > 0 ? [`${workstreams} of workstreams`] : []),
  ];
  return each.length === 0 ? 'none' : each.join(', ');
}

function personText(minutes: PersonMinutes | null): string {
  if (minutes === null) return notRecorded;
  const { day, night, weekend, people } = minutes;
  const total = minutesText(day + night + weekend);
  const parts = `${minutesText(day)} by day, ${minutesText(night)} by night, ${minutesText(weekend)} at the weekend`;
  return `${total} of ${counted(people, 'person', 'people')}: ${parts}`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
