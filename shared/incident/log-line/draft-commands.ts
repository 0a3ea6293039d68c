/** Slash commands for messages before and after they go out: drafts, the commander's word, sending, and what became of a delivery. */
import { ok, type Result } from '../../result.ts';
import { overrideDetail, readCircumstances, readNoWords } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, restOf, wordAt } from './cursor.ts';
import { carrying, channelCalled, channelsTo, overChannels, readChannels } from './line-channels.ts';
import { nextDetail, outgoing, readMessage, waitsFor } from './message-text.ts';
import type { LineContext, LineDraft, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, Named } from './reading.ts';
import { readThing, thingKinds, thingWords } from './things.ts';

type Reading = Result<CommandReading, LineFault>;

const waiting: readonly string[] = ['drafted', 'approved'];

function readDraft(input: CommandInput): Reading {
  const message = readMessage(input, 'none');
  if (!message.ok) return message;
  const { audiences, nextAt, final, override } = message.value;
  if (override !== undefined) return faultAt(input.cursor, 'a draft needs no override: nothing is sent yet', 'the line without it');
  return ok({
    draft: { type: 'update.draft', ...outgoing(message.value, input.context) },
    label: `${final ? 'final draft' : 'draft'} to ${audiences.join(', ')}`,
    details: [...waitsFor(audiences, input), ...nextDetail(nextAt, input.context)],
  });
}

/** The draft that a line names; alone, the only one of those that are open. */
function readOpenDraft({ cursor, context }: CommandInput, states: readonly string[]) {
  const open = (context.drafts ?? []).filter(({ state }) => states.includes(state));
  const [only, ...others] = open;
  if (restOf(cursor) === '' && only !== undefined && others.length === 0) return ok({ draft: only, next: cursor });
  const named = readThing(cursor, thingKinds.draft, context);
  if (!named.ok) return named;
  const draft = context.drafts?.find(({ id }) => id === named.value.thing.id);
  return draft === undefined ? faultAt(cursor, 'the draft is missing', 'a draft') : ok({ draft, next: named.value.next });
}

function readOk(input: CommandInput): Reading {
  const found = readOpenDraft(input, ['drafted']);
  if (!found.ok) return found;
  const { draft, next } = found.value;
  const rest = readCircumstances(next, input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'update.approve', draft: draft.id, ...rest.value },
    label: 'approved',
    details: [thingWords(draft), ...overrideDetail(rest.value)],
  });
}

function readDiscard(input: CommandInput): Reading {
  const found = readOpenDraft(input, []);
  if (!found.ok) return found;
  const { draft, next } = found.value;
  const rest = readCircumstances(next, input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'update.discard', draft: draft.id, ...rest.value },
    label: 'discard',
    details: [thingWords(draft), ...overrideDetail(rest.value)],
  });
}

/** Over the channels that are named, else over those that reach its audiences; where there is none, it is written down as sent. */
function readSend(input: CommandInput): Reading {
  const found = readOpenDraft(input, waiting);
  if (!found.ok) return found;
  const { draft, next } = found.value;
  const by = readChannels(next, input.context);
  if (!by.ok) return by;
  const rest = readNoWords(by.value?.next ?? next, input, 'by and channels, or the end of the line');
  if (!rest.ok) return rest;
  const channels = by.value?.channels ?? channelsTo(draft.audiences, input.context);
  const { override } = rest.value;
  return ok({
    draft: {
      type: 'update.send',
      ...messageOf(draft),
      draft: draft.id,
      ...(channels.length === 0 ? {} : { channels: channels.map(({ id }) => id) }),
      ...(override === undefined ? {} : { override }),
    },
    label: `send ${draft.label} to ${draft.audiences.join(', ')}`,
    details: [...wayOut(draft, input.context, channels), ...nextDetail(draft.nextAt, input.context), ...overrideDetail(rest.value)],
  });
}

function wayOut(draft: LineDraft, context: LineContext, channels: readonly { readonly name: string }[]): readonly string[] {
  if (channels.length === 0) return ['written down as sent: no channel'];
  const short = carrying(draft.audiences, context).length === 0 ? ['not everybody is reached'] : [];
  return [overChannels(channels), ...short];
}

function messageOf({ audiences, message, nextAt, final, template }: LineDraft) {
  return {
    audiences: [...audiences],
    text: message,
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(final ? { final: true as const } : {}),
    ...(template === undefined ? {} : { template }),
  };
}

const outcomes = { arrived: 'arrived', again: 'again', drop: 'dropped' } as const;
const outcomeWords = { arrived: 'it arrived', again: 'send again', drop: 'let go' } as const;

/** The oldest delivery over the channel that wants a word; a line has no name for the others. */
function readDelivery(input: CommandInput): Reading {
  const { cursor, context } = input;
  const { deliveries = [] } = context;
  const word = wordAt(cursor);
  const delivery = channelCalled(word, deliveries);
  if (delivery === undefined) {
    const message = word === '' ? 'the channel is missing' : `nothing over ${word} waits for a word`;
    const names = [...new Set(deliveries.map(({ id }) => id))];
    return faultAt(cursor, message, names.length === 0 ? 'a delivery: none waits for a word' : `one of ${names.join(', ')}`);
  }
  const next = afterWord(cursor, word);
  const said = wordAt(next);
  if (!isOutcome(said)) return faultAt(next, 'what became of it is missing', 'arrived, again or drop');
  return settling({ input, delivery, said, next: afterWord(next, said) });
}

const isOutcome = (word: string): word is keyof typeof outcomes => Object.hasOwn(outcomes, word);

interface Settling {
  readonly input: CommandInput;
  readonly delivery: NonNullable<LineContext['deliveries']>[number];
  readonly said: keyof typeof outcomes;
  readonly next: Cursor;
}

function settling({ input, delivery, said, next }: Settling): Reading {
  const rest = readCircumstances(next, input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'delivery.settle', update: delivery.update, channel: delivery.id, outcome: outcomes[said], ...rest.value },
    label: outcomeWords[said],
    details: [overChannels([delivery]), ...overrideDetail(rest.value)],
  });
}

const unsent: Named = { of: 'drafts', states: waiting };

/** In the order in which F1 lists them. */
export const draftCommands: readonly LineCommand[] = [
  {
    name: 'draft',
    usage: '/draft customers text next 01:50',
    says: 'a message that is not sent yet; it moves no clock',
    label: 'draft',
    sends: ['update.draft'],
    takesTime: 'none',
    read: readDraft,
  },
  {
    name: 'ok',
    usage: '/ok u1',
    says: "the commander's word for a draft",
    label: 'approved',
    sends: ['update.approve'],
    takesTime: 'moment',
    names: { of: 'drafts', states: ['drafted'] },
    read: readOk,
  },
  {
    name: 'send',
    usage: '/send u1 [by channel,channel]',
    says: 'sends a draft, over the channels that reach its audiences',
    label: 'send',
    sends: ['update.send'],
    takesTime: 'none',
    names: unsent,
    read: readSend,
  },
  {
    name: 'discard',
    usage: '/discard u1 why',
    says: 'a draft that will not be sent',
    label: 'discard',
    sends: ['update.discard'],
    takesTime: 'moment',
    names: unsent,
    read: readDiscard,
  },
  {
    name: 'delivery',
    usage: '/delivery channel arrived | again | drop [why]',
    says: 'what became of a message that is not known to have arrived',
    label: 'delivery',
    sends: ['delivery.settle'],
    takesTime: 'moment',
    names: { of: 'deliveries' },
    read: readDelivery,
  },
];
