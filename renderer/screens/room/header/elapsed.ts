/** From when an incident is counted: from when it was noticed, where that is known, else from its declaration. */
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { clockTime, dayOf, zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';

export interface ElapsedFrom {
  /** Ms since epoch, UTC. */
  readonly at: number;
  readonly since: 'noticed' | 'declared';
}

/** Undefined before the declaration is here. */
export function elapsedFrom(view: Pick<IncidentView, 'milestones' | 'declaredAt'>): ElapsedFrom | undefined {
  const noticed = view.milestones.detected?.at;
  if (typeof noticed === 'number') return { at: noticed, since: 'noticed' };
  return view.declaredAt === undefined ? undefined : { at: view.declaredAt, since: 'declared' };
}

/** `since it was noticed, 2026-03-28 02:42 Berlin · 2026-03-28 01:42 UTC`: the day too, since a night has two. */
export function elapsedSays({ at, since }: ElapsedFrom, zone: string): string {
  const inZone = (one: string) => `${dayOf(at, one)} ${clockTime(at, one)} ${zoneLabel(one)}`;
  const moments = zoneLabel(zone) === 'UTC' ? [inZone('UTC')] : [inZone(zone), inZone('UTC')];
  return `since it was ${since}, ${moments.join(' · ')}`;
}
