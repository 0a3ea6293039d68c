/** `/t`: tasks with a timebox, from the offer to the answer. */
import { ok, type Result } from '../../result.ts';
import { overrideDetail, readCircumstances, readNoWords } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, longestText, requiredText, restOf, wordAt } from './cursor.ts';
import { minutesWords, readMinutes, readMoreMinutes } from './minutes.ts';
import { nameOf, readMention, requiredPerson } from './names.ts';
import type { LineContext, LineFault, LineThing } from './parsed-line.ts';
import { type CommandInput, type CommandReading, type LineCommand, type Named, readLaterTime } from './reading.ts';
import { readThing, standsForThing, thingKinds, thingWords } from './things.ts';

type Reading = Result<CommandReading, LineFault>;

/** A task that was named, and the place behind its label. */
type ReadTaskForm = (task: LineThing, next: Cursor, input: CommandInput) => Reading;

interface OwnerAndBox {
  readonly to?: string;
  readonly minutes?: number;
  readonly next: Cursor;
}

/** An owner and a timebox, each once at most, in either order. */
export function readOwnerAndBox(cursor: Cursor, context: LineContext): Result<OwnerAndBox, LineFault> {
  let found: OwnerAndBox = { next: cursor };
  for (let part = 0; part < 2; part += 1) {
    const mention = found.to === undefined ? readMention(found.next, context) : ok(undefined);
    if (!mention.ok) return mention;
    if (mention.value !== undefined) {
      found = { ...found, to: mention.value.person, next: mention.value.next };
      continue;
    }
    const box = found.minutes === undefined ? readMinutes(found.next) : ok(undefined);
    if (!box.ok) return box;
    if (box.value === undefined) break;
    found = { ...found, minutes: box.value.minutes, next: box.value.next };
  }
  return ok(found);
}

/** For the chip: `owner Sam`, `5 min`. */
export function ownerAndBoxDetails({ to, minutes }: Pick<OwnerAndBox, 'to' | 'minutes'>, context: LineContext): readonly string[] {
  return [...(to === undefined ? [] : [`owner ${nameOf(to, context)}`]), ...(minutes === undefined ? [] : [minutesWords(minutes)])];
}

/** `w1` or `h2` in front: the workstream that the task belongs to, or the hypothesis that it tests. Only labels that are there are read so. */
function readPart(
  cursor: Cursor,
  { workstreams = [], hypotheses = [] }: LineContext,
): {
  readonly of: { readonly workstream?: string; readonly hypothesis?: string };
  readonly details: readonly string[];
  readonly next: Cursor;
} {
  const word = wordAt(cursor);
  const named = (things: readonly LineThing[]) => things.find(({ label }) => label === word.toLowerCase());
  const workstream = named(workstreams);
  if (workstream !== undefined)
    return { of: { workstream: workstream.id }, details: [thingWords(workstream)], next: afterWord(cursor, word) };
  const hypothesis = named(hypotheses);
  if (hypothesis !== undefined)
    return { of: { hypothesis: hypothesis.id }, details: [thingWords(hypothesis)], next: afterWord(cursor, word) };
  return { of: {}, details: [], next: cursor };
}

function readNew(input: CommandInput): Reading {
  const part = readPart(input.cursor, input.context);
  const given = readOwnerAndBox(part.next, input.context);
  if (!given.ok) return given;
  const { next, ...owned } = given.value;
  const fields = { ...part.of, ...owned };
  const later = readLaterTime(next, input, 'moment');
  if (!later.ok) return later;
  const { time } = later.value;
  const text = requiredText(later.value.next, 'what is to be done', longestText);
  if (!text.ok) return text;
  return ok({
    draft: { type: 'task.add', text: text.value, ...fields, ...(time === undefined ? {} : { at: time.occurredAt }) },
    ...(time === undefined ? {} : { time }),
    details: [...part.details, ...ownerAndBoxDetails(fields, input.context)],
  });
}

const readAck: ReadTaskForm = (task, next, input) => {
  const box = readMinutes(next);
  if (!box.ok) return box;
  const rest = readNoWords(box.value?.next ?? next, input, 'the end of the line; a new task may begin with its minutes: /t 5m ack …');
  if (!rest.ok) return rest;
  const minutes = box.value?.minutes;
  return ok({
    draft: { type: 'task.ack', task: task.id, ...(minutes === undefined ? {} : { minutes }), ...rest.value },
    label: 'task acknowledged',
    details: [thingWords(task), ...(minutes === undefined ? [] : [minutesWords(minutes)]), ...overrideDetail(rest.value)],
  });
};

const readStart: ReadTaskForm = (task, next, input) => {
  const rest = readNoWords(next, input, 'the end of the line; a new task may begin with its minutes: /t 5m start …');
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'task.start', task: task.id, ...rest.value },
    label: 'task started',
    details: [thingWords(task), ...overrideDetail(rest.value)],
  });
};

