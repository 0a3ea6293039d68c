/** Slash commands for status updates: one that was sent, with its promise, and a snoozed clock. */
import { ok, type Result } from '../../result.ts';
import { overrideDetail } from './circumstances.ts';
import { faultAt, longestText, requiredText } from './cursor.ts';
import { carrying, overChannels } from './line-channels.ts';
import { type LineMessage, nextDetail, outgoing, readMessage, waitsFor } from './message-text.ts';
import { readAudiences } from './names.ts';
import type { LineChannel, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';

type Reading = Result<CommandReading, LineFault>;

/**
 * `/u customers,staff text next 01:50`. Where channels reach all of them it goes out over these, or waits as a draft for the commander's
 * word; else, and where the line says when it went out, it is written down as sent.
 */
function readUpdate(input: CommandInput): Reading {
  const read = readMessage(input, 'moment');
  if (!read.ok) return read;
  const message = read.value;
  const channels = message.time === undefined ? carrying(message.audiences, input.context) : [];
  if (channels.length === 0) return ok(recorded(message, input));
  const waits = waitsFor(message.audiences, input);
  if (waits.length > 0 && message.override === undefined) return ok(drafted(message, input, waits));
  return ok(sent(message, input, channels));
}

const updateTo = ({ audiences, final }: LineMessage): string => `${final ? 'final update' : 'update'} to ${audiences.join(', ')}`;
const overridden = ({ override }: LineMessage) => (override === undefined ? {} : { override: { reason: override.reason } });

function recorded(message: LineMessage, { context }: CommandInput): CommandReading {
  const { audiences, text, nextAt, final, time } = message;
  return {
    draft: {
      type: 'update.send',
      audiences: [...audiences],
      text,
      ...(nextAt === undefined ? {} : { nextAt }),
      ...(final === undefined ? {} : { final }),
      ...(time === undefined ? {} : { sentAt: time.occurredAt }),
      ...overridden(message),
    },
    label: updateTo(message),
    ...(time === undefined ? {} : { time }),
    details: [...nextDetail(nextAt, context), ...overrideDetail(message)],
  };
}

function drafted(message: LineMessage, { context }: CommandInput, waits: readonly string[]): CommandReading {
  return {
    draft: { type: 'update.draft', ...outgoing(message, context) },
    label: `draft: ${updateTo(message)}`,
    details: [...waits, ...nextDetail(message.nextAt, context)],
  };
}

function sent(message: LineMessage, { context }: CommandInput, channels: readonly LineChannel[]): CommandReading {
  return {
    draft: {
      type: 'update.send',
      ...outgoing(message, context),
      channels: channels.map(({ id }) => id),
      ...overridden(message),
    },
    label: `send ${updateTo(message)}`,
    details: [overChannels(channels), ...nextDetail(message.nextAt, context), ...overrideDetail(message)],
  };
}

function readSnooze({ cursor }: CommandInput): Reading {
  const to = readAudiences(cursor);
  if (!to.ok) return to;
  const [audience, ...others] = to.value.audiences;
  if (audience === undefined || others.length > 0) return faultAt(cursor, 'one clock is snoozed at a time', 'one audience, such as staff');
  const reason = requiredText(to.value.next, 'the reason', longestText);
  if (!reason.ok) return reason;
  return ok({ draft: { type: 'cadence.snooze', audience, reason: reason.value }, label: `snooze ${audience}` });
}

/** In the order in which F1 lists them. */
export const updateCommands: readonly LineCommand[] = [
  {
    name: 'u',
    usage: '/u customers,staff text next 01:50 | /u staff final text',
    says: 'an update, and when the next one is promised: sent where channels reach them, else written down as sent',
    label: 'update',
    sends: ['update.send', 'update.draft'],
    takesTime: 'moment',
    read: readUpdate,
  },
  {
    name: 'snooze',
    usage: '/snooze staff why',
    says: 'moves the target of one audience, once',
    label: 'snooze',
    sends: ['cadence.snooze'],
    takesTime: 'none',
    read: readSnooze,
  },
];
