/** Figures of an incident: spans between milestones, how its updates came, and who led it when. Milestones are read from the log and never guessed. */
import { assumedPlaybook } from '../incident/playbook-of.ts';
import { type ShownEntry, timelineOf } from '../incident/timeline.ts';
import type { IncidentView, MilestoneView } from '../incident/view.ts';
import type { Audience, MilestoneName, Phase, Precision } from '../vocabulary/words.ts';

const minute = 60_000;

/** A time between two milestones. Negative: the second came first, as when detection came before the recorded impact. */
export interface Span {
  /** Whole minutes from one recorded time to the other. */
  readonly minutes: number;
  /** `approx`: a time was given as "about". `range`: a time was given to the hour or day, so the true span lies within `least`..`most`. */
  readonly precision: 'exact' | 'approx' | 'range';
  readonly least?: number;
  readonly most?: number;
}

/** Figures that only an incident run in the console has: imported and backfilled ones had no clocks and no roles here. */
export interface LiveMetrics {
  /** Promised update times that were met, or missed by more than the playbook's grace. Ones that were still ahead count as neither. */
  readonly promisesKept: number;
  readonly promisesBroken: number;
  /** Whole minutes without an incident commander, from declaration to the end; `null` while the incident goes on. */
  readonly minutesWithoutCommander: number | null;
  /** Whole minutes in each phase that was left, in the order of their first entry. Phases only passed through are not listed. */
  readonly phases: readonly { readonly phase: Phase; readonly minutes: number }[];
}

/** All in minutes; `null` where the log does not say. */
export interface Metrics {
  readonly impactToDetect: Span | null;
  readonly impactToDeclare: Span | null;
  readonly impactToAcknowledge: Span | null;
  readonly impactToMitigate: Span | null;
  readonly impactToResolve: Span | null;
  readonly updates: number;
  /** The longest time between two updates whose times are known to the minute. */
  readonly longestGapBetweenUpdates: number | null;
  readonly live: LiveMetrics | null;
}

/** Reads the figures off a view. `entries` is its timeline, for callers that have it already. */
export function metricsOf(view: IncidentView, entries: readonly ShownEntry[] = timelineOf(view)): Metrics {
  const span = (name: MilestoneName): Span | null => spanBetween(view.milestones.impactStart, view.milestones[name]);
  const updates = entries.filter(isUpdate);
  return {
    impactToDetect: span('detected'),
    impactToDeclare: span('declared'),
    impactToAcknowledge: span('acknowledged'),
    impactToMitigate: span('mitigated'),
    impactToResolve: span('resolved'),
    updates: updates.length,
    longestGapBetweenUpdates: longestGap(updates),
    live: view.mode === 'live' || view.mode === 'drill' ? liveMetrics(view) : null,
  };
}

function isUpdate(entry: ShownEntry): boolean {
  if (entry.item.standing !== 'plain') return false;
  return entry.item.type === 'update.sent' || (entry.written && entry.kind === 'update');
}

/** How long after its stated time a thing may have happened, by how it was stated. */
const widths: Partial<Record<Precision, number>> = { hour: 60 * minute, day: 24 * 60 * minute };

function spanBetween(from: MilestoneView | undefined, to: MilestoneView | undefined): Span | null {
  if (from === undefined || to === undefined || from.at === null || to.at === null) return null;
  const between = to.at - from.at;
  const minutes = Math.trunc(between / minute);
  const loose = (precision: Precision): boolean => precision === 'approx' || precision === 'between';
  if (loose(from.precision) || loose(to.precision)) return { minutes, precision: 'approx' };
  const early = widths[from.precision] ?? 0;
  const late = widths[to.precision] ?? 0;
  if (early === 0 && late === 0) return { minutes, precision: 'exact' };
  return { minutes, precision: 'range', least: Math.trunc((between - early) / minute), most: Math.trunc((between + late) / minute) };
}

const toTheMinute = new Set<Precision>(['exact', 'minute', 'derived']);

function longestGap(updates: readonly ShownEntry[]): number | null {
  const times = updates.filter((entry) => toTheMinute.has(entry.precision)).map((entry) => entry.occurredAt);
  if (times.length < 2) return null;
  const longest = times.slice(1).reduce((most, time, index) => Math.max(most, time - (times[index] ?? time)), 0);
  return Math.floor(longest / minute);
}

function liveMetrics(view: IncidentView): LiveMetrics {
  const promises = promisesOf(view);
  return {
    promisesKept: promises.filter((kept) => kept).length,
    promisesBroken: promises.filter((kept) => !kept).length,
    minutesWithoutCommander: withoutCommander(view),
    phases: phaseMinutes(view),
  };
}

/** For each promise that was settled: whether it was kept. */
function promisesOf(view: IncidentView): readonly boolean[] {
  const grace = assumedPlaybook(view).brokenAfterMinutes * minute;
  const updates = view.updates.toSorted((a, b) => a.sentAt - b.sentAt);
  const settled: boolean[] = [];
  for (const [index, { id, audiences, nextAt }] of updates.entries()) {
    if (nextAt === undefined) continue;
    for (const audience of audiences) {
      const next = updates.slice(index + 1).find((update) => update.audiences.includes(audience));
      const broken = recordedBroken(view, audience, id) || (next !== undefined && next.sentAt > nextAt + grace);
      if (broken || next !== undefined) settled.push(!broken);
    }
  }
  return settled;
}

function recordedBroken(view: IncidentView, audience: Audience, update: string): boolean {
  return view.fallen[`promise/${audience}/${update}`] !== undefined;
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

function phaseMinutes(view: IncidentView): LiveMetrics['phases'] {
  const spent = new Map<Phase, number>();
  for (const { phase, from, to } of view.phases) {
    if (to !== undefined && to > from) spent.set(phase, (spent.get(phase) ?? 0) + to - from);
  }
  return [...spent].map(([phase, time]) => ({ phase, minutes: Math.floor(time / minute) }));
}
