/** What events of roles and of the handoff of command make of a view. The holder changes when a role is given, taken or laid down, and when a handoff is confirmed: never before. */
import type { RoleId } from '../../vocabulary/words.ts';
import { followChart, incidentValue, readIncidentValue } from '../charts/ask.ts';
import type { EventBody } from '../events.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { HandoffView, IncidentView, RoleInterval } from '../view.ts';
import { stood } from './evolve-standings.ts';
import { handoffKey } from './handoff-key.ts';
import { samePerson } from './presence.ts';
import { conflicting, followed, givenUp, settled } from './role-conflicts.ts';

const minute = 60_000;
type Ending = IncidentView['handoffs'][number]['how'];

/** Moves roles and the handoff; other events leave the view as it was. */
export function evolveCommand(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'role.assigned':
    case 'role.assumed':
      return given(view, event, event.body);
    case 'role.released':
      return released(view, event, event.body);
    case 'handoff.offered':
      return offered(view, event, event.body);
    case 'handoff.briefed':
      return { view: briefed(view, event.body) };
    case 'handoff.accepted':
      return accepted(view, event, event.body);
    case 'handoff.confirmed':
      return confirmed(view, event, event.body);
    case 'handoff.declined':
      return declined(view, event, event.body);
    case 'handoff.expired':
      return expired(view, event, event.body);
    default:
      return { view };
  }
}

function given(view: IncidentView, event: KnownEvent, body: EventBody<'role.assigned'>): Evolved {
  const { role, person, replaces, settles } = body;
  const state = followChart('role', view.roles[role]?.state ?? 'vacant', chartEvent(event));
  if (state === undefined) return { contested: `the role ${role} cannot be given now` };
  const holder = view.roles[role]?.holder;
  const unseen = replaces !== undefined && holder !== undefined && !samePerson(view, holder, replaces ?? undefined);
  const moved = holding(followed(settled(view, settles), role, person, replaces), role, person, event.occurredAt);
  const noted = unseen ? conflicting(moved, { role, people: [holder, person], event: event.id }) : moved;
  return { view: commandMoved(view, event.type === 'role.assumed' ? arrived(noted, person, event) : noted, role, event) };
}

function released(view: IncidentView, event: KnownEvent, body: EventBody<'role.released'>): Evolved {
  const { role, person, settles } = body;
  const before = view.roles[role];
  if (followChart('role', before?.state ?? 'vacant', chartEvent(event)) === undefined) return { contested: `the role ${role} is vacant` };
  if (person !== undefined && !samePerson(view, person, before?.holder))
    return { contested: 'the role had gone to another by then', view: givenUp(view, role, person) };
  const roles = { ...view.roles, [role]: { state: 'vacant' as const, since: event.occurredAt } };
  const roleIntervals = heldFrom(view.roleIntervals, role, undefined, event.occurredAt);
  return { view: commandMoved(view, { ...settled(view, settles), roles, roleIntervals }, role, event) };
}

/** The role with its holder, who keeps their time in it where they held it already. */
function holding(view: IncidentView, role: RoleId, person: string, at: number): IncidentView {
  const before = view.roles[role];
  const stays = before?.holder !== undefined && samePerson(view, before.holder, person);
  const roles = { ...view.roles, [role]: { state: 'held' as const, holder: person, since: stays ? (before.since ?? at) : at } };
  return stays ? { ...view, roles } : { ...view, roles, roleIntervals: heldFrom(view.roleIntervals, role, person, at) };
}

function heldFrom(intervals: readonly RoleInterval[], role: RoleId, person: string | undefined, at: number): readonly RoleInterval[] {
  const open = intervals.find((interval) => interval.role === role && interval.to === undefined);
  const closed = intervals.map((interval) => (interval === open ? { ...interval, to: Math.max(at, interval.from) } : interval));
  return person === undefined ? closed : [...closed, { role, person, from: at }];
}

/** Whoever gives command away otherwise ends the handoff that was under way. */
function commandMoved(before: IncidentView, after: IncidentView, role: RoleId, event: KnownEvent): IncidentView {
  if (role !== 'commander') return after;
  const next = followChart('incident', incidentValue(before), chartEvent(event));
  const overtaken = ended(after, 'overtaken', event.occurredAt);
  const moved = next === undefined ? overtaken : { ...overtaken, command: readIncidentValue(next).command };
  return samePerson(after, before.roles.commander?.holder, after.roles.commander?.holder) ? moved : relieved(moved);
}

/** What was about the commander before is over. */
function relieved(view: IncidentView): IncidentView {
  const { handsOn: _handsOn, relief: _relief, noRelief: _noRelief, ...rest } = view;
  return rest;
}

