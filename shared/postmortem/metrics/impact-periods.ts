/** The periods of impact: one for each time that it began, as after a regression. */
import type { IncidentView } from '../../incident/view.ts';

const minute = 60_000;

export interface ImpactPeriod {
  /** Ms since epoch, UTC. */
  readonly from: number;
  /** `null` while nothing says that it was mitigated. */
  readonly to: number | null;
  /** Whole minutes; `null` with `to`. */
  readonly minutes: number | null;
}

/** In the order in which they began. The last one ends with the milestone, which people may have set by hand. */
export function impactPeriods({ impacts, milestones }: Pick<IncidentView, 'impacts' | 'milestones'>): readonly ImpactPeriod[] {
  const mitigated = milestones.mitigated?.at ?? undefined;
  return impacts.map(({ from, to }, index): ImpactPeriod => {
    const set = index === impacts.length - 1 && mitigated !== undefined && mitigated >= from ? mitigated : undefined;
    const end = set ?? to ?? null;
    return { from, to: end, minutes: end === null ? null : Math.max(0, Math.floor((end - from) / minute)) };
  });
}
