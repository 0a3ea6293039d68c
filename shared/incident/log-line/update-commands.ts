/** Slash commands for status updates: one that was sent, with its promise, and a snoozed clock. */
import { ok, type Result } from '../../result.ts';
import { describeMoment } from './chip-time.ts';
import { faultAt, longestText, moved, requiredText, restOf, skipBlanks } from './cursor.ts';
import { readAudiences } from './names.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import { type CommandInput, type CommandReading, type LineCommand, readLaterTime, readTextWithOverride } from './reading.ts';
import { readTimeAhead } from './stated-time.ts';

type Reading = Result<CommandReading, LineFault>;

/** `/u staff final text`, `/u customers,staff text next 01:50`. Whether one of the two must be there is asked of the charts, not here. */
function readUpdate(input: CommandInput): Reading {
  const to = readAudiences(input.cursor);
  if (!to.ok) return to;
  const { audiences } = to.value;
  const later = readLaterTime(to.value.next, input, 'moment');
  if (!later.ok) return later;
  const { time } = later.value;
  const sentAt = time?.occurredAt;

  const mark = /^final(?=\s|$)/.exec(restOf(later.value.next));
  const start = mark === null ? later.value.next : skipBlanks(moved(later.value.next, mark[0].length));
  const body = readTextWithOverride(start, 'the message');
  if (!body.ok) return body;
  const { text = '', override } = body.value;
  // An update is due from its own time, so its promise is counted from there too.
  const promise = mark === null ? readPromise(text, sentAt ?? input.context.now, input.context) : undefined;
  const message = requiredText({ line: start.line.slice(0, start.at) + (promise?.text ?? text), at: start.at }, 'the message', longestText);
  if (!message.ok) return message;
  return ok({
    draft: {
      type: 'update.send',
      audiences: [...audiences],
      text: message.value,
      ...(promise === undefined ? {} : { nextAt: promise.nextAt }),
      ...(mark === null ? {} : { final: true as const }),
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(override === undefined ? {} : { override }),
    },
    label: `${mark === null ? 'update' : 'final update'} to ${audiences.join(', ')}`,
    ...(time === undefined ? {} : { time }),
    details: [
      ...(promise === undefined ? [] : [`next ${describeMoment(promise.nextAt, input.context)}`]),
      ...(override === undefined ? [] : ['override']),
    ],
  });
}

/** Takes `next 01:50` off the end of a message. The last `next` counts, and only if nothing but a time to come follows it. */
function readPromise(text: string, base: number, context: LineContext): { readonly text: string; readonly nextAt: number } | undefined {
  const mark = [...text.matchAll(/(?:^|\s)next\s+/gi)].at(-1);
  if (mark === undefined) return undefined;
  const line = text.replace(/[.!]$/, '');
  const read = readTimeAhead({ line, at: mark.index + mark[0].length }, base, context);
  if (read === undefined || restOf(read.next) !== '') return undefined;
  return { text: text.slice(0, mark.index).trim(), nextAt: read.moment };
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
    says: 'an update that was sent, and when the next one is promised',
    label: 'update',
    sends: ['update.send'],
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
