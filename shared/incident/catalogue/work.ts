/** The catalogue of work: tasks, hypotheses with their evidence, decisions, levers, and what is to be known of an action. Sources: statecharts and vocabulary of the domain design. */
import * as z from 'zod';
import { envelope, id, leverKey, line, minutes, storedId, storedTime, storedTransition, text, time, transition } from './fields.ts';

const evidence = { text: text.optional(), entry: id.optional() };

export const workCommands = {
  /** Without `to` it is proposed; with the actor as `to` it runs at once. Minutes default to the playbook's timebox. */
  'task.add': z.strictObject({
    ...envelope,
    type: z.literal('task.add'),
    text,
    to: id.optional(),
    minutes: minutes.optional(),
    workstream: id.optional(),
    hypothesis: id.optional(),
    at: time.optional(),
  }),
  'task.ack': z.strictObject({ ...transition, type: z.literal('task.ack'), task: id, minutes: minutes.optional() }),
  'task.start': z.strictObject({ ...transition, type: z.literal('task.start'), task: id }),
  /** The second extension asks for a reason: is it still the right task? */
  'task.extend': z.strictObject({ ...transition, type: z.literal('task.extend'), task: id, minutes }),
  'task.finish': z.strictObject({ ...transition, type: z.literal('task.finish'), task: id, result: text.optional() }),
  'task.stick': z.strictObject({ ...transition, type: z.literal('task.stick'), task: id }),
  /** Gives the task to somebody, or a proposed one its first owner. */
  'task.handOn': z.strictObject({ ...transition, type: z.literal('task.handOn'), task: id, to: id, minutes: minutes.optional() }),
  'task.drop': z.strictObject({ ...transition, type: z.literal('task.drop'), task: id }),
  'task.reopen': z.strictObject({ ...transition, type: z.literal('task.reopen'), task: id, minutes: minutes.optional() }),

  'hypothesis.open': z.strictObject({ ...envelope, type: z.literal('hypothesis.open'), text, at: time.optional() }),
  'hypothesis.test': z.strictObject({
    ...transition,
    type: z.literal('hypothesis.test'),
    hypothesis: id,
    /** What would prove it wrong, or right. */
    test: text,
    tester: id.optional(),
    minutes: minutes.optional(),
  }),
  'hypothesis.support': z.strictObject({ ...transition, type: z.literal('hypothesis.support'), hypothesis: id, ...evidence }),
  'hypothesis.refute': z.strictObject({ ...transition, type: z.literal('hypothesis.refute'), hypothesis: id, ...evidence }),
  'hypothesis.park': z.strictObject({ ...transition, type: z.literal('hypothesis.park'), hypothesis: id }),
  'hypothesis.reopen': z.strictObject({ ...transition, type: z.literal('hypothesis.reopen'), hypothesis: id }),
  /** A text, an entry that shows it, or both. */
  'evidence.add': z.strictObject({
    ...envelope,
    type: z.literal('evidence.add'),
    hypothesis: id,
    sign: z.enum(['for', 'against']),
    ...evidence,
    at: time.optional(),
  }),

  'decision.propose': z.strictObject({
    ...envelope,
    type: z.literal('decision.propose'),
    text,
    known: text.optional(),
    unknown: text.optional(),
    risk: text.optional(),
    wayBack: text.optional(),
    /** `poll`: "any strong objections?"; `decide`: it is decided with this. Unsaid: polled where anybody else is here, else decided. */
    next: z.enum(['poll', 'decide', 'wait']).optional(),
    at: time.optional(),
  }),
  'decision.amend': z.strictObject({
    ...envelope,
    type: z.literal('decision.amend'),
    decision: id,
    known: text.optional(),
    unknown: text.optional(),
    risk: text.optional(),
    wayBack: text.optional(),
  }),
  'decision.poll': z.strictObject({ ...transition, type: z.literal('decision.poll'), decision: id }),
  /** A strong objection; `by` is who objects. */
  'decision.object': z.strictObject({ ...transition, type: z.literal('decision.object'), decision: id, text }),
  'decision.decide': z.strictObject({ ...transition, type: z.literal('decision.decide'), decision: id }),
  'decision.withdraw': z.strictObject({ ...transition, type: z.literal('decision.withdraw'), decision: id }),
  /** With a text, a new decision takes its place. */
  'decision.reverse': z.strictObject({ ...transition, type: z.literal('decision.reverse'), decision: id, text: text.optional() }),

  'lever.lease': z.strictObject({
    ...transition,
    type: z.literal('lever.lease'),
    lever: leverKey,
    /** Of a lever that is not in the playbook. */
    name: line.optional(),
    minutes: minutes.optional(),
  }),
  'lever.release': z.strictObject({ ...transition, type: z.literal('lever.release'), lever: leverKey }),
  'lever.apply': z.strictObject({
    ...transition,
    type: z.literal('lever.apply'),
    lever: leverKey,
    name: line.optional(),
    /** Exactly what it is applied to: the host, the cluster, the flag. */
    target: line.optional(),
    checker: id.optional(),
    /** The target as the checker read it back. */
    readBack: line.optional(),
    worstCase: line.optional(),
    wayBack: line.optional(),
  }),
  'lever.revert': z.strictObject({ ...transition, type: z.literal('lever.revert'), lever: leverKey }),
  'lever.keep': z.strictObject({ ...transition, type: z.literal('lever.keep'), lever: leverKey, owner: id.optional() }),

  /** What is to be known of an action on production; missing things are amber and never block. */
  'action.detail': z.strictObject({
    ...envelope,
    type: z.literal('action.detail'),
    entry: id,
    lever: leverKey.optional(),
    worstCase: line.optional(),
    wayBack: line.optional(),
    target: line.optional(),
    driver: id.optional(),
    checker: id.optional(),
    readBack: line.optional(),
  }),
} as const;

