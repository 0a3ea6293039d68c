/** Control events: what the incident's chart and the charts of the roles make of them. */
import type { RoleId } from '../vocabulary/words.ts';
import { workEvents } from './catalogue/work.ts';
import { followChart, incidentValue, readIncidentValue } from './charts/ask.ts';
import type { ChartEvent } from './charts/meets.ts';
import { eventSchemas, isKnownType } from './events.ts';
import type { Evolved, KnownEvent } from './known-event.ts';
import type { IncidentView, PhaseInterval, RoleInterval } from './view.ts';

const lifecycleEvents = new Set<string>([
  'incident.declared',
  'incident.imported',
  'incident.accepted',
  'incident.declined',
  'incident.markedFalseAlarm',
  'incident.cancelled',
  'incident.reopened',
  'fix.started',
  'fix.stopped',
  'mitigation.recorded',
  'regression.recorded',
  'incident.resolved',
  'review.started',
  'incident.closed',
  'incident.paused',
  'incident.woken',
  'severity.set',
  'tempo.set',
  'incident.mergedInto',
  'incident.unmerged',
]);
const roleEvents = new Set<string>(['role.assigned', 'role.assumed', 'role.released']);
const endedPhases = new Set<string>(['resolved', 'review', 'closed', 'declined', 'falseAlarm', 'cancelled']);

/** Events of work that are words only; all others say what a thing is, or move it. */
const wordsOfWork = new Set<string>(['evidence.added', 'decision.objected', 'decision.amended', 'action.detailed']);

/** Whether an incident would lose where it stands if this type's body were erased: the declaration, a role's holder, a pause's time, a task. */
export function needsItsBody(type: string): boolean {
  if (!isKnownType(type)) return true;
  const controls = lifecycleEvents.has(type) || roleEvents.has(type) || type === 'playbook.pinned' || type === 'console.joined';
  const stands = controls || (type in workEvents && !wordsOfWork.has(type));
  return stands && !eventSchemas[type].safeParse({}).success;
}

/** Applies the charts; facts and clocks come after. */
export function evolveControl(view: IncidentView, event: KnownEvent): Evolved {
  if (lifecycleEvents.has(event.type)) return moved(view, event);
  if (roleEvents.has(event.type)) return rolesMoved(view, event);
  return { view };
}

/** The event as a chart takes it. */
export function chartEvent(event: KnownEvent): ChartEvent {
  return { type: event.type, at: event.occurredAt, actor: event.actor, body: event.body as Record<string, unknown> };
}

function moved(view: IncidentView, event: KnownEvent): Evolved {
  const next = followChart('incident', incidentValue(view), chartEvent(event));
  if (next === undefined) return { contested: `an incident that is ${view.phase} has no way for ${event.type}` };
  const { phase, resumeTo, tempo } = readIncidentValue(next);
  const { resumeTo: _before, ...rest } = view;
  const after: IncidentView = { ...rest, phase, tempo, ...(resumeTo !== undefined && { resumeTo }) };
  return { view: phase === view.phase ? after : entered(after, event.occurredAt) };
}

function entered(view: IncidentView, at: number): IncidentView {
  const last = view.phases.at(-1);
  const closed: readonly PhaseInterval[] = last ? [...view.phases.slice(0, -1), { ...last, to: at }] : [];
  const phases = [...closed, { phase: view.phase, from: at }];
  const { endedAt: _ended, ...open } = view;
  if (!endedPhases.has(view.phase)) return { ...open, phases };
  return { ...view, phases, endedAt: view.endedAt ?? at };
}

function rolesMoved(view: IncidentView, event: KnownEvent): Evolved {
  if (event.type !== 'role.assigned' && event.type !== 'role.assumed' && event.type !== 'role.released') return { view };
  const role = event.body.role;
  const before = view.roles[role]?.state ?? 'vacant';
  const state = followChart('role', before, chartEvent(event));
  if (state === undefined) return { contested: `the role ${role} is ${before}` };
  const person = event.type === 'role.released' ? undefined : event.body.person;
  const roles = {
    ...view.roles,
    [role]: person === undefined ? { state: 'vacant' } : { state: 'held', holder: person, since: event.occurredAt },
  };
  const after: IncidentView = { ...view, roles, roleIntervals: heldFrom(view.roleIntervals, role, person, event.occurredAt) };
  if (role !== 'commander') return { view: after };
  const next = followChart('incident', incidentValue(view), chartEvent(event));
  return { view: next === undefined ? after : { ...after, command: readIncidentValue(next).command } };
}

function heldFrom(intervals: readonly RoleInterval[], role: RoleId, person: string | undefined, at: number): readonly RoleInterval[] {
  const open = intervals.find((interval) => interval.role === role && interval.to === undefined);
  if (open && open.person === person) return intervals;
  const closed = intervals.map((interval) => (interval === open ? { ...interval, to: Math.max(at, interval.from) } : interval));
  return person === undefined ? closed : [...closed, { role, person, from: at }];
}
