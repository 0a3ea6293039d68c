/** Which open incident is nearest to its next due thing, and what that is: what the tray names, and what the strip shows. */
import { isOpenPhase } from '../vocabulary/words.ts';
import { dueAt } from './summary.ts';
import type { IncidentSummary } from './wire.ts';

export type NearestClock =
  | {
      readonly kind: 'promise' | 'target' | 'deadline';
      readonly audience: string;
      /** Ms since epoch, UTC. */
      readonly at: number;
      readonly standing: 'ahead' | 'due' | 'broken';
    }
  | { readonly kind: 'timebox'; readonly label: string; readonly text: string; readonly at: number; readonly standing: 'ahead' };

/**
 * The clock of an incident that comes next at a moment, ms since epoch: a broken promise before anything else, then an update that is due, then
 * whichever of updates and timeboxes is soonest. Undefined where no clock runs.
 */
export function nearestClock(
  summary: Pick<IncidentSummary, 'nextDue' | 'nextPromise' | 'nextTimebox'>,
  now: number,
): NearestClock | undefined {
  const update = dueAt(summary, now);
  const { nextTimebox } = summary;
  const timebox = nextTimebox && nextTimebox.at > now ? ({ kind: 'timebox', ...nextTimebox, standing: 'ahead' } as const) : undefined;
  if (update === undefined) return timebox;
  return update.standing === 'ahead' && timebox !== undefined && timebox.at < update.at ? timebox : update;
}

/** Incidents that happen now, or are drilled as if they did; a record of the past that is written up asks for nothing. */
const happening = ({ ended, phase, mode }: IncidentSummary): boolean =>
  !ended && isOpenPhase(phase) && (mode === 'live' || mode === 'drill');

const urgency: Readonly<Record<NearestClock['standing'], number>> = { broken: 0, due: 1, ahead: 2 };
const noClock = 3;

/** The open incidents, the one whose clock is nearest first. A drill never stands before what really happens; those without a clock come last. */
export function byNearness(incidents: readonly IncidentSummary[], now: number): readonly IncidentSummary[] {
  const ranked = incidents.filter(happening).map((incident) => {
    const clock = nearestClock(incident, now);
    return { incident, drill: Number(incident.mode === 'drill'), rank: clock ? urgency[clock.standing] : noClock, at: clock?.at ?? 0 };
  });
  return ranked.sort((a, b) => a.drill - b.drill || a.rank - b.rank || a.at - b.at).map(({ incident }) => incident);
}
