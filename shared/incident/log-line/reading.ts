/** What a slash command is given to read, and what it makes of it. */
import { err, ok, type Result } from '../../result.ts';
import type { CommandDraft, CommandType } from '../commands.ts';
import { type Cursor, faultAt, longestLine, longestText, moved, optionalText, requiredText, restOf } from './cursor.ts';
import type { LineContext, LineFault, Opening, StatedTime } from './parsed-line.ts';
import { readStatedTime } from './stated-time.ts';

/** Which times a command can carry: none, one known minute, one that may be rough, or any, `between` too. */
type TakesTime = 'none' | 'moment' | 'estimate' | 'period';

/** A command line after its name. */
export interface CommandInput {
  /** As it was typed: `res`. */
  readonly name: string;
  readonly cursor: Cursor;
  /** From before the command's name or right behind it. */
  readonly time: StatedTime | undefined;
  /** Who said or did it, where the line says so and it is not the person who types. */
  readonly by: string | undefined;
  readonly context: LineContext;
}

/** What a command line means. The `by` and the star of its prefixes are added by the caller. */
export interface CommandReading {
  readonly draft: CommandDraft;
  /** The chip's label, where the row's own says too little. */
  readonly label?: string;
  readonly details?: readonly string[];
  /** The stated time, where it stands deeper in the line. */
  readonly time?: StatedTime;
  /** What comes up once it is written. */
  readonly opens?: Opening;
}

/** What a line means that sends nothing and brings something up. */
export interface OpeningReading {
  readonly opening: Opening;
  readonly label?: string;
  readonly time?: StatedTime;
}

/** Things that completion offers where a line wants their name: those in these states, or all. */
export interface Named {
  readonly of:
    | 'tasks'
    | 'hypotheses'
    | 'decisions'
    | 'questions'
    | 'workstreams'
    | 'levers'
    | 'incidents'
    | 'types'
    | 'checklists'
    | 'items'
    | 'roles'
    | 'labels'
    | 'drafts'
    | 'deliveries';
  readonly states?: readonly string[];
  /** Every word behind the command is one, not the first alone. */
  readonly each?: true;
}

/** One of several things that a command does, by the word behind its name: `done` in `/t done 4`. */
export interface LineForm {
  readonly word: string;
  readonly usage: string;
  readonly says: string;
  /** What stands behind the word. */
  readonly names?: Named;
}

/** One slash command: for F1, the palette, completion, and the parser. */
export interface LineCommand {
  /** Without the slash. */
  readonly name: string;
  /** How it is typed, such as `/sev 2 reason`. */
  readonly usage: string;
  /** What it does, in a few words. */
  readonly says: string;
  /** The chip's label. */
  readonly label: string;
  /** The commands that it may send, the usual one first; none where it only brings something up. */
  readonly sends: readonly CommandType[];
  readonly takesTime: TakesTime;
  /** What stands right behind its name. */
  readonly names?: Named;
  readonly forms?: readonly LineForm[];
  readonly read: (input: CommandInput) => Result<CommandReading | OpeningReading, LineFault>;
}

/** Whether a command that takes such times can carry this one; the fault says what it can carry. */
export function fittingTime(cursor: Cursor, name: string, takes: TakesTime, time: StatedTime): Result<StatedTime, LineFault> {
  const rough = time.precision !== 'minute' && time.precision !== 'exact';
  if (takes === 'none') return faultAt(cursor, `/${name} carries no time of its own`, 'the line without its time');
  if (takes !== 'period' && time.endAt !== undefined)
    return faultAt(cursor, `/${name} takes one time, not two`, 'one time, such as @02:14');
  if (takes === 'moment' && rough) return faultAt(cursor, `/${name} takes a time to the minute`, 'a time, such as @02:14 or @-7m');
  return ok(time);
}

/** Reads a time at the cursor where the line has not stated one yet. */
export function readLaterTime(
  cursor: Cursor,
  input: CommandInput,
  takes: TakesTime,
): Result<{ readonly time: StatedTime | undefined; readonly next: Cursor }, LineFault> {
  if (input.time !== undefined) return ok({ time: input.time, next: cursor });
  const read = readStatedTime(cursor, input.context, '@');
  if (!read.ok) return read;
  if (read.value === undefined) return ok({ time: undefined, next: cursor });
  const fits = fittingTime(cursor, input.name, takes, read.value.time);
  return fits.ok ? ok(read.value) : fits;
}

/** The rest of a line, and the reason for which the unmet requirements are to be passed over. */
interface TextWithOverride {
  readonly text: string | undefined;
  readonly override: { readonly reason: string } | undefined;
}

/** Reads the rest of a transition: free words, then perhaps `override: why`. */
export function readTextWithOverride(cursor: Cursor, what: string): Result<TextWithOverride, LineFault> {
  const rest = restOf(cursor);
  const mark = /(?:^|\s)override:(?=\s|$)/.exec(rest);
  if (mark === null) {
    const text = optionalText(cursor, what);
    return text.ok ? ok({ text: text.value, override: undefined }) : text;
  }
  const text = rest.slice(0, mark.index).trim();
  if (text.length > longestText) return faultAt(cursor, `${what} is ${text.length} characters long; at most ${longestText} fit`, what);
  const reason = requiredText(moved(cursor, mark.index + mark[0].length), 'the reason for the override', longestLine);
  return reason.ok ? ok({ text: text === '' ? undefined : text, override: { reason: reason.value } }) : err(reason.error);
}
