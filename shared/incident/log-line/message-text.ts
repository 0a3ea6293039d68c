/** A message as a line has it: whom it is for, what it says, and when the next one comes. */
import { ok, type Result } from '../../result.ts';
import type { Audience } from '../../vocabulary/words.ts';
import { nextSentence } from '../updates/next-time.ts';
import { describeMoment } from './chip-time.ts';
import { longestText, moved, requiredText, restOf, skipBlanks } from './cursor.ts';
import { readAudiences } from './names.ts';
import type { LineContext, LineFault, StatedTime } from './parsed-line.ts';
import { type CommandInput, readLaterTime, readTextWithOverride } from './reading.ts';
import { readTimeAhead } from './stated-time.ts';

export interface LineMessage {
  readonly audiences: readonly Audience[];
  readonly text: string;
  /** What the next message was promised for, ms since epoch, UTC. */
  readonly nextAt?: number;
  readonly final?: true;
  /** When it went out, where the line says so. */
  readonly time?: StatedTime;
  readonly override?: { readonly reason: string };
}

/** `staff final text`, `customers,staff text next 01:50`. Whether one of the two must be there is asked of the charts, not here. */
export function readMessage(input: CommandInput, takes: 'moment' | 'none'): Result<LineMessage, LineFault> {
  const to = readAudiences(input.cursor);
  if (!to.ok) return to;
  const { audiences } = to.value;
  const later = takes === 'none' ? ok({ time: undefined, next: to.value.next }) : readLaterTime(to.value.next, input, takes);
  if (!later.ok) return later;
  const { time } = later.value;

  const mark = /^final(?=\s|$)/.exec(restOf(later.value.next));
  const start = mark === null ? later.value.next : skipBlanks(moved(later.value.next, mark[0].length));
  const body = readTextWithOverride(start, 'the message');
  if (!body.ok) return body;
  const { text = '', override } = body.value;
  // An update is due from its own time, so its promise is counted from there too.
  const promise = mark === null ? readPromise(text, time?.occurredAt ?? input.context.now, input.context) : undefined;
  const message = requiredText({ line: start.line.slice(0, start.at) + (promise?.text ?? text), at: start.at }, 'the message', longestText);
  if (!message.ok) return message;
  return ok({
    audiences,
    text: message.value,
    ...(promise === undefined ? {} : { nextAt: promise.nextAt }),
    ...(mark === null ? {} : { final: true as const }),
    ...(time === undefined ? {} : { time }),
    ...(override === undefined ? {} : { override }),
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

/** The message as it goes out: whoever reads it is told when the next one comes. */
export function outgoing({ audiences, text, nextAt, final }: LineMessage, { zone, now }: LineContext) {
  return {
    audiences: [...audiences],
    text: nextAt === undefined ? text : `${text}\n${nextSentence({ zone }, nextAt, now)}`,
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(final === undefined ? {} : { final }),
  };
}

/** Whose word a message of this person to these audiences waits for, for the chip. */
export function waitsFor(audiences: readonly string[], { context, by }: CommandInput): readonly string[] {
  const { approval } = context;
  // Of a message by another, this line does not know: the charts do.
  if (approval === undefined || by !== undefined) return [];
  return approval.audiences.some((audience) => audiences.includes(audience)) ? [`waits for ${approval.commander}`] : [];
}

/** When the next message comes, for the chip. */
export function nextDetail(nextAt: number | undefined, context: LineContext): readonly string[] {
  if (nextAt === undefined) return [];
  return [`next ${describeMoment(nextAt, context)}${nextAt <= context.now ? ', which is over' : ''}`];
}
