/** One line about an incident, for lists. */
import { clocksOf } from '../incident/clocks.ts';
import { personName } from '../incident/describe.ts';
import type { IncidentView } from '../incident/view.ts';
import { defaultPlaybook } from '../playbook/default-playbook.ts';
import { openPhases, type Phase } from '../vocabulary/words.ts';
import type { IncidentSummary } from './wire.ts';

/** The summary of a view. `changedAt`: when the last event was written, ms since epoch, UTC. */
export function summaryOf(view: IncidentView, changedAt: number): IncidentSummary {
  const commander = view.roles.commander?.holder;
  // The list asks no "and now?": the nearest due time is the same at every moment.
  const [clock] = clocksOf(view, 0);
  return {
    id: view.id,
    label: view.label,
    title: view.title,
    mode: view.mode,
    phase: view.phase,
    ...(view.severity !== undefined && { severity: view.severity }),
    ...(commander !== undefined && { commander: personName(view, commander) }),
    ...(view.impact !== undefined && { impact: view.impact.text }),
    ...(view.declaredAt !== undefined && { declaredAt: view.declaredAt }),
    ...happened(view),
    changedAt,
    entries: view.entries,
    ...(clock && {
      nextDue: { audience: clock.audience, at: clock.due, kind: clock.due === clock.promise ? ('promise' as const) : ('target' as const) },
    }),
    ended: !(openPhases as readonly Phase[]).includes(view.phase),
  };
}

function happened(view: IncidentView): { readonly happenedAt?: number } {
  const known = Object.values(view.milestones).flatMap(({ at }) => at ?? []);
  return known.length === 0 ? {} : { happenedAt: Math.min(...known) };
}

/** How an incident's next due time stands at a moment, ms since epoch, UTC: a promise is broken a little after it was due (a summary carries no playbook: the default one says how long), a target never is. */
export function nextDueStanding(due: NonNullable<IncidentSummary['nextDue']>, now: number): 'ahead' | 'due' | 'broken' {
  if (now < due.at) return 'ahead';
  return due.kind === 'promise' && now >= due.at + defaultPlaybook.brokenAfterMinutes * 60_000 ? 'broken' : 'due';
}
