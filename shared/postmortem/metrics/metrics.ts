/** Figures of an incident: spans between milestones, how its updates came, who led it when, and what it took. Milestones are read from the log and never guessed. */
import { type ShownEntry, timelineOf } from '../../incident/timeline.ts';
import type { IncidentView, MilestoneView } from '../../incident/view.ts';
import type { MilestoneName, Phase, Precision } from '../../vocabulary/words.ts';
import { acknowledgement } from './acknowledgement.ts';
import { type ImpactPeriod, impactPeriods } from './impact-periods.ts';
import { type Overruns, overruns } from './overruns.ts';
import { type PersonMinutes, personMinutes } from './person-hours.ts';
import { phaseStays, timeInPhases } from './phase-times.ts';
import { type AudienceFigures, audienceFigures, promisedUpdates } from './promises.ts';
import { type Span, spanBetween } from './span.ts';

export type { Span } from './span.ts';

const minute = 60_000;

/** Figures that only an incident run in the console has: imported and backfilled ones had no clocks and no roles here. */
export interface LiveMetrics {
  /** Promised update times that were met, or missed by more than the playbook's grace. Ones that were still ahead count as neither. */
  readonly promisesKept: number;
  readonly promisesBroken: number;
  /** The same for each audience, with its longest silence. */
  readonly audiences: readonly AudienceFigures[];
  /** Whole minutes without an incident commander, from declaration to the end; `null` while the incident goes on. */
  readonly minutesWithoutCommander: number | null;
  /** Whole minutes in each phase that was left, in the order of their first entry. Phases only passed through are not listed. */
  readonly phases: readonly { readonly phase: Phase; readonly minutes: number }[];
  readonly overruns: Overruns;
  /** `null` while the incident goes on. */
  readonly personMinutes: PersonMinutes | null;
}

/** All in minutes; `null` where the log does not say. */
export interface Metrics {
  readonly impactToDetect: Span | null;
  readonly impactToDeclare: Span | null;
  readonly impactToAcknowledge: Span | null;
  readonly impactToMitigate: Span | null;
  readonly impactToResolve: Span | null;
  /** From the moment it was detected to the first who held command from then on, or to what a person set as acknowledged. */
  readonly detectToAcknowledge: Span | null;
  /** Every period of impact, in the order in which they began. */
  readonly impactPeriods: readonly ImpactPeriod[];
  readonly updates: number;
  /** The longest time between two updates whose times are known to the minute. */
  readonly longestGapBetweenUpdates: number | null;
  readonly live: LiveMetrics | null;
}

/** Reads the figures off a view. `entries` is its timeline, for callers that have it already. */
export function metricsOf(view: IncidentView, entries: readonly ShownEntry[] = timelineOf(view)): Metrics {
  const { impactStart, detected } = view.milestones;
  const span = (name: MilestoneName): Span | null => spanBetween(impactStart, view.milestones[name]);
  const acknowledged: MilestoneView | undefined = acknowledgement(view);
  const updates = entries.filter(isUpdate);
  return {
    impactToDetect: span('detected'),
    impactToDeclare: span('declared'),
    impactToAcknowledge: spanBetween(impactStart, acknowledged),
    impactToMitigate: span('mitigated'),
    impactToResolve: span('resolved'),
    detectToAcknowledge: spanBetween(detected, acknowledged),
    impactPeriods: impactPeriods(view),
    updates: updates.length,
    longestGapBetweenUpdates: longestGap(updates),
    live: view.mode === 'live' || view.mode === 'drill' ? liveMetrics(view) : null,
  };
}

function isUpdate(entry: ShownEntry): boolean {
  if (entry.item.standing !== 'plain') return false;
  return entry.item.type === 'update.sent' || (entry.written && entry.kind === 'update');
}

const toTheMinute = new Set<Precision>(['exact', 'minute', 'derived']);

function longestGap(updates: readonly ShownEntry[]): number | null {
  const times = updates.filter((entry) => toTheMinute.has(entry.precision)).map((entry) => entry.occurredAt);
  if (times.length < 2) return null;
  const longest = times.slice(1).reduce((most, time, index) => Math.max(most, time - (times[index] ?? time)), 0);
  return Math.floor(longest / minute);
}

function liveMetrics(view: IncidentView): LiveMetrics {
  const promised = promisedUpdates(view);
  return {
    promisesKept: promised.filter(({ standing }) => standing === 'kept').length,
    promisesBroken: promised.filter(({ standing }) => standing === 'broken').length,
    audiences: audienceFigures(view, promised),
    minutesWithoutCommander: withoutCommander(view),
    phases: [...timeInPhases(phaseStays(view))].map(([phase, time]) => ({ phase, minutes: Math.floor(time / minute) })),
    overruns: overruns(view),
    personMinutes: personMinutes(view),
  };
}

function withoutCommander(view: IncidentView): number | null {
  const { declaredAt, endedAt } = view;
  if (declaredAt === undefined || endedAt === undefined) return null;
  let vacant = 0;
  let until = declaredAt;
  const held = view.roleIntervals.filter((interval) => interval.role === 'commander').toSorted((a, b) => a.from - b.from);
  for (const { from, to } of held) {
    vacant += Math.max(0, Math.min(from, endedAt) - until);
    until = Math.max(until, to ?? endedAt);
  }
  return Math.floor((vacant + Math.max(0, endedAt - until)) / minute);
}
