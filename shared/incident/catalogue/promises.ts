/** The catalogue of what keeps an incident honest in time: messages from draft to delivery, deadlines set by hand, checklists, and a newer playbook. */
import * as z from 'zod';
import { playbookSchema } from '../../playbook/schema.ts';
import { audiences, checklistModes, gatedTransitions, statusWords } from '../../vocabulary/words.ts';
import { envelope, id, line, storedId, storedTime, storedTransition, text, time, transition } from './fields.ts';

/** The key of a list, an item, a template or a channel, as the playbook or this console names it. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'not a key: small letters, digits and hyphens');
const message = {
  audiences: z.array(z.enum(audiences)).min(1).max(audiences.length),
  text,
  nextAt: time.optional(),
  final: z.literal(true).optional(),
  /** The playbook's template that it began with. */
  template: key.optional(),
};

export const promiseCommands = {
  'update.draft': z.strictObject({ ...envelope, type: z.literal('update.draft'), ...message }),
  /** The whole message as it now reads; an approval lapses with it. */
  'update.redraft': z.strictObject({ ...envelope, type: z.literal('update.redraft'), draft: id, ...message }),
  /** By the commander. */
  'update.approve': z.strictObject({ ...transition, type: z.literal('update.approve'), draft: id }),
  'update.discard': z.strictObject({ ...transition, type: z.literal('update.discard'), draft: id }),
  /** What a person says of a delivery that is not known to have arrived, or that waits: it did, send it again, or let it go. */
  'delivery.settle': z.strictObject({
    ...transition,
    type: z.literal('delivery.settle'),
    update: id,
    channel: key,
    outcome: z.enum(['arrived', 'again', 'dropped']),
  }),
  /** A deadline that no playbook knows, such as a legal one; null takes it away. Only a message to the audience meets it. */
  'cadence.setDeadline': z.strictObject({
    ...envelope,
    type: z.literal('cadence.setDeadline'),
    audience: z.enum(audiences),
    at: time.nullable(),
    says: line.optional(),
  }),
  'checklist.open': z.strictObject({ ...transition, type: z.literal('checklist.open'), list: key }),
  'checklist.mark': z.strictObject({
    ...transition,
    type: z.literal('checklist.mark'),
    checklist: id,
    item: key,
    as: z.enum(['ticked', 'skipped', 'notApplicable', 'open']),
  }),
  /** From now on by the playbook that is in force: an incident changes its rules only when somebody says so. */
  'playbook.adopt': z.strictObject({ ...transition, type: z.literal('playbook.adopt') }),
} as const;

const storedMessage = {
  audiences: z.array(z.enum(audiences)),
  text: z.string(),
  nextAt: storedTime.optional(),
  final: z.boolean().optional(),
  template: z.string().optional(),
};
const way = { update: storedId, channel: z.string() };
const attempt = z.looseObject({ ...way, attempt: z.number() });
/** Which list, of which content, so that a tick can be read when the playbook has changed. */
const marked = storedTransition.extend({ checklist: storedId, item: z.string(), says: z.string(), list: z.string(), hash: z.string() });

export const promiseEvents = {
  /** `label`: `u1`, given by its writer. */
  'update.drafted': z.looseObject({ label: z.string(), ...storedMessage }),
  'update.redrafted': z.looseObject({ draft: storedId, ...storedMessage }),
  'update.approved': storedTransition.extend({ draft: storedId, person: storedId }),
  'update.discarded': storedTransition.extend({ draft: storedId }),

  /** Written before the first byte goes out: what began and did not end is never begun again by itself. */
  'delivery.begun': attempt,
  /** `lateMs`: how long after the message was sent, as the log has it. */
  'delivery.arrived': attempt.extend({ lateMs: z.number() }),
  /** The other side said no. Tried again at `retryAt`; without it, given up. */
  'delivery.refused': attempt.extend({ why: z.string(), retryAt: storedTime.optional() }),
  /** The connection broke between the request and its answer: it may have arrived. */
  'delivery.uncertain': attempt.extend({ why: z.string() }),
  'delivery.settled': storedTransition.extend({ ...way, outcome: z.enum(['arrived', 'again', 'dropped']) }),

  'cadence.deadlineSet': z.looseObject({ audience: z.enum(audiences), at: storedTime.nullable(), says: z.string().optional() }),

  /** Holds its items: a list can be read when no playbook has it any more. */
  'checklist.opened': storedTransition.extend({
    list: z.string(),
    label: z.string(),
    title: z.string(),
    mode: z.enum(checklistModes),
    hash: z.string(),
    items: z.array(z.looseObject({ id: z.string(), says: z.string(), required: z.enum(gatedTransitions).optional() })),
  }),
  'checklist.itemTicked': marked,
  'checklist.itemSkipped': marked,
  'checklist.itemNotApplicable': marked,
  'checklist.itemCleared': marked,

  'playbook.adopted': storedTransition.extend({ hash: z.string(), content: playbookSchema }),
} as const;

/** What `update.sent` says beside its message, where it went through this console. */
export const sentFields = {
  draft: storedId.optional(),
  template: z.string().optional(),
  status: z.enum(statusWords).optional(),
  /** Channels that were to carry it, each with the name that it had. */
  channels: z.array(z.looseObject({ id: z.string(), name: z.string() })).optional(),
  /** `unapproved`: the commander had not answered after the time that the playbook gives. */
  approval: z.enum(['approved', 'unapproved']).optional(),
};
/** What `update.send` may say beside its message. */
export const sendFields = { draft: id.optional(), template: key.optional(), channels: z.array(key).max(20).optional() };
