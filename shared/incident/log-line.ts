/**
 * The composer's grammar: one typed line becomes one command.
 *
 * Plain text is a note, and nothing that a person may type in plain English is anything else. A line may begin with prefixes, each once and in any
 * order: `@time`, `!` (starred), `? ` (question) and `kim: ` (said or done by Kim). Commands begin with `/` and are rows of `lineCommands`.
 */
import { ok, type Result } from '../result.ts';
import type { CommandDraft } from './commands.ts';
import { type Cursor, faultAt, longestText, moved, requiredText, restOf, skipBlanks } from './log-line/cursor.ts';
import { lineCommandNamed } from './log-line/line-commands.ts';
import { nameOf, readSpeaker } from './log-line/names.ts';
import type { Chip, LineContext, LineFault, ParsedLine, StatedTime } from './log-line/parsed-line.ts';
import { type CommandReading, fittingTime, type LineCommand, type OpeningReading } from './log-line/reading.ts';
import { readStatedTime } from './log-line/stated-time.ts';

/** What stood before the text or the command. */
interface Prefixes {
  readonly time?: StatedTime;
  readonly starred?: true;
  readonly question?: true;
  /** The id of who said or did it, when that is not the person who types. */
  readonly by?: string;
  /** Where the time and the star stood, for faults. */
  readonly timeAt?: Cursor;
  readonly starAt?: Cursor;
  readonly next: Cursor;
}

/** What a time needs in front: an `@`, or nothing in notes from paper. */
type Sigil = '@' | '';

/** Reads one line. Never throws; a line that cannot be carried out is a fault that says where and why. */
export function parseLine(line: string, context: LineContext): ParsedLine {
  return parseWith(line, context, '@');
}

/**
 * Reads pasted text, each line that is not empty by the same grammar. In a paste of two lines or more, lines that begin with a time of day
 * (`02:14 db failed over`) are timed notes, as paper notes are written; under a first line `/changed` all notes are recent changes.
 */
export function parsePaste(text: string, context: LineContext): readonly ParsedLine[] {
  const lines = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
  const parsed = lines.map((line) => parseWith(line, context, lines.length > 1 ? '' : '@'));
  if (lines.length < 2 || lines[0]?.trim() !== '/changed') return parsed;
  return [{ kind: 'heading', chip: { label: 'recent changes' } }, ...parsed.slice(1).map(asChange)];
}

/** A note below `/changed`. A line that says itself what it is, a command or a question, stays that. */
function asChange(parsed: ParsedLine): ParsedLine {
  if (parsed.kind !== 'command' || parsed.draft.type !== 'entry.add') return parsed;
  if (parsed.draft.kind !== 'note' || parsed.draft.tags !== undefined) return parsed;
  return { ...parsed, draft: { ...parsed.draft, tags: ['change'] }, chip: { ...parsed.chip, label: 'recent change' } };
}

/** A line as a note, letter for letter but for the blanks around it: `--plain`, and Backspace on the chip. */
export function plainLine(line: string): CommandDraft<'entry.add'> {
  return { type: 'entry.add', kind: 'note', text: line.trim() };
}

function parseWith(line: string, context: LineContext, sigil: Sigil): ParsedLine {
  const start = skipBlanks({ line: line.trimEnd(), at: 0 });
  if (restOf(start) === '') return { kind: 'empty' };
  const prefixes = readPrefixes(start, context, sigil);
  if (!prefixes.ok) return { kind: 'fault', chip: { label: 'note' }, ...prefixes.error };
  const rest = restOf(prefixes.value.next);
  if (rest === '/?') return { kind: 'help' };
  const command = prefixes.value.question === undefined ? commandAt(rest) : undefined;
  return command === undefined ? entryLine(prefixes.value, context) : commandLine(command, prefixes.value, context);
}

function readPrefixes(start: Cursor, context: LineContext, sigil: Sigil): Result<Prefixes, LineFault> {
  let found: Prefixes = { next: start };
  for (;;) {
    const read = readPrefix(found, context, sigil);
    if (!read.ok) return read;
    if (read.value === undefined) return ok(found);
    found = read.value;
  }
}

