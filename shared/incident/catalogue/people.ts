/** The catalogue of people: the handoff of command in three steps, who stands where in the roll call, relief and rest. Sources: roles and handoff of the domain design. */
import * as z from 'zod';
import { standings } from '../../vocabulary/words.ts';
import { envelope, id, line, storedId, storedTime, storedTransition, text, time, transition } from './fields.ts';

export const peopleCommands = {
  /** `spoken`: all three steps were said aloud, for example on the call, and are recorded at once. `to` need not have a console. */
  'handoff.offer': z.strictObject({ ...transition, type: z.literal('handoff.offer'), to: id, spoken: line.optional() }),
  /** By the person to whom it was offered, or `by` them. */
  'handoff.accept': z.strictObject({ ...transition, type: z.literal('handoff.accept'), readBack: text.optional() }),
  /** By the old holder; by the new one once three minutes passed unconfirmed. */
  'handoff.confirm': z.strictObject({ ...transition, type: z.literal('handoff.confirm') }),
  /** By the new one, or taken back by the old. */
  'handoff.decline': z.strictObject({ ...transition, type: z.literal('handoff.decline') }),

  /** Asks, releases or rests one person or many; teams are marked like people. */
  'person.mark': z.strictObject({
    ...transition,
    type: z.literal('person.mark'),
    people: z.array(id).min(1).max(200),
    standing: z.enum(standings),
    until: time.optional(),
  }),
  /** Since when somebody has been awake, as they say. */
  'person.setAwake': z.strictObject({ ...envelope, type: z.literal('person.setAwake'), person: id, since: time }),
  'relief.plan': z.strictObject({ ...envelope, type: z.literal('relief.plan'), person: id, from: time }),
  /** Nobody can take over: relief prompts stay silent until six hours. */
  'relief.noneAvailable': z.strictObject({ ...envelope, type: z.literal('relief.noneAvailable'), reason: text.optional() }),
} as const;

const marked = storedTransition.extend({ person: storedId, until: storedTime.optional() });

export const peopleEvents = {
  'handoff.offered': storedTransition.extend({
    from: storedId,
    to: storedId,
    spoken: z.string().optional(),
  }),
  /** `offer`: which one is meant; an answer to an offer that is over changes nothing. */
  /** The generated brief with its six headings, as it was when command was offered. Apart from the offer, so that a text in it can be erased. */
  'handoff.briefed': z.looseObject({
    offer: storedId,
    brief: z.array(z.looseObject({ heading: z.string(), lines: z.array(z.string()) })),
  }),
  'handoff.accepted': storedTransition.extend({
    person: storedId,
    offer: storedId.optional(),
    readBack: z.string().optional(),
    spoken: z.string().optional(),
  }),
  /** `person` holds command from now on. `unconfirmed`: the old holder never said so. */
  'handoff.confirmed': storedTransition.extend({
    person: storedId,
    offer: storedId.optional(),
    unconfirmed: z.literal(true).optional(),
    spoken: z.string().optional(),
    settles: z.array(storedId).optional(),
  }),
  'handoff.declined': storedTransition.extend({ person: storedId, offer: storedId.optional() }),
  'handoff.expired': z.looseObject({ offer: storedId, dueAt: storedTime }),
  /** The commander took on work with their hands while somebody else was here. */
  'command.handsOn': z.looseObject({ person: storedId, entry: storedId.optional() }),

  'person.asked': marked,
  'person.looking': marked,
  'person.ruledOut': marked,
  'person.excused': marked,
  'person.engaged': marked,
  'person.rested': marked,
  'person.observing': marked,
  'person.awakeSince': z.looseObject({ person: storedId, since: storedTime }),
  'relief.planned': z.looseObject({ person: storedId, from: storedTime }),
  'relief.noneAvailable': z.looseObject({ reason: z.string().optional() }),
} as const;
