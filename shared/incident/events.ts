/** The catalogue of events, version 1: the shape of each body. Bodies parse loosely, so that a newer console's extra fields are kept. */
import * as z from 'zod';
import { playbookSchema } from '../playbook/schema.ts';
import {
  activePhases,
  audiences,
  detectionSources,
  entryKinds,
  exportFormats,
  followUpKinds,
  followUpStates,
  milestoneNames,
  modes,
  precisions,
} from '../vocabulary/words.ts';
import {
  storedId as id,
  storedOverride as override,
  role,
  severity,
  storedTime as time,
  storedTransition as transition,
} from './catalogue/fields.ts';
import { peopleEvents } from './catalogue/people.ts';
import { promiseEvents, sentFields } from './catalogue/promises.ts';
import { reviewEvents } from './catalogue/review.ts';
import { situationEvents } from './catalogue/situation.ts';
import { workEvents } from './catalogue/work.ts';

const links = z.looseObject({ call: z.string().optional(), chat: z.string().optional() });
const settles = z.array(id).optional();

export const eventSchemas = {
  'console.joined': z.looseObject({ appVersion: z.string(), platform: z.string(), publicKey: z.string() }),
  'playbook.pinned': z.looseObject({ hash: z.string(), content: playbookSchema }),
  'incident.declared': z.looseObject({
    title: z.string(),
    severity: severity.optional(),
    impact: z.string().optional(),
    noticedAt: time.optional(),
    foundBy: z.enum(detectionSources).optional(),
    mode: z.enum(modes),
    zone: z.string(),
    /** Short name of the incident, given by its writer: `inc-7`. */
    label: z.string().optional(),
    links: links.optional(),
    incidentType: z.string().optional(),
  }),
  'incident.imported': z.looseObject({
    sourceId: z.string(),
    label: z.string().optional(),
    /** Hex SHA-256 of the canonical content: the same id with another hash is another file. */
    contentHash: z.string(),
    title: z.string(),
    organisation: z.string().optional(),
    impact: z.string().optional(),
    fictional: z.boolean().optional(),
    completeness: z.string().optional(),
    zone: z.string(),
    sourceTimezone: z.string().optional(),
    sources: z.array(z.looseObject({ url: z.string(), type: z.string(), note: z.string().optional() })),
    notes: z.array(z.string()),
    conflicts: z.array(z.string()),
  }),
  'incident.accepted': transition,
  'incident.declined': transition,
  'incident.markedFalseAlarm': transition,
  'incident.cancelled': transition,
  'incident.reopened': transition,
  'fix.started': transition,
  'fix.stopped': transition,
  'mitigation.recorded': transition.extend({ evidence: z.string().optional(), entry: id.optional(), relief: z.enum(['full', 'partial']) }),
  'regression.recorded': transition,
  'incident.resolved': transition,
  'review.started': transition.extend({ owner: id.optional(), template: z.string(), dueAt: time.nullable() }),
  'incident.closed': transition,
  'incident.paused': transition.extend({
    until: time,
    watcher: id,
    impact: z.string(),
    note: z.string().optional(),
    resumeTo: z.enum(activePhases),
  }),
  'incident.woken': transition,
  'severity.set': transition.extend({ severity, answers: z.record(z.string(), z.union([z.number(), z.literal('unsure')])).optional() }),
  'impact.described': z.looseObject({ text: z.string() }),
  'milestone.set': z.looseObject({
    name: z.enum(milestoneNames),
    at: time.nullable(),
    precision: z.enum(precisions),
    reason: z.string().optional(),
    note: z.string().optional(),
  }),
  'incident.amended': z.looseObject({
    title: z.string().optional(),
    zone: z.string().optional(),
    links: links.optional(),
    incidentType: z.string().optional(),
    exitCriteria: z.string().optional(),
    labels: z.array(z.string()).optional(),
  }),
  /**
   * `replaces`: the holder whom the writer saw, or null; another holder by then is a conflict that people settle.
   * `settles`: the events of the conflicts that the writer saw.
   */
  'role.assigned': transition.extend({ role, person: id, replaces: id.nullable().optional(), settles }),
  'role.assumed': transition.extend({ role, person: id, replaces: id.nullable().optional(), settles }),
  /** `person`: whose it was, as the writer saw it; what another took meanwhile stays theirs. */
  'role.released': transition.extend({ role, person: id.optional(), settles }),
  'person.joined': z.looseObject({
    person: id,
    name: z.string(),
    contact: z.string().optional(),
    kind: z.enum(['person', 'team']).optional(),
    /** The incident that they came along with in a merge. */
    from: id.optional(),
  }),
  'person.sameAs': z.looseObject({ person: id, sameAs: id }),
  'entry.added': z.looseObject({
    kind: z.enum(entryKinds),
    text: z.string(),
    owner: id.optional(),
    starred: z.boolean().optional(),
    /** Short label of a charted thing, given by its writer: `h1`, `t4`. */
    label: z.string().optional(),
    /** Imported entries: the role that the source names, the tags and the source it came from. */
    actorRole: z.string().optional(),
    tags: z.array(z.string()).optional(),
    source: z.number().optional(),
    sourceSeq: z.number().optional(),
  }),
  'entry.corrected': z.looseObject({
    entry: id,
    text: z.string().optional(),
    kind: z.enum(entryKinds).optional(),
    occurredAt: time.optional(),
    endAt: time.optional(),
    precision: z.enum(precisions).optional(),
    reason: z.string().optional(),
  }),
  'entry.redacted': z.looseObject({ entry: id, reason: z.string().optional() }),
  'entry.starred': z.looseObject({ entry: id, starred: z.boolean() }),
  'summary.set': z.looseObject({ text: z.string() }),
  'update.sent': z.looseObject({
    audiences: z.array(z.enum(audiences)),
    text: z.string(),
    nextAt: time.optional(),
    final: z.boolean().optional(),
    ...sentFields,
    override,
  }),
  'cadence.snoozed': z.looseObject({ audience: z.enum(audiences), reason: z.string(), until: time }),
  'update.fellDue': z.looseObject({ audience: z.enum(audiences), dueAt: time, kind: z.enum(['target', 'promise', 'deadline']) }),
  'promise.broken': z.looseObject({ audience: z.enum(audiences), promisedAt: time }),
  'followUp.added': z.looseObject({
    text: z.string(),
    /** `f1`, given by its writer; on collision the later by clock shows as `f1b`. */
    label: z.string().optional(),
    owner: id.optional(),
    due: z.string().optional(),
    kind: z.enum(followUpKinds).optional(),
  }),
  'followUp.amended': z.looseObject({
    followUp: id,
    text: z.string().optional(),
    owner: id.optional(),
    due: z.string().optional(),
    kind: z.enum(followUpKinds).optional(),
    wontDo: z.string().optional(),
    state: z.enum(followUpStates).optional(),
    /** Where it is worked on: the address of a ticket. */
    link: z.string().optional(),
  }),
  'postmortem.exported': z.looseObject({
    template: z.string(),
    format: z.enum(exportFormats),
    /** Names were roles in it. */
    anonymous: z.boolean().optional(),
    /** The file of the publish folder that it went to. */
    published: z.string().optional(),
  }),
  ...workEvents,
  ...peopleEvents,
  ...situationEvents,
  ...promiseEvents,
  ...reviewEvents,
} as const;

export type EventType = keyof typeof eventSchemas;
export type EventBody<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;

/** The version that this console writes, and the newest it can fold, of each type. */
export const eventVersions: Readonly<Record<EventType, number>> = Object.fromEntries(
  Object.keys(eventSchemas).map((type) => [type, 1]),
) as Record<EventType, number>;

/** Whether this console has the type in its catalogue. */
export function isKnownType(type: string): type is EventType {
  return Object.hasOwn(eventSchemas, type);
}
