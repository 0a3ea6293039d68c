/** The catalogue of the situation at a glance: reports, parked questions, workstreams, focus, tempo, and incidents that become one. */
import * as z from 'zod';
import { focuses, tempos } from '../../vocabulary/words.ts';
import { envelope, id, line, minutes, storedId, storedTime, storedTransition, text, transition } from './fields.ts';

export const situationCommands = {
  /** Conditions, actions, needs: built from the log, edited, saved. Resets the responders' clock as a summary does. */
  'can.report': z.strictObject({ ...envelope, type: z.literal('can.report'), text }),
  'question.answer': z.strictObject({ ...envelope, type: z.literal('question.answer'), question: id, text }),
  /** Restore service first, or understand first. */
  'focus.set': z.strictObject({ ...envelope, type: z.literal('focus.set'), focus: z.enum(focuses), reason: text.optional() }),
  'tempo.set': z.strictObject({ ...transition, type: z.literal('tempo.set'), tempo: z.enum(tempos) }),
  'workstream.open': z.strictObject({
    ...envelope,
    type: z.literal('workstream.open'),
    name: line,
    leader: id.optional(),
    goal: text.optional(),
    minutes: minutes.optional(),
    members: z.array(id).max(50).optional(),
  }),
  'workstream.amend': z.strictObject({
    ...envelope,
    type: z.literal('workstream.amend'),
    workstream: id,
    name: line.optional(),
    leader: id.optional(),
    goal: text.optional(),
    minutes: minutes.optional(),
    members: z.array(id).max(50).optional(),
  }),
  'workstream.close': z.strictObject({ ...transition, type: z.literal('workstream.close'), workstream: id, outcome: text.optional() }),
  /** Tasks move along, but for those in `keep`. */
  'incident.merge': z.strictObject({ ...transition, type: z.literal('incident.merge'), into: id, keep: z.array(id).max(500).optional() }),
  'incident.unmerge': z.strictObject({ ...transition, type: z.literal('incident.unmerge') }),
} as const;

const workstream = {
  leader: storedId.optional(),
  goal: z.string().optional(),
  minutes: z.number().optional(),
  members: z.array(storedId).optional(),
};
/** A task as a merge carries it; its fold reads it back by the schema of the view (`situation/carried-tasks.ts`). */
const carriedTasks = z.array(z.looseObject({ id: storedId, label: z.string(), text: z.string(), state: z.string(), minutes: z.number() }));

export const situationEvents = {
  'can.reported': z.looseObject({ text: z.string() }),
  'question.answered': z.looseObject({ question: storedId, text: z.string() }),
  'focus.set': z.looseObject({ focus: z.enum(focuses), reason: z.string().optional() }),
  'tempo.set': storedTransition.extend({ tempo: z.enum(tempos) }),
  'workstream.opened': z.looseObject({ label: z.string(), name: z.string(), ...workstream }),
  'workstream.amended': z.looseObject({ workstream: storedId, name: z.string().optional(), ...workstream }),
  'workstream.closed': storedTransition.extend({ workstream: storedId, outcome: z.string().optional() }),
  /** In the incident that ends. It names its target, so that old links go on. */
  'incident.mergedInto': storedTransition.extend({
    target: storedId,
    targetLabel: z.string(),
    targetTitle: z.string(),
    /** Tasks that went along. */
    moved: z.array(storedId),
  }),
  /** In the incident that goes on: all that it needs of the other. */
  'incident.absorbed': storedTransition.extend({
    source: storedId,
    sourceLabel: z.string(),
    sourceTitle: z.string(),
    declaredAt: storedTime.optional(),
    impact: z.string().optional(),
    /** Who came along. Their names are in the `person.joined` beside it, where each can be erased. */
    people: z.array(
      z.looseObject({ id: storedId, name: z.string().nullable(), contact: z.string().optional(), sameAs: storedId.optional() }),
    ),
    tasks: carriedTasks,
    /** What each audience of the other is owed: the sooner time holds here. */
    promises: z.array(
      z.looseObject({
        audience: z.string(),
        target: storedTime.optional(),
        promisedAt: storedTime.optional(),
        /** The promise was recorded as broken already. */
        broken: z.literal(true).optional(),
        /** The audience was told something, and not yet that it is over. */
        received: z.literal(true).optional(),
        /** What somebody had set by hand: it goes along under its own event, and rings here. */
        deadline: z.looseObject({ at: storedTime, event: storedId, says: z.string().optional() }).optional(),
      }),
    ),
  }),
  /** In the incident that comes back, with its tasks as they stand now, and when each audience was last told something meanwhile. */
  'incident.unmerged': storedTransition.extend({
    target: storedId,
    tasks: carriedTasks,
    told: z.array(z.looseObject({ audience: z.string(), sentAt: storedTime })).optional(),
  }),
  /** In the incident that had absorbed it, and in those into which that one went on. `tasks`: those that go back. */
  'incident.separated': storedTransition.extend({
    source: storedId,
    sourceLabel: z.string().optional(),
    sourceTitle: z.string().optional(),
    tasks: z.array(storedId).optional(),
  }),
} as const;
