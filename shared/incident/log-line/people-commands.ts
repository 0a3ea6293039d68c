/** The roll call and who is here: asked, looking, ruled out, excused, resting, back, watching; teams as well as people. */
import { ok, type Result } from '../../result.ts';
import type { Standing } from '../../vocabulary/words.ts';
import { describeMoment } from './chip-time.ts';
import { overrideDetail, readCircumstances } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, longestText, requiredText, restOf, wordAt } from './cursor.ts';
import { nameOf, readAnybody } from './names.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, OpeningReading } from './reading.ts';
import { readTimeAhead } from './stated-time.ts';

type Reading = Result<CommandReading, LineFault>;

interface ReadPeople {
  readonly people: readonly string[];
  readonly next: Cursor;
}

/** As many as one command marks. */
const mostPeople = 200;

/** Every `@name` at the cursor, of people and teams, each counted once. */
function readMentions(cursor: Cursor, context: LineContext): Result<ReadPeople, LineFault> {
  const people = new Set<string>();
  let next = cursor;
  for (;;) {
    const mention = readAnybody(next, context);
    if (!mention.ok) return mention;
    if (mention.value === undefined) return ok({ people: [...people], next });
    people.add(mention.value.person);
    next = mention.value.next;
    if (people.size > mostPeople) return faultAt(cursor, `more than ${mostPeople} at once`, `${mostPeople} names at most`);
  }
}

/** Whoever the line means: those it names; without a name the speaker, where the command is one that people say of themselves. */
function readMarked(cursor: Cursor, input: CommandInput, whose: 'named' | 'own'): Result<ReadPeople, LineFault> {
  const named = readMentions(cursor, input.context);
  if (!named.ok || named.value.people.length > 0) return named;
  if (whose === 'own') return ok({ people: [input.by ?? input.context.self], next: cursor });
  return faultAt(cursor, 'who is missing', 'a person or a team, such as @kim');
}

function marking(standing: Standing, found: ReadPeople, input: CommandInput, until?: number): Reading {
  const rest = readCircumstances(found.next, input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'person.mark', people: [...found.people], standing, ...(until === undefined ? {} : { until }), ...rest.value },
    details: [
      ...found.people.map((person) => nameOf(person, input.context)),
      ...(until === undefined ? [] : [`until ${describeMoment(until, input.context)}`]),
      ...overrideDetail(rest.value),
    ],
  });
}

/** Marks people by name; what follows is what they were asked, or why. */
function readNamed(standing: Standing): (input: CommandInput) => Reading {
  return (input) => {
    const found = readMarked(input.cursor, input, 'named');
    return found.ok ? marking(standing, found.value, input) : found;
  };
}

/** Marks people by name, or the speaker where nothing follows: `/here`. */
function readOwn(standing: Standing): (input: CommandInput) => Reading {
  return (input) => {
    const found = readMarked(input.cursor, input, restOf(input.cursor) === '' ? 'own' : 'named');
    return found.ok ? marking(standing, found.value, input) : found;
  };
}

function readExcusing(input: CommandInput): Reading {
  const { cursor, context } = input;
  const word = wordAt(cursor);
  if (word !== 'all') return readNamed('excused')(input);
  const ruledOut = [...context.people, ...(context.teams ?? [])].filter(({ standing }) => standing === 'ruledOut').map(({ id }) => id);
  if (ruledOut.length === 0) return faultAt(cursor, 'nobody is ruled out', 'whom to release by name, such as @kim');
  return marking('excused', { people: ruledOut.slice(0, mostPeople), next: afterWord(cursor, word) }, input);
}

function readResting(input: CommandInput): Reading {
  const { cursor, context } = input;
  const alone = restOf(cursor) === '' || readTimeAhead(cursor, context.now, context) !== undefined;
  const found = readMarked(cursor, input, alone ? 'own' : 'named');
  if (!found.ok) return found;
  const until = readTimeAhead(found.value.next, context.now, context);
  return marking('resting', { ...found.value, next: until?.next ?? found.value.next }, input, until?.moment);
}

/** A call for help is written down first; then whom to call comes up. */
function readHelp({ cursor, time }: CommandInput): Result<CommandReading | OpeningReading, LineFault> {
  if (restOf(cursor) === '') return ok({ opening: { kind: 'open', screen: 'help' } });
  const text = requiredText(cursor, 'what help is needed with', longestText);
  if (!text.ok) return text;
  return ok({
    draft: { type: 'entry.add', kind: 'note', text: text.value, tags: ['help'], ...time },
    opens: { kind: 'open', screen: 'help', text: text.value },
  });
}

function row(name: string, usage: string, label: string, says: string, read: LineCommand['read']): LineCommand {
  return { name, usage, says, label, sends: ['person.mark'], takesTime: 'moment', read };
}

/** In the order in which F1 lists them. */
export const peopleCommands: readonly LineCommand[] = [
  {
    name: 'help',
    usage: '/help [text]',
    says: 'I need help with …; and whom to call',
    label: 'help wanted',
    sends: ['entry.add'],
    takesTime: 'moment',
    read: readHelp,
  },
  row('ask', '/ask @net [@db …] [what]', 'asked', 'asks people or teams: assume it is yours, rule yourself out', readNamed('asked')),
  row('looking', '/looking [@net]', 'looking', 'they look into it', readOwn('looking')),
  row('clear', '/clear @net [why]', 'ruled out', 'it is not theirs', readNamed('ruledOut')),
  row('x', '/x @net [@db …] | /x all', 'excused', 'releases people by name, or all who are ruled out', readExcusing),
  row('here', '/here [@sam]', 'here', 'somebody takes part', readOwn('engaged')),
  row('rest', '/rest [@sam] [06:00]', 'resting', 'somebody rests, and until when', readResting),
  row('watch', '/watch [@tim]', 'observing', 'somebody watches and learns', readOwn('observing')),
];
