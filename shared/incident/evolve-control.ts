/** Control events: what the incident's chart makes of them. Roles and the handoff of command follow in `people/evolve-command.ts`. */
import { followChart, incidentValue, readIncidentValue } from './charts/ask.ts';
import type { ChartEvent } from './charts/meets.ts';
import { eventSchemas, isKnownType } from './events.ts';
import type { Evolved, KnownEvent } from './known-event.ts';
import type { IncidentView, PhaseInterval } from './view.ts';

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
/** Events by which a role changes hands, step by step. */
const commandEvents = new Set<string>([
  'role.assigned',
  'role.assumed',
  'role.released',
  'handoff.offered',
  'handoff.accepted',
  'handoff.confirmed',
  'handoff.declined',
  'handoff.expired',
]);
const endedPhases = new Set<string>(['resolved', 'review', 'closed', 'declined', 'falseAlarm', 'cancelled']);

/** What no chart moves, and everything after it stands on; and that an attempt began, or a message would go out again. */
const otherControls = new Set<string>([
  'playbook.pinned',
  'playbook.adopted',
  'console.joined',
  'incident.separated',
  'delivery.begun',
  'delivery.arrived',
]);

/** Whether an incident would lose where it stands if this type's body were erased: the declaration, a role's holder, a pause's time. A leaked secret weighs more than whether a task is done: those can be erased. */
export function needsItsBody(type: string): boolean {
  if (!isKnownType(type)) return true;
  const controls = lifecycleEvents.has(type) || commandEvents.has(type) || otherControls.has(type);
  return controls && !eventSchemas[type].safeParse({}).success;
}

/** Applies the charts; facts and clocks come after. */
export function evolveControl(view: IncidentView, event: KnownEvent): Evolved {
  return lifecycleEvents.has(event.type) ? moved(view, event) : { view };
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
  const after: IncidentView = { ...leftAsleep(rest, phase), phase, tempo, ...(resumeTo !== undefined && { resumeTo }) };
  return { view: phase === view.phase ? after : entered(after, event.occurredAt) };
}

/** Whatever leads out of the pause ends it, an override too; a merge keeps it, for the way back. */
function leftAsleep(view: Omit<IncidentView, 'resumeTo'>, to: IncidentView['phase']): Omit<IncidentView, 'resumeTo'> {
  if (view.phase !== 'paused' || to === 'paused' || to === 'merged') return view;
  const { pause: _ended, ...awake } = view;
  return awake;
}

function entered(view: IncidentView, at: number): IncidentView {
  const last = view.phases.at(-1);
  const closed: readonly PhaseInterval[] = last ? [...view.phases.slice(0, -1), { ...last, to: at }] : [];
  const phases = [...closed, { phase: view.phase, from: at }];
  const { endedAt: _ended, ...open } = view;
  if (!endedPhases.has(view.phase)) return { ...open, phases };
  return { ...view, phases, endedAt: view.endedAt ?? at };
}
