/** Facts beside the charts: title, severity, impact, people, milestones, entries and what amends them, updates, follow-ups, exports. */
import type { MilestoneName } from '../vocabulary/words.ts';
import { given } from './draft.ts';
import type { EventBody } from './events.ts';
import type { Evolved, KnownEvent } from './known-event.ts';
import { freeLabel } from './labels.ts';
import type { Amendment, FollowUpView, IncidentView, MilestoneView } from './view.ts';

/** Applies what an event says, after the charts have moved. */
export function evolveFacts(view: IncidentView, event: KnownEvent): Evolved {
  const noted = withOverride(view, event);
  switch (event.type) {
    case 'incident.declared':
      return { view: declared(noted, event, event.body) };
    case 'incident.imported':
      return { view: imported(noted, event, event.body) };
    case 'playbook.pinned':
      // The first one holds: an incident keeps the rules that it started with.
      return { view: noted.playbook ? noted : { ...noted, playbook: event.body.content, playbookHash: event.body.hash } };
    case 'playbook.adopted':
      return { view: { ...noted, playbook: event.body.content, playbookHash: event.body.hash } };
    case 'console.joined': {
      const { appVersion, platform, publicKey } = event.body;
      return { view: { ...noted, consoles: { ...noted.consoles, [event.origin]: { appVersion, platform, publicKey } } } };
    }
    case 'person.joined':
      return { view: personJoined(noted, event, event.body) };
    case 'person.sameAs':
      return sameAs(noted, event.body);
    case 'role.assigned':
    case 'role.assumed':
      return { view: acknowledged(noted, event) };
    case 'severity.set':
      return { view: graded(noted, event.body.severity, event.occurredAt) };
    case 'impact.described':
      return { view: { ...noted, impact: { text: event.body.text, at: event.occurredAt, by: event.by ?? event.actor } } };
    case 'milestone.set':
      return { view: milestoneSet(noted, event, event.body) };
    case 'incident.amended': {
      const { title, zone, links, incidentType, exitCriteria, labels } = event.body;
      return {
        view: {
          ...noted,
          ...given({ title, zone, incidentType, exitCriteria, labels }),
          links: definedLinks({ ...noted.links, ...links }),
        },
      };
    }
    case 'mitigation.recorded':
      return { view: mitigated(noted, event, event.body.relief) };
    case 'regression.recorded':
    case 'incident.reopened':
      return { view: relapsed(noted, event.occurredAt) };
    case 'incident.resolved':
      return { view: closedImpact(withMilestone(noted, 'resolved', stated(event)), event.occurredAt) };
    case 'incident.paused': {
      const { until, watcher, impact, note } = event.body;
      return { view: { ...noted, pause: { until, watcher, impact, ...(note !== undefined && { note }), event: event.id } } };
    }
    case 'review.started': {
      const { owner, template, dueAt } = event.body;
      return { view: { ...noted, review: { template, dueAt, ...(owner !== undefined && { owner }) } } };
    }
    case 'summary.set':
      return { view: { ...noted, summary: { text: event.body.text, at: event.occurredAt, by: event.by ?? event.actor } } };
    case 'entry.added':
      return { view: { ...noted, entries: noted.entries + 1, actions: noted.actions + (event.body.kind === 'action' ? 1 : 0) } };
    case 'entry.corrected': {
      const { entry, text, kind, occurredAt, endAt, precision, reason } = event.body;
      return { view: amended(noted, event, entry, { ...given({ text, kind, occurredAt, endAt, precision, reason }) }) };
    }
    case 'entry.redacted':
      return { view: amended(noted, event, event.body.entry, { redacted: true, ...given({ reason: event.body.reason }) }) };
    case 'entry.starred':
      return { view: amended(noted, event, event.body.entry, { starred: event.body.starred }) };
    case 'entry.tagged':
      return { view: amended(noted, event, event.body.entry, { tags: event.body.tags }) };
    case 'update.sent': {
      const { audiences, text, nextAt, final, status, approval } = event.body;
      const update = { id: event.id, audiences, text, sentAt: event.occurredAt, final: final === true, actor: event.by ?? event.actor };
      return { view: { ...noted, updates: [...noted.updates, { ...update, ...given({ nextAt, status, approval }) }] } };
    }
    case 'followUp.added':
      return { view: followUpAdded(noted, event, event.body) };
    case 'followUp.amended':
      return followUpAmended(noted, event, event.body);
    case 'postmortem.exported': {
      const { template, format, anonymous, published } = event.body;
      const exported = { template, format, at: event.occurredAt, actor: event.actor, ...given({ anonymous, published }) };
      return { view: { ...noted, exports: [...noted.exports, exported] } };
    }
    default:
      return { view: noted };
  }
}