/** One more prefix, or undefined where the text begins. */
function readPrefix(found: Prefixes, context: LineContext, sigil: Sigil): Result<Prefixes | undefined, LineFault> {
  const { next } = found;
  if (found.time === undefined) {
    const read = readStatedTime(next, context, '@');
    if (!read.ok) return read;
    const time = read.value ?? paperTime(next, context, sigil);
    if (time !== undefined) return ok({ ...found, time: time.time, timeAt: next, next: time.next });
  }
  // `!important` is starred; `!!! help`, `!= 0` and `!@#$` are English, or near enough.
  const star = found.starred === undefined ? /^!(?:\s+|(?=[\p{L}\p{N}]))/u.exec(restOf(next)) : null;
  if (star !== null) return ok({ ...found, starred: true, starAt: next, next: moved(next, star[0].length) });
  const question = found.question === undefined ? /^\?\s+/.exec(restOf(next)) : null;
  if (question !== null) return ok({ ...found, question: true, next: moved(next, question[0].length) });
  const speaker = found.by === undefined ? readSpeaker(next, context) : undefined;
  return ok(speaker === undefined ? undefined : { ...found, by: speaker.person, next: speaker.next });
}

/** A time without `@` counts at the very beginning of a pasted line, and only with something behind it. */
function paperTime(cursor: Cursor, context: LineContext, sigil: Sigil) {
  if (sigil === '@' || restOf(cursor).length < cursor.line.trimStart().length) return undefined;
  const read = readStatedTime(cursor, context, '');
  return read.ok && read.value !== undefined && restOf(read.value.next) !== '' ? read.value : undefined;
}

function commandAt(rest: string): LineCommand | undefined {
  const name = /^\/(\S+)/.exec(rest)?.[1];
  return name === undefined ? undefined : lineCommandNamed(name);
}

function entryLine(prefixes: Prefixes, context: LineContext): ParsedLine {
  const kind = prefixes.question === undefined ? 'note' : 'question';
  const chip = chipOf(kind, prefixes, context, prefixes.time, []);
  const text = requiredText(prefixes.next, 'the text', longestText);
  if (!text.ok) return { kind: 'fault', chip, ...text.error };
  const draft: CommandDraft<'entry.add'> = { type: 'entry.add', kind, text: text.value, ...prefixes.time };
  return { kind: 'command', draft: withPrefixes(draft, prefixes, context), chip };
}

function commandLine(row: LineCommand, prefixes: Prefixes, context: LineContext): ParsedLine {
  const read = readCommand(row, prefixes, context);
  if (!read.ok) return { kind: 'fault', chip: chipOf(row.label, prefixes, context, prefixes.time, []), ...read.error };
  const { reading, chip } = read.value;
  if ('opening' in reading) return { ...reading.opening, chip };
  return { kind: 'command', draft: withPrefixes(reading.draft, prefixes, context), chip, ...(reading.opens && { opens: reading.opens }) };
}

interface ReadLine {
  readonly reading: CommandReading | OpeningReading;
  readonly chip: Chip;
}

function readCommand(row: LineCommand, prefixes: Prefixes, context: LineContext): Result<ReadLine, LineFault> {
  if (prefixes.starAt !== undefined && row.sends[0] !== 'entry.add') {
    return faultAt(prefixes.starAt, `only entries are starred, and /${row.name} is none`, 'the line without its !');
  }
  let cursor = skipBlanks(moved(prefixes.next, row.name.length + 1));
  let time = prefixes.time;
  let timeAt = prefixes.timeAt;
  if (time === undefined && row.takesTime !== 'none') {
    const later = readStatedTime(cursor, context, '@');
    if (!later.ok) return later;
    timeAt = cursor;
    time = later.value?.time;
    cursor = later.value?.next ?? cursor;
  }
  const fits = time === undefined ? ok(undefined) : fittingTime(timeAt ?? cursor, row.name, row.takesTime, time);
  if (!fits.ok) return fits;
  const read = row.read({ name: row.name, cursor, time, by: prefixes.by, context });
  if (!read.ok) return read;
  const { label = row.label } = read.value;
  const details = 'opening' in read.value ? [] : (read.value.details ?? []);
  return ok({ reading: read.value, chip: chipOf(label, prefixes, context, read.value.time ?? time, details) });
}

function withPrefixes<T extends CommandDraft>(draft: T, prefixes: Prefixes, context: LineContext): T {
  const spoken = prefixes.by === undefined || prefixes.by === context.self ? draft : { ...draft, by: prefixes.by };
  return prefixes.starred === undefined ? spoken : { ...spoken, starred: true };
}

function chipOf(label: string, prefixes: Prefixes, context: LineContext, time: StatedTime | undefined, more: readonly string[]): Chip {
  const details = [
    ...(prefixes.by === undefined ? [] : [`by ${nameOf(prefixes.by, context)}`]),
    ...(prefixes.starred === undefined ? [] : ['starred']),
    ...more,
  ];
  return { label, ...(time === undefined ? {} : { time }), ...(details.length === 0 ? {} : { details }) };
}