function ended(view: IncidentView, how: Ending, at: number): IncidentView {
  const { handoff, ...rest } = view;
  if (handoff === undefined) return view;
  const { offer, from, to } = handoff;
  return { ...rest, handoffs: [...view.handoffs, { offer, from, to, at, how }] };
}

/** A step of the handoff, as the command region takes it; `undefined` where it has no such way. */
function stepped(view: IncidentView, event: KnownEvent): IncidentView | undefined {
  const next = followChart('incident', incidentValue(view), chartEvent(event));
  return next === undefined ? undefined : { ...view, command: readIncidentValue(next).command };
}

/** A brief whose handoff is over already changes nothing. */
function briefed(view: IncidentView, { offer, brief }: EventBody<'handoff.briefed'>): IncidentView {
  return view.handoff?.offer === offer ? { ...view, handoff: { ...view.handoff, brief } } : view;
}

function offered(view: IncidentView, event: KnownEvent, body: EventBody<'handoff.offered'>): Evolved {
  const next = stepped(view, event);
  if (next === undefined) return { contested: `command is ${view.command}` };
  if (!samePerson(view, body.from, view.roles.commander?.holder)) return { contested: 'command had gone to another by then' };
  const handoff: HandoffView = {
    offer: event.id,
    from: body.from,
    to: body.to,
    offeredAt: event.occurredAt,
    expiresAt: event.occurredAt + assumedPlaybook(view).command.handoffExpiresMinutes * minute,
    ...(body.reason !== undefined && { reason: body.reason }),
  };
  return { view: { ...ended(next, 'overtaken', event.occurredAt), handoff } };
}

/** The handoff that an answer speaks of, if it is the one under way. */
function answered(view: IncidentView, offer: string | undefined): HandoffView | undefined {
  return view.handoff && (offer === undefined || offer === view.handoff.offer) ? view.handoff : undefined;
}

function accepted(view: IncidentView, event: KnownEvent, body: EventBody<'handoff.accepted'>): Evolved {
  const next = stepped(view, event);
  const handoff = answered(view, body.offer);
  if (next === undefined || handoff === undefined) return { contested: 'that offer of command was over' };
  if (!samePerson(view, body.person, handoff.to)) return { contested: 'command was offered to somebody else' };
  const read = { ...handoff, acceptedAt: event.occurredAt, ...(body.readBack !== undefined && { readBack: body.readBack }) };
  return { view: { ...next, handoff: read } };
}

function confirmed(view: IncidentView, event: KnownEvent, body: EventBody<'handoff.confirmed'>): Evolved {
  const next = stepped(view, event);
  const handoff = answered(view, body.offer);
  const asOffered = handoff !== undefined && samePerson(view, body.person, handoff.to);
  if (next === undefined || !(asOffered || view.command === 'vacant')) {
    return { contested: 'command had moved otherwise by then', view: alsoClaimed(view, body.person, event) };
  }
  const how: Ending = body.spoken === undefined ? (body.unconfirmed ? 'unconfirmed' : 'confirmed') : 'spoken';
  const over = ended(followed(settled(next, body.settles), 'commander', body.person, undefined), how, event.occurredAt);
  return { view: arrived(relieved(holding(over, 'commander', body.person, event.occurredAt)), body.person, event) };
}

function declined(view: IncidentView, event: KnownEvent, body: EventBody<'handoff.declined'>): Evolved {
  const next = stepped(view, event);
  if (next !== undefined && answered(view, body.offer)) return { view: ended(next, 'declined', event.occurredAt) };
  const done = view.handoffs.find(({ offer }) => offer === body.offer);
  const handed = done !== undefined && ['confirmed', 'unconfirmed', 'spoken'].includes(done.how);
  return { contested: 'that offer of command was over', ...(handed && { view: alsoClaimed(view, done.from, event) }) };
}

/** Somebody believes to have command, and somebody else has it. */
function alsoClaimed(view: IncidentView, person: string, event: KnownEvent): IncidentView {
  const holder = view.roles.commander?.holder;
  return holder === undefined ? view : conflicting(view, { role: 'commander', people: [person, holder], event: event.id });
}

function expired(view: IncidentView, event: KnownEvent, body: EventBody<'handoff.expired'>): Evolved {
  const next = stepped(view, event);
  if (next === undefined || view.handoff?.offer !== body.offer) return { contested: 'the offer had been answered, or was over' };
  const fallen = { ...next.fallen, [handoffKey(body.offer)]: { event: event.id, at: event.occurredAt } };
  return { view: ended({ ...next, fallen }, 'expired', event.occurredAt) };
}

/** Who takes command on their own word is here. */
function arrived(view: IncidentView, person: string, event: KnownEvent): IncidentView {
  const known = view.people[person];
  if (known === undefined || known.standing === 'engaged' || known.standing === 'looking') return view;
  return stood(view, person, { standing: 'engaged', at: event.occurredAt });
}