/** Links as given; an empty one takes the link away. */
function definedLinks(links: EventBody<'incident.amended'>['links']): IncidentView['links'] {
  return { ...(links?.call && { call: links.call }), ...(links?.chat && { chat: links.chat }) };
}

function withOverride(view: IncidentView, event: KnownEvent): IncidentView {
  const override = (event.body as { override?: { reason: string; unmet: string[] } }).override;
  if (!override) return view;
  const { reason, unmet } = override;
  return { ...view, overrides: [...view.overrides, { event: event.id, type: event.type, reason, unmet, at: event.occurredAt }] };
}

const stated = (event: KnownEvent): MilestoneView => ({ at: event.occurredAt, precision: event.precision, event: event.id });

function withMilestone(view: IncidentView, name: MilestoneName, milestone: MilestoneView): IncidentView {
  return { ...view, milestones: { ...view.milestones, [name]: milestone } };
}

function declared(view: IncidentView, event: KnownEvent, body: EventBody<'incident.declared'>): IncidentView {
  const begun = withMilestone({ ...view, declaredAt: event.occurredAt }, 'declared', stated(event));
  const noticed =
    body.noticedAt === undefined ? begun : withMilestone(begun, 'detected', { at: body.noticedAt, precision: 'minute', event: event.id });
  const named: IncidentView = {
    ...noticed,
    title: body.title,
    label: body.label ?? '',
    mode: body.mode,
    zone: body.zone,
    links: definedLinks(body.links),
    ...given({ foundBy: body.foundBy, incidentType: body.incidentType }),
    ...(body.impact !== undefined && { impact: { text: body.impact, at: event.occurredAt, by: event.by ?? event.actor } }),
  };
  return body.severity === undefined ? named : graded(named, body.severity, event.occurredAt);
}

function imported(view: IncidentView, event: KnownEvent, body: EventBody<'incident.imported'>): IncidentView {
  const { sourceId, contentHash, organisation, fictional, completeness, sourceTimezone, notes, conflicts } = body;
  return {
    ...view,
    title: body.title,
    label: body.label ?? sourceId,
    mode: 'imported',
    zone: body.zone,
    ...(body.impact !== undefined && { impact: { text: body.impact, at: 0, by: 'import' } }),
    importOrigin: event.origin,
    imported: {
      sourceId,
      contentHash,
      fictional: fictional === true,
      notes,
      conflicts,
      sources: body.sources.map(({ url, type, note }) => ({ url, type, ...given({ note }) })),
      ...given({ organisation, completeness, sourceTimezone }),
    },
  };
}

function graded(view: IncidentView, severity: 1 | 2 | 3 | 4 | 5, at: number): IncidentView {
  const { majorSince, ...rest } = view;
  const gradedAt = view.severity === severity ? (view.gradedAt ?? at) : at;
  const set = { ...rest, severity, severitySince: at, gradedAt };
  return severity > 2 ? set : { ...set, majorSince: majorSince ?? at };
}

function personJoined(view: IncidentView, event: KnownEvent, body: EventBody<'person.joined'>): IncidentView {
  const before = view.people[body.person];
  const person = {
    id: body.person,
    name: body.name,
    joinedAt: before?.joinedAt ?? event.occurredAt,
    ...given({ contact: body.contact ?? before?.contact }),
  };
  if (before) return { ...view, people: { ...view.people, [person.id]: { ...before, ...person } } };
  const kind = body.kind ?? 'person';
  // A team is named to be asked; a person who joins is here.
  const standing = kind === 'team' ? ('asked' as const) : ('engaged' as const);
  const joined = { ...person, kind, standing, standingSince: event.occurredAt };
  return {
    ...view,
    people: { ...view.people, [person.id]: joined },
    standingIntervals: [...view.standingIntervals, { person: person.id, standing, from: event.occurredAt }],
  };
}

