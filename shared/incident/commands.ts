/** Every command a person or program may send, as strict schemas. Frozen with version 1: rows only gain optional fields. Times are ms since epoch, UTC. */
import * as z from 'zod';
import {
  audiences,
  detectionSources,
  entryKinds,
  exportFormats,
  followUpKinds,
  followUpStates,
  milestoneNames,
  precisions,
} from '../vocabulary/words.ts';
import { envelope, id, line, override, role, severity, text, time, transition } from './catalogue/fields.ts';
import { peopleCommands } from './catalogue/people.ts';
import { promiseCommands, sendFields } from './catalogue/promises.ts';
import { reviewCommands } from './catalogue/review.ts';
import { situationCommands } from './catalogue/situation.ts';
import { workCommands } from './catalogue/work.ts';

const zone = z.string().min(1).max(64).refine(isTimeZone, 'not an IANA time zone, such as Europe/Berlin');
const links = z.strictObject({ call: z.string().max(500).optional(), chat: z.string().max(500).optional() });
const date = z.iso.date();
/** A type of the playbook, such as `security`. */
const incidentType = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'not an incident type: small letters, digits and hyphens');

const incidentLabel = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'not a label: small letters, digits and hyphens');

/** Whether `Intl` knows the zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const commandSchemas = {
  'incident.declare': z.strictObject({
    commandId: id,
    incidentId: id.optional(),
    by: id.optional(),
    type: z.literal('incident.declare'),
    title: line,
    severity: severity.optional(),
    impact: text.optional(),
    noticedAt: time.optional(),
    foundBy: z.enum(detectionSources).optional(),
    mode: z.enum(['live', 'drill', 'backfilled']).optional(),
    commander: id.nullable().optional(),
    zone: zone.optional(),
    links: links.optional(),
    incidentType: incidentType.optional(),
  }),
  'incident.accept': z.strictObject({ ...transition, type: z.literal('incident.accept') }),
  'incident.decline': z.strictObject({ ...transition, type: z.literal('incident.decline') }),
  'incident.markFalseAlarm': z.strictObject({ ...transition, type: z.literal('incident.markFalseAlarm') }),
  'incident.cancel': z.strictObject({ ...transition, type: z.literal('incident.cancel') }),
  'incident.reopen': z.strictObject({ ...transition, type: z.literal('incident.reopen') }),
  'fix.start': z.strictObject({ ...transition, type: z.literal('fix.start') }),
  'fix.stop': z.strictObject({ ...transition, type: z.literal('fix.stop') }),
  'mitigation.record': z.strictObject({
    ...transition,
    type: z.literal('mitigation.record'),
    evidence: text.optional(),
    entry: id.optional(),
    relief: z.enum(['full', 'partial']).optional(),
  }),
  'regression.record': z.strictObject({ ...transition, type: z.literal('regression.record') }),
  'incident.resolve': z.strictObject({ ...transition, type: z.literal('incident.resolve') }),
  'review.start': z.strictObject({
    ...transition,
    type: z.literal('review.start'),
    owner: id.optional(),
    template: z.string().max(64).optional(),
  }),
  'incident.close': z.strictObject({ ...transition, type: z.literal('incident.close') }),
  'incident.pause': z.strictObject({
    ...transition,
    type: z.literal('incident.pause'),
    until: time,
    watcher: id.optional(),
    /** Absent: what is known of the impact already. */
    impact: text.optional(),
    note: text.optional(),
  }),
  'incident.wake': z.strictObject({ ...transition, type: z.literal('incident.wake') }),
  'severity.set': z.strictObject({
    ...transition,
    type: z.literal('severity.set'),
    severity,
    /** Answers to the playbook's triage questions, by question: the number of the answer, or `unsure`. */
    answers: z.record(z.string().max(64), z.union([z.number().int().min(0).max(8), z.literal('unsure')])).optional(),
  }),
  'impact.describe': z.strictObject({ ...envelope, type: z.literal('impact.describe'), text }),
  'milestone.set': z.strictObject({
    ...envelope,
    type: z.literal('milestone.set'),
    name: z.enum(milestoneNames),
    at: time.nullable(),
    precision: z.enum(precisions).optional(),
    reason: text.optional(),
  }),
  'incident.amend': z.strictObject({
    ...envelope,
    type: z.literal('incident.amend'),
    title: line.optional(),
    zone: zone.optional(),
    links: links.optional(),
    incidentType: incidentType.optional(),
    exitCriteria: text.optional(),
    /** All of them, by which it is found again; none: an empty list. */
    labels: z.array(incidentLabel).max(20).optional(),
  }),
  'role.assign': z.strictObject({ ...transition, type: z.literal('role.assign'), role, person: id }),
  'role.assume': z.strictObject({ ...transition, type: z.literal('role.assume'), role }),
  'role.release': z.strictObject({ ...transition, type: z.literal('role.release'), role }),
  'person.add': z.strictObject({
    ...envelope,
    type: z.literal('person.add'),
    name: line,
    contact: line.optional(),
    kind: z.enum(['person', 'team']).optional(),
  }),
  'person.sameAs': z.strictObject({ ...envelope, type: z.literal('person.sameAs'), person: id, sameAs: id }),
  'entry.add': z.strictObject({
    ...envelope,
    type: z.literal('entry.add'),
    kind: z.enum(entryKinds),
    text,
    occurredAt: time.optional(),
    endAt: time.optional(),
    precision: z.enum(precisions).optional(),
    owner: id.optional(),
    starred: z.boolean().optional(),
    /** `change`: a recent change; `lucky`, `misled` and the like feed the draft. */
    tags: z.array(z.string().min(1).max(40)).max(20).optional(),
  }),
  'entry.correct': z.strictObject({
    ...envelope,
    type: z.literal('entry.correct'),
    entry: id,
    text: text.optional(),
    kind: z.enum(entryKinds).optional(),
    occurredAt: time.optional(),
    endAt: time.optional(),
    precision: z.enum(precisions).optional(),
    reason: text.optional(),
  }),
  'entry.redact': z.strictObject({ ...envelope, type: z.literal('entry.redact'), entry: id, reason: text.optional() }),
  'entry.star': z.strictObject({ ...envelope, type: z.literal('entry.star'), entry: id, starred: z.boolean() }),
  'summary.set': z.strictObject({ ...envelope, type: z.literal('summary.set'), text }),
  'update.send': z.strictObject({
    ...envelope,
    type: z.literal('update.send'),
    audiences: z.array(z.enum(audiences)).min(1),
    text,
    nextAt: time.optional(),
    final: z.literal(true).optional(),
    sentAt: time.optional(),
    ...sendFields,
    override,
  }),
  'cadence.snooze': z.strictObject({ ...envelope, type: z.literal('cadence.snooze'), audience: z.enum(audiences), reason: text }),
  'followUp.add': z.strictObject({
    ...envelope,
    type: z.literal('followUp.add'),
    text,
    owner: id.optional(),
    due: date.optional(),
    kind: z.enum(followUpKinds).optional(),
  }),
  'followUp.amend': z.strictObject({
    ...envelope,
    type: z.literal('followUp.amend'),
    followUp: id,
    text: text.optional(),
    owner: id.optional(),
    due: date.optional(),
    kind: z.enum(followUpKinds).optional(),
    wontDo: text.optional(),
    state: z.enum(followUpStates).optional(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
  'postmortem.export': z.strictObject({
    ...envelope,
    type: z.literal('postmortem.export'),
    template: z.string().min(1).max(64),
    format: z.enum(exportFormats),
    anonymous: z.literal(true).optional(),
    published: z.string().min(1).max(255).optional(),
  }),
  ...workCommands,
  ...peopleCommands,
  ...situationCommands,
  ...promiseCommands,
  ...reviewCommands,
} as const;

export type CommandType = keyof typeof commandSchemas;
/** A command of one type, or of any. */
export type Command<T extends CommandType = CommandType> = { [K in T]: z.infer<(typeof commandSchemas)[K]> }[T];
/** A command before it has its id and its incident: what a parsed line or a button makes. */
export type CommandDraft<T extends CommandType = CommandType> = {
  [K in T]: Omit<z.infer<(typeof commandSchemas)[K]>, 'commandId' | 'incidentId'>;
}[T];

/** Any command; an unknown `type` or field is an error with its path. */
export const commandSchema = z.discriminatedUnion(
  'type',
  Object.values(commandSchemas) as unknown as [(typeof commandSchemas)['incident.declare'], ...(typeof commandSchemas)[CommandType][]],
);
