/** `/lever`: taking one in hand, applying it, and what becomes of it. */
import { ok, type Result } from '../../result.ts';
import { overrideDetail, readCircumstances } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, longestLine, moved, restOf, skipBlanks, wordAt } from './cursor.ts';
import { readLever } from './lever-names.ts';
import { minutesWords, readMinutes } from './minutes.ts';
import { nameOf, readMention } from './names.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, LineForm, OpeningReading } from './reading.ts';

type Reading = Result<CommandReading, LineFault>;

function readTaking(input: CommandInput): Reading {
  const found = readLever(input.cursor, input.context, 'any');
  if (!found.ok) return found;
  const { named, words, next } = found.value;
  const box = readMinutes(next);
  if (!box.ok) return box;
  const rest = readCircumstances(box.value?.next ?? next, input);
  if (!rest.ok) return rest;
  const minutes = box.value?.minutes;
  return ok({
    draft: { type: 'lever.lease', ...named, ...(minutes === undefined ? {} : { minutes }), ...rest.value },
    label: 'take lever',
    details: [words, ...(minutes === undefined ? [] : [minutesWords(minutes)]), ...overrideDetail(rest.value)],
  });
}

/** What is known of a lever that is applied: where, the worst case, the way back, and who read the target back. */
interface Application {
  readonly target?: string;
  readonly worstCase?: string;
  readonly wayBack?: string;
  readonly checker?: string;
  readonly readBack?: string;
}

function readApplying(input: CommandInput): Reading {
  const found = readLever(input.cursor, input.context, 'any');
  if (!found.ok) return found;
  const { named, words, next } = found.value;
  const rest = readCircumstances(next, input, 'the target');
  if (!rest.ok) return rest;
  const { reason = '', ...others } = rest.value;
  const line = next.line.slice(0, next.at) + reason;
  const applied = readApplication({ line, at: next.at }, input.context);
  if (!applied.ok) return applied;
  return ok({
    draft: { type: 'lever.apply', ...named, ...applied.value, ...others },
    label: 'apply lever',
    details: [words, ...applicationDetails(applied.value, input.context), ...overrideDetail(others)],
  });
}

const partMark = /(?:^|\s)(?:(worst|back):|checked\s+(@[^:\n]{1,200}):)(?=\s|$)/gu;

/** The target, then `worst: …`, `back: …` and `checked @ada: target`, each once at most and in any order. */
function readApplication(cursor: Cursor, context: LineContext): Result<Application, LineFault> {
  const rest = restOf(cursor);
  const marks = [...rest.matchAll(partMark)];
  const target = oneLine(cursor, rest.slice(0, marks[0]?.index ?? rest.length), 'the target');
  if (!target.ok) return target;
  let found: Application = target.value === undefined ? {} : { target: target.value };
  for (const [index, mark] of marks.entries()) {
    const at = moved(cursor, mark.index);
    const start = mark.index + mark[0].length;
    const read = readPart(mark, skipBlanks(at), rest.slice(start, marks[index + 1]?.index ?? rest.length), context);
    if (!read.ok) return read;
    const twice = Object.keys(read.value).some((field) => field in found);
    if (twice) return faultAt(skipBlanks(at), `${mark[0].trim()} stands there twice`, 'each of worst:, back: and checked @who: once');
    found = { ...found, ...read.value };
  }
  return ok(found);
}

function readPart(mark: RegExpMatchArray, at: Cursor, words: string, context: LineContext): Result<Application, LineFault> {
  const what = mark[1] === undefined ? 'the target as it was read back' : mark[1] === 'worst' ? 'the worst case' : 'the way back';
  const text = oneLine(at, words, what);
  if (!text.ok) return text;
  if (text.value === undefined) return faultAt(at, `${what} is missing`, what);
  if (mark[1] !== undefined) return ok(mark[1] === 'worst' ? { worstCase: text.value } : { wayBack: text.value });
  const start = skipBlanks(moved(at, 'checked'.length));
  const mention = readMention({ line: start.line.slice(0, start.at + (mark[2] ?? '').length), at: start.at }, context);
  if (!mention.ok) return mention;
  if (mention.value === undefined || restOf(mention.value.next) !== '')
    return faultAt(start, 'who checked it?', 'one person, such as @ada:');
  return ok({ checker: mention.value.person, readBack: text.value });
}