function sameAs(view: IncidentView, body: EventBody<'person.sameAs'>): Evolved {
  const person = view.people[body.person];
  if (!person) return { contested: 'it names a person who is not known here' };
  for (let other: string | undefined = body.sameAs; other !== undefined; other = view.people[other]?.sameAs) {
    if (other === body.person) return { contested: 'it would make a person an alias of themselves' };
  }
  return { view: { ...view, people: { ...view.people, [person.id]: { ...person, sameAs: body.sameAs } } } };
}

/** Acknowledged: the first time that a person held command. */
function acknowledged(view: IncidentView, event: KnownEvent): IncidentView {
  const commands = (event.body as { role?: string }).role === 'commander';
  return commands && !view.milestones.acknowledged ? withMilestone(view, 'acknowledged', stated(event)) : view;
}

function milestoneSet(view: IncidentView, event: KnownEvent, body: EventBody<'milestone.set'>): IncidentView {
  const milestone = { at: body.at, precision: body.precision, event: event.id, ...given({ note: body.note, reason: body.reason }) };
  const set = withMilestone(view, body.name, milestone);
  if (body.name !== 'impactStart' || body.at === null) return set;
  const [first, ...later] = view.impacts;
  return { ...set, impacts: [{ ...first, from: body.at }, ...later] };
}

function mitigated(view: IncidentView, event: KnownEvent, relief: 'full' | 'partial'): IncidentView {
  const set = withMilestone(view, 'mitigated', stated(event));
  return closedImpact({ ...set, mitigation: { at: event.occurredAt, relief, event: event.id } }, event.occurredAt);
}

function closedImpact(view: IncidentView, at: number): IncidentView {
  const last = view.impacts.at(-1);
  if (!last || last.to !== undefined || last.from > at) return view;
  return { ...view, impacts: [...view.impacts.slice(0, -1), { ...last, to: at }] };
}

/** Impact is back: another interval opens, and what ended it before no longer stands as the end. */
function relapsed(view: IncidentView, at: number): IncidentView {
  const { mitigation: _over, ...rest } = view;
  const { mitigated: _mitigated, resolved: _resolved, ...milestones } = view.milestones;
  return { ...rest, milestones, impacts: [...closedImpact(view, at).impacts, { from: at }] };
}

function amended(view: IncidentView, event: KnownEvent, entry: string, change: Partial<Amendment>): IncidentView {
  const amendment: Amendment = { event: event.id, actor: event.by ?? event.actor, recordedAt: event.recordedAt, ...change };
  return { ...view, amendments: { ...view.amendments, [entry]: [...(view.amendments[entry] ?? []), amendment] } };
}

function followUpAdded(view: IncidentView, event: KnownEvent, body: EventBody<'followUp.added'>): IncidentView {
  const { text, owner, due, kind } = body;
  const label = freeLabel(body.label ?? `f${view.followUps.length + 1}`, view.followUps);
  const followUp = {
    id: event.id,
    label,
    text,
    addedAt: event.occurredAt,
    state: 'open' as const,
    since: event.occurredAt,
    ...given({ owner, due, kind }),
  };
  return { ...view, followUps: [...view.followUps, followUp] };
}

function followUpAmended(view: IncidentView, event: KnownEvent, body: EventBody<'followUp.amended'>): Evolved {
  const amends = view.followUps.find((followUp) => followUp.id === body.followUp);
  if (!amends) return { contested: 'it names a follow-up that is not known here' };
  const { text, owner, due, kind, wontDo, state, link } = body;
  // Whoever says how far it has come takes it up again.
  const { wontDo: _letGo, ...takenUp } = amends;
  const kept: FollowUpView = state !== undefined && wontDo === undefined ? takenUp : amends;
  const after: FollowUpView = { ...kept, ...given({ text, owner, due, kind, wontDo, link, state }) };
  const moved = after.state !== amends.state || after.wontDo !== amends.wontDo;
  const amendedOne = moved ? { ...after, since: event.occurredAt } : after;
  return { view: { ...view, followUps: view.followUps.map((followUp) => (followUp === amends ? amendedOne : followUp)) } };
}
