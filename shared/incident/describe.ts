/** Events in plain words, for the timeline, the command line and the drafts. */
import type { Phase } from '../vocabulary/words.ts';
import { clockTime, dayOf } from '../vocabulary/zoned-time.ts';
import { checklistWords } from './checklists/checklist-words.ts';
import { because, type EventWords } from './event-words.ts';
import type { EventBody } from './events.ts';
import { eventSchemas, isKnownType } from './events.ts';
import { personName, roleName } from './names.ts';
import { peopleWords } from './people/people-words.ts';
import { assumedPlaybook } from './playbook-of.ts';
import { reviewWords } from './review/review-words.ts';
import { answersInWords } from './severity/answers.ts';
import { situationWords } from './situation/situation-words.ts';
import { updateWords } from './updates/update-words.ts';
import type { IncidentView, TimelineItem } from './view.ts';
import { workWords } from './work/work-words.ts';

const fellBy = { target: '', promise: ', as promised', deadline: ', by the deadline that was set' } as const;

/** Phases as people say them. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  undeclared: 'not declared here yet',
  triage: 'triage',
  investigating: 'investigating',
  fixing: 'fixing',
  monitoring: 'monitoring',
  paused: 'paused',
  resolved: 'resolved',
  review: 'in review',
  closed: 'closed',
  declined: 'declined',
  falseAlarm: 'false alarm',
  cancelled: 'cancelled',
  merged: 'merged',
};

const milestoneWords: Readonly<Record<EventBody<'milestone.set'>['name'], string>> = {
  impactStart: 'impact began',
  detected: 'detected',
  declared: 'declared',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

const words: EventWords = {
  'console.joined': (body) => `A console joined (${body.platform}, ${body.appVersion})`,
  'playbook.pinned': (body) => `Playbook pinned: ${body.content.name} ${body.content.version}`,
  'incident.declared': (body) =>
    `${body.mode === 'drill' ? 'Drill' : 'Incident'} declared: ${body.title}${body.severity === undefined ? '' : ` (SEV${body.severity})`}`,
  'incident.imported': (body) => `Imported: ${body.title}`,
  'incident.accepted': (body) => `Accepted as an incident${because(body.reason)}`,
  'incident.declined': (body) => `Declined${because(body.reason)}`,
  'incident.markedFalseAlarm': (body) => `False alarm${because(body.reason)}`,
  'incident.cancelled': (body) => `Cancelled${because(body.reason)}`,
  'incident.reopened': (body) => `Reopened${because(body.reason)}`,
  'fix.started': () => 'Fix started',
  'fix.stopped': (body) => `Back to investigating${because(body.reason)}`,
  'mitigation.recorded': (body) => `${body.relief === 'partial' ? 'Partly mitigated' : 'Mitigated'}${because(body.evidence)}`,
  'regression.recorded': (body) => `Impact is back${because(body.reason)}`,
  'incident.resolved': () => 'Resolved',
  'review.started': (body, view) => `Review started${body.owner === undefined ? '' : `, owner ${personName(view, body.owner)}`}`,
  'incident.closed': () => 'Closed',
  'incident.paused': (body, view) => `Paused, ${personName(view, body.watcher)} watches${because(body.impact || undefined)}`,
  'incident.woken': (body) => `Woken${because(body.reason)}`,
  'severity.set': (body, view) => severityWords(body, view),
  'impact.described': (body) => `Customer impact: ${body.text}`,
  'milestone.set': (body) =>
    `Milestone: ${milestoneWords[body.name]}${body.at === null ? ', time not known' : ''}${because(body.reason ?? body.note)}`,
  'incident.amended': (body) =>
    [
      body.title === undefined ? '' : `Title: ${body.title}`,
      body.zone === undefined ? '' : `Zone: ${body.zone}`,
      linkWords(body.links),
      body.incidentType === undefined ? '' : `Type: ${body.incidentType}`,
      body.exitCriteria === undefined ? '' : `Over when: ${body.exitCriteria}`,
      body.labels === undefined ? '' : `Labels: ${body.labels.join(', ') || 'none'}`,
    ]
      .filter(Boolean)
      .join(' · '),
  'role.assigned': (body, view) => `${roleName(view, body.role)}: ${personName(view, body.person)}`,
  'role.assumed': (body, view) => `${roleName(view, body.role)}: ${personName(view, body.person)} took it${because(body.reason)}`,
  'role.released': (body, view) => `${roleName(view, body.role)}: released${because(body.reason)}`,
  'person.joined': (body) => `${body.name} joined`,
  'person.sameAs': (body, view) => `${personName(view, body.person)} and ${personName(view, body.sameAs)} are one person`,
  'entry.added': (body) => body.text,
  'entry.corrected': (body) => `Corrected${because(body.text)}`,
  'entry.redacted': (body) => `Text hidden${because(body.reason)}`,
  'entry.starred': (body) => (body.starred ? 'Starred' : 'Star taken off'),
  'summary.set': (body) => `What we know: ${body.text}`,
  'update.sent': (body) => `${body.final ? 'Final update' : 'Update'} to ${body.audiences.join(', ')}: ${body.text}`,
  'cadence.snoozed': (body) => `Clock of ${body.audience} snoozed: ${body.reason}`,
  'update.fellDue': (body) => `Update to ${body.audience} fell due${fellBy[body.kind]}`,
  'promise.broken': (body) => `Promise to ${body.audience} was not kept`,
  'followUp.added': (body) => `Follow-up: ${body.text}`,
  'followUp.amended': (body, view) => `${followUpLabel(body, view)} ${followUpChange(body, view)}`,
  'postmortem.exported': (body) =>
    `Draft ${body.published === undefined ? 'exported' : 'published'}: ${body.template}, ${body.format}${body.anonymous ? ', without names' : ''}`,
  'playbook.adopted': (body) => `Playbook from now on: ${body.content.name} ${body.content.version}${because(body.reason)}`,
  'cadence.deadlineSet': (body, view) =>
    body.at === null
      ? `Deadline for ${body.audience} taken away`
      : `Deadline for ${body.audience} set to ${dayOf(body.at, view.zone)} ${clockTime(body.at, view.zone)}${because(body.says)}`,
  ...workWords,
  ...peopleWords,
  ...situationWords,
  ...updateWords,
  ...checklistWords,
  ...reviewWords,
};

function followUpLabel({ followUp }: EventBody<'followUp.amended'>, view: IncidentView): string {
  return `Follow-up ${view.followUps.find(({ id }) => id === followUp)?.label ?? ''}`.trim();
}

const stateChanges = { open: 'is to be done again', started: 'begun', done: 'done' } as const;

function followUpChange(body: EventBody<'followUp.amended'>, view: IncidentView): string {
  if (body.wontDo !== undefined) return `will not be done${because(body.wontDo)}`;
  const { state, owner, due, kind, link, text } = body;
  const parts = [
    state === undefined ? '' : stateChanges[state],
    owner === undefined ? '' : `owner ${personName(view, owner)}`,
    due === undefined ? '' : `due ${due}`,
    kind ?? '',
    link === undefined ? '' : `link ${link}`,
  ].filter(Boolean);
  return `${parts.join(', ') || 'changed'}${because(text)}`;
}

/** The severity with its reason, and the answers that it came of. */
function severityWords(body: EventBody<'severity.set'>, view: IncidentView): string {
  const answers = answersInWords(assumedPlaybook(view), body.answers);
  return `SEV${body.severity}${because(body.reason)}${answers === '' ? '' : ` (${answers})`}`;
}

function linkWords(links: EventBody<'incident.amended'>['links']): string {
  return [
    links?.call === undefined ? '' : `Call: ${links.call || 'none'}`,
    links?.chat === undefined ? '' : `Chat: ${links.chat || 'none'}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One event in plain words. What was erased, or is not understood here, says so. */
export function describeItem(item: TimelineItem, view: IncidentView): string {
  if (item.standing === 'erased') return 'Text erased';
  if (item.standing === 'unknown' || !isKnownType(item.type)) return `An entry from a newer console (${item.type})`;
  if (item.type === 'entry.added' && item.standing === 'plain') return (item.body as { text: string }).text;
  const body = eventSchemas[item.type].safeParse(item.body);
  if (!body.success) return `An entry that does not read as ${item.type}`;
  const say = words[item.type] as (body: unknown, view: IncidentView, id: string) => string;
  return say(body.data, view, item.id);
}