function oneLine(cursor: Cursor, words: string, what: string): Result<string | undefined, LineFault> {
  const text = words.trim();
  if (text.length > longestLine) {
    return faultAt(cursor, `${what} is ${text.length} characters long; at most ${longestLine} fit`, what);
  }
  return ok(text === '' ? undefined : text);
}

function applicationDetails({ target, worstCase, wayBack, checker, readBack }: Application, context: LineContext): readonly string[] {
  return [
    ...(target === undefined ? [] : [`target ${target}`]),
    ...(worstCase === undefined ? [] : [`worst case: ${worstCase}`]),
    ...(wayBack === undefined ? [] : [`way back: ${wayBack}`]),
    ...(checker === undefined ? [] : [`${nameOf(checker, context)} read back ${readBack}`]),
  ];
}

function plain(type: 'lever.revert' | 'lever.release', label: string): (input: CommandInput) => Reading {
  return (input) => {
    const found = readLever(input.cursor, input.context, 'known');
    if (!found.ok) return found;
    const rest = readCircumstances(found.value.next, input);
    if (!rest.ok) return rest;
    return ok({
      draft: { type, lever: found.value.named.lever, ...rest.value },
      label,
      details: [found.value.words, ...overrideDetail(rest.value)],
    });
  };
}

function readKeeping(input: CommandInput): Reading {
  const found = readLever(input.cursor, input.context, 'known');
  if (!found.ok) return found;
  const mention = readMention(found.value.next, input.context);
  if (!mention.ok) return mention;
  const owner = mention.value?.person;
  const rest = readCircumstances(mention.value?.next ?? found.value.next, input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'lever.keep', lever: found.value.named.lever, ...(owner === undefined ? {} : { owner }), ...rest.value },
    label: 'keep lever',
    details: [found.value.words, ...(owner === undefined ? [] : [`owner ${nameOf(owner, input.context)}`]), ...overrideDetail(rest.value)],
  });
}

const readers: Readonly<Record<string, (input: CommandInput) => Reading>> = {
  take: readTaking,
  on: readApplying,
  off: plain('lever.revert', 'revert lever'),
  keep: readKeeping,
  free: plain('lever.release', 'free lever'),
};

const forms: readonly LineForm[] = [
  { word: 'take', usage: '/lever take drain [15m]', says: 'takes it in hand, so that nobody else does', names: { of: 'levers' } },
  {
    word: 'on',
    usage: '/lever on drain [target] [worst: … back: …] [checked @ada: target]',
    says: 'applies it; a second person reads the target back',
    names: { of: 'levers' },
  },
  { word: 'off', usage: '/lever off drain [why]', says: 'takes it back', names: { of: 'levers', states: ['applied', 'kept'] } },
  {
    word: 'keep',
    usage: '/lever keep drain [@owner] [why]',
    says: 'leaves it applied, and who looks after it',
    names: { of: 'levers', states: ['applied'] },
  },
  { word: 'free', usage: '/lever free drain', says: 'lays it down unused', names: { of: 'levers', states: ['leased'] } },
];

function readLeverLine(input: CommandInput): Result<CommandReading | OpeningReading, LineFault> {
  const word = wordAt(input.cursor);
  if (word === '') return ok({ opening: { kind: 'open', screen: 'levers' } });
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined;
  if (read !== undefined) return read({ ...input, cursor: afterWord(input.cursor, word) });
  return faultAt(input.cursor, `${word} is nothing that a lever does`, 'take, on, off, keep or free, then the lever');
}

/** In the order in which F1 lists them. */
export const leverCommands: readonly LineCommand[] = [
  {
    name: 'lever',
    usage: '/lever',
    says: 'shows the levers: what each does, how far it reaches, how to undo it',
    label: 'levers',
    sends: ['lever.apply', 'lever.lease', 'lever.revert', 'lever.keep', 'lever.release'],
    takesTime: 'moment',
    forms,
    read: readLeverLine,
  },
];