const task = storedTransition.extend({ task: storedId });
const hypothesis = storedTransition.extend({ hypothesis: storedId });
const judgement = hypothesis.extend({ text: z.string().optional(), entry: storedId.optional() });
const decision = storedTransition.extend({ decision: storedId });
const deliberation = {
  known: z.string().optional(),
  unknown: z.string().optional(),
  risk: z.string().optional(),
  wayBack: z.string().optional(),
};
const lever = storedTransition.extend({ lever: z.string(), name: z.string() });

export const workEvents = {
  'task.added': z.looseObject({
    /** `t4`, given by its writer; on collision the later by clock shows as `t4b`. */
    label: z.string(),
    text: z.string(),
    to: storedId.optional(),
    minutes: z.number(),
    workstream: storedId.optional(),
    hypothesis: storedId.optional(),
  }),
  'task.acked': task.extend({ minutes: z.number().optional() }),
  'task.started': task,
  'task.extended': task.extend({ minutes: z.number() }),
  'task.finished': task.extend({ result: z.string().optional() }),
  'task.stuck': task,
  'task.handedOn': task.extend({ to: storedId, minutes: z.number().optional() }),
  'task.dropped': task,
  'task.reopened': task.extend({ minutes: z.number().optional() }),

  'hypothesis.opened': z.looseObject({ label: z.string(), text: z.string() }),
  'hypothesis.testStarted': hypothesis.extend({ test: z.string(), tester: storedId.optional(), minutes: z.number().optional() }),
  'hypothesis.supported': judgement,
  'hypothesis.refuted': judgement,
  'hypothesis.parked': hypothesis,
  'hypothesis.reopened': hypothesis,
  'evidence.added': z.looseObject({
    hypothesis: storedId,
    sign: z.enum(['for', 'against']),
    text: z.string().optional(),
    entry: storedId.optional(),
  }),

  'decision.proposed': z.looseObject({ label: z.string(), text: z.string(), ...deliberation }),
  'decision.amended': z.looseObject({ decision: storedId, ...deliberation }),
  'decision.polled': decision,
  'decision.objected': decision.extend({ text: z.string() }),
  'decision.decided': decision,
  'decision.withdrawn': decision,
  'decision.reversed': decision.extend({ replacement: storedId.optional() }),

  'lever.leased': lever.extend({ person: storedId, until: storedTime }),
  'lever.released': lever,
  'lever.applied': lever.extend({
    person: storedId,
    target: z.string().optional(),
    checker: storedId.optional(),
    readBack: z.string().optional(),
    worstCase: z.string().optional(),
    wayBack: z.string().optional(),
  }),
  'lever.reverted': lever,
  'lever.kept': lever.extend({ owner: storedId.optional() }),

  'action.detailed': z.looseObject({
    entry: storedId,
    lever: z.string().optional(),
    worstCase: z.string().optional(),
    wayBack: z.string().optional(),
    target: z.string().optional(),
    driver: storedId.optional(),
    checker: storedId.optional(),
    readBack: z.string().optional(),
  }),
  /** Recorded once for each timebox that ran out: of a task, a test or a workstream. */
  'timebox.expired': z.looseObject({
    task: storedId.optional(),
    hypothesis: storedId.optional(),
    workstream: storedId.optional(),
    dueAt: storedTime,
  }),
} as const;
