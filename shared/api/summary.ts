/** One line about an incident, for lists. */
import { type AudienceClock, clocksOf } from '../incident/clocks.ts';
import { brokenFrom } from '../incident/deadlines.ts';
import { personName } from '../incident/names.ts';
import { assumedPlaybook } from '../incident/playbook-of.ts';
import type { IncidentView } from '../incident/view.ts';
import { timeboxDeadlines } from '../incident/work/timeboxes.ts';
import { isOpenPhase } from '../vocabulary/words.ts';
import type { IncidentSummary } from './wire.ts';

/** The summary of a view. `changedAt`: when the last event was written, ms since epoch, UTC. */
export function summaryOf(view: IncidentView, changedAt: number): IncidentSummary {
  const commander = view.roles.commander?.holder;
  // The list asks no "and now?": the nearest due time is the same at every moment.
  const clocks = clocksOf(view, 0);
  const [clock] = clocks;
  const [promised] = clocks
    .flatMap(({ audience, promise }) => (promise === undefined ? [] : [{ audience, at: promise, brokenFrom: brokenFrom(view, promise) }]))
    .sort((a, b) => a.at - b.at);
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
      nextDue: { audience: clock.audience, at: clock.due, kind: kindOf(clock), ...snoozeOf(view, clock) },
    }),
    ...(promised && { nextPromise: promised }),
    ...soonestTimebox(view),
    ended: !isOpenPhase(view.phase),
  };
}

function kindOf({ due, promise, deadline }: AudienceClock): NonNullable<IncidentSummary['nextDue']>['kind'] {
  if (due === promise) return 'promise';
  return due === deadline ? 'deadline' : 'target';
}

/** A target may be put off once in a row, from when it is due soon. */
function snoozeOf(view: IncidentView, clock: AudienceClock): { readonly snoozeFrom?: number } {
  const { state, snoozed } = view.cadences[clock.audience];
  if (kindOf(clock) !== 'target' || snoozed || state !== 'scheduled') return {};
  return { snoozeFrom: clock.due - assumedPlaybook(view).dueSoonMinutes * 60_000 };
}

function happened(view: IncidentView): { readonly happenedAt?: number } {
  const known = Object.values(view.milestones).flatMap(({ at }) => at ?? []);
  return known.length === 0 ? {} : { happenedAt: Math.min(...known) };
}

function soonestTimebox(view: IncidentView): Pick<IncidentSummary, 'nextTimebox'> {
  const [soonest] = [...timeboxDeadlines(view)].sort((a, b) => a.dueAt - b.dueAt);
  if (soonest === undefined) return {};
  const { task, hypothesis, workstream } = soonest.records.body;
  const things = [
    ...view.tasks.filter(({ id }) => id === task),
    ...view.hypotheses.filter(({ id }) => id === hypothesis),
    ...view.workstreams.filter(({ id }) => id === workstream).map(({ label, name }) => ({ label, text: name })),
  ];
  return things.length === 0 ? {} : { nextTimebox: { label: things[0]?.label ?? '', text: things[0]?.text ?? '', at: soonest.dueAt } };
}

export type ListedDue = NonNullable<IncidentSummary['nextDue']> & { readonly standing: 'ahead' | 'due' | 'broken' };

/** What a list says is due at a moment, ms since epoch, UTC: a broken promise before anything else, then the next due time. A target is never broken. */
export function dueAt({ nextDue, nextPromise }: Pick<IncidentSummary, 'nextDue' | 'nextPromise'>, now: number): ListedDue | undefined {
  if (nextPromise !== undefined && now >= nextPromise.brokenFrom) {
    return { audience: nextPromise.audience, at: nextPromise.at, kind: 'promise', standing: 'broken' };
  }
  return nextDue && { ...nextDue, standing: now < nextDue.at ? 'ahead' : 'due' };
}