const readDone: ReadTaskForm = (task, next, input) => {
  const rest = readCircumstances(next, input, 'the result');
  if (!rest.ok) return rest;
  const { reason: result, ...others } = rest.value;
  return ok({
    draft: { type: 'task.finish', task: task.id, ...(result === undefined ? {} : { result }), ...others },
    label: 'task done',
    details: [thingWords(task), ...overrideDetail(others)],
  });
};

const readHandingOn: ReadTaskForm = (task, next, input) => {
  const person = requiredPerson(next, input.context);
  if (!person.ok) return person;
  const box = readMinutes(person.value.next);
  if (!box.ok) return box;
  const rest = readCircumstances(box.value?.next ?? person.value.next, input);
  if (!rest.ok) return rest;
  const given = { to: person.value.person, ...(box.value === undefined ? {} : { minutes: box.value.minutes }) };
  return ok({
    draft: { type: 'task.handOn', task: task.id, ...given, ...rest.value },
    label: 'task handed on',
    details: [thingWords(task), ...ownerAndBoxDetails(given, input.context), ...overrideDetail(rest.value)],
  });
};

function plain(type: 'task.stick' | 'task.drop' | 'task.reopen', label: string): ReadTaskForm {
  return (task, next, input) => {
    const rest = readCircumstances(next, input);
    if (!rest.ok) return rest;
    return ok({ draft: { type, task: task.id, ...rest.value }, label, details: [thingWords(task), ...overrideDetail(rest.value)] });
  };
}

function readMore(input: CommandInput): Reading {
  const more = readMoreMinutes(input.cursor);
  if (!more.ok) return more;
  const { minutes } = more.value;
  const named = readThing(more.value.next, thingKinds.task, input.context);
  if (!named.ok) return named;
  const rest = readCircumstances(named.value.next, input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'task.extend', task: named.value.thing.id, minutes, ...rest.value },
    label: `${minutesWords(minutes)} more`,
    details: [thingWords(named.value.thing), ...overrideDetail(rest.value)],
  });
}

const readers: Readonly<Record<string, ReadTaskForm>> = {
  ack: readAck,
  start: readStart,
  done: readDone,
  stuck: plain('task.stick', 'task stuck'),
  on: readHandingOn,
  drop: plain('task.drop', 'task dropped'),
  again: plain('task.reopen', 'task taken up again'),
};
/** Orders begin with these words too (`/t start the fan`): they are about a task only where one is named, or nothing is. */
const orders: ReadonlySet<string> = new Set(['ack', 'start', 'drop']);

function readTask(input: CommandInput): Reading {
  const { cursor, context } = input;
  const word = wordAt(cursor);
  if (/^\+\d/.test(word)) return readMore(input);
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined;
  if (read === undefined) return readNew(input);
  const next = afterWord(cursor, word);
  if (orders.has(word) && restOf(next) !== '' && !standsForThing(next, thingKinds.task, context)) return readNew(input);
  const named = readThing(next, thingKinds.task, context);
  if (!named.ok) return faultAt(next, named.error.message, named.error.expected);
  return read(named.value.thing, named.value.next, input);
}

const going: Named = { of: 'tasks', states: ['proposed', 'offered', 'acked', 'running', 'expired', 'stuck'] };

/** In the order in which F1 lists them. */
export const taskCommands: readonly LineCommand[] = [
  {
    name: 't',
    usage: '/t [w1] [@sam] [5m] text',
    says: 'a task, who does it, and when to come back to it',
    label: 'task',
    sends: ['task.add', 'task.ack', 'task.start', 'task.finish', 'task.extend', 'task.stick', 'task.handOn', 'task.drop', 'task.reopen'],
    takesTime: 'moment',
    forms: [
      { word: 'done', usage: '/t done 4 [result]', says: 'the task is done', names: going },
      { word: '+5', usage: '/t +5 4 [why]', says: 'five minutes more; the second time with the reason', names: going },
      { word: 'stuck', usage: '/t stuck 4 [why]', says: 'it does not go on', names: going },
      { word: 'on', usage: '/t on 4 @ada [5m]', says: 'hands it to somebody else', names: going },
      { word: 'ack', usage: '/t ack 4 [5m]', says: 'it was heard', names: { of: 'tasks', states: ['offered'] } },
      { word: 'start', usage: '/t start 4', says: 'work on it has begun', names: { of: 'tasks', states: ['offered', 'acked'] } },
      { word: 'drop', usage: '/t drop 4 [why]', says: 'nobody does it any more', names: going },
      { word: 'again', usage: '/t again 4 why', says: 'takes up one that was over', names: { of: 'tasks', states: ['done', 'dropped'] } },
    ],
    read: readTask,
  },
];
