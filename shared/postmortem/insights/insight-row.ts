/** What one incident gives to the figures across incidents. No names of people but those of its open follow-ups. */
import { timelineOf } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { Mode, Phase, Severity } from '../../vocabulary/words.ts';
import { dayOf } from '../../vocabulary/zoned-time.ts';
import { type FollowUpRow, followUpRows, isRowOpen } from '../follow-ups/follow-up-rows.ts';
import { type Metrics, metricsOf } from '../metrics/metrics.ts';
import type { Span } from '../metrics/span.ts';

/** Raised whenever a row holds something else, or is kept otherwise: kept ones are then made anew. */
export const insightRowVersion = 2;

/** Figures that are compared, all in minutes. */
export const figureNames = ['detect', 'acknowledge', 'mitigate', 'resolve', 'silence', 'withoutCommander', 'personTime'] as const;
export type FigureName = (typeof figureNames)[number];

export const figureWords: Readonly<Record<FigureName, string>> = {
  detect: 'From impact to detection',
  acknowledge: 'From detection to somebody in command',
  mitigate: 'From impact to mitigation',
  resolve: 'From impact to resolution',
  silence: 'Longest time between updates',
  withoutCommander: 'Time without a commander',
  personTime: 'Person-hours',
};

export interface FigureValue {
  readonly minutes: number;
  /** A time behind it was given as "about", to the hour or to the day. */
  readonly unsure?: true;
}

export interface InsightRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly mode: Mode;
  readonly severity?: Severity;
  readonly incidentType?: string;
  readonly labels: readonly string[];
  /** Of its entries, each once. */
  readonly tags: readonly string[];
  /** When it happened: its earliest milestone, ms since epoch, UTC. */
  readonly at?: number;
  /** The month of that in the incident's zone, `2026-03`. */
  readonly month?: string;
  readonly figures: { readonly [name in FigureName]?: FigureValue };
  readonly promises: { readonly kept: number; readonly broken: number };
  /** Those with something left to do. */
  readonly followUps: readonly FollowUpRow[];
}

/** What turned out to be no incident, or became part of another, or is invented, has no figures. */
const uncounted: ReadonlySet<Phase> = new Set(['undeclared', 'declined', 'falseAlarm', 'cancelled', 'merged']);

export function insightRow(view: IncidentView): InsightRow {
  const { id, label, title, mode, severity, incidentType, labels, declaredAt } = view;
  const entries = timelineOf(view);
  const counted = !uncounted.has(view.phase) && view.imported?.fictional !== true;
  const metrics = counted ? metricsOf(view, entries) : undefined;
  const times = Object.values(view.milestones).flatMap(({ at }) => at ?? []);
  const at = times.length > 0 ? Math.min(...times) : declaredAt;
  return {
    ...{ id, label, title, mode },
    ...(severity !== undefined && { severity }),
    ...(incidentType !== undefined && { incidentType }),
    labels,
    tags: [...new Set(entries.flatMap(({ tags, redacted }) => (redacted ? [] : tags)))].toSorted(),
    ...(at !== undefined && { at, month: dayOf(at, view.zone).slice(0, 7) }),
    figures: metrics === undefined ? {} : figuresOf(metrics),
    promises: { kept: metrics?.live?.promisesKept ?? 0, broken: metrics?.live?.promisesBroken ?? 0 },
    followUps: followUpRows(view).filter(isRowOpen),
  };
}

function figuresOf(metrics: Metrics): InsightRow['figures'] {
  const { live } = metrics;
  const people = live?.personMinutes ?? null;
  const found: readonly (readonly [FigureName, FigureValue | undefined])[] = [
    ['detect', ofSpan(metrics.impactToDetect)],
    ['acknowledge', ofSpan(metrics.detectToAcknowledge)],
    ['mitigate', ofSpan(metrics.impactToMitigate)],
    ['resolve', ofSpan(metrics.impactToResolve)],
    ['silence', ofMinutes(metrics.longestGapBetweenUpdates)],
    ['withoutCommander', ofMinutes(live?.minutesWithoutCommander ?? null)],
    ['personTime', ofMinutes(people === null ? null : people.day + people.night + people.weekend)],
  ];
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

const ofSpan = (span: Span | null): FigureValue | undefined =>
  span === null ? undefined : { minutes: span.minutes, ...(span.precision !== 'exact' && { unsure: true as const }) };
const ofMinutes = (minutes: number | null): FigureValue | undefined => (minutes === null ? undefined : { minutes });
