/** `/ws`: parts of a large incident that are led on their own. */
import { ok, type Result } from '../../result.ts';
import { overrideDetail, readCircumstances } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, longestLine, longestText, requiredText, restOf, wordAt } from './cursor.ts';
import { isTimebox } from './minutes.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';
import { ownerAndBoxDetails, readOwnerAndBox } from './task-commands.ts';
import { readThing, shortened, standsForThing, thingKinds, thingWords } from './things.ts';

type Reading = Result<CommandReading, LineFault>;

function readWorkstream(input: CommandInput): Reading {
  const { cursor, context } = input;
  const word = wordAt(cursor);
  const next = afterWord(cursor, word);
  const about = (word === 'end' || word === 'set') && (restOf(next) === '' || standsForThing(next, thingKinds.workstream, context));
  if (!about) return readNewWorkstream(cursor, context);
  const named = readThing(next, thingKinds.workstream, context);
  if (!named.ok) return named;
  const { thing, next: rest } = named.value;
  return word === 'end'
    ? readEnding(thing.id, thingWords(thing), { ...input, cursor: rest })
    : readSetting(thing.id, thingWords(thing), rest, context);
}

function readEnding(workstream: string, words: string, input: CommandInput): Reading {
  const rest = readCircumstances(input.cursor, input, 'the outcome');
  if (!rest.ok) return rest;
  const { reason: outcome, ...others } = rest.value;
  return ok({
    draft: { type: 'workstream.close', workstream, ...(outcome === undefined ? {} : { outcome }), ...others },
    label: 'workstream ended',
    details: [words, ...overrideDetail(others)],
  });
}

/** A leader, a timebox and a goal behind a colon, as far as they stand there. */
interface Terms {
  readonly leader?: string;
  readonly minutes?: number;
  readonly goal?: string;
}

function readTerms(cursor: Cursor, context: LineContext): Result<Terms, LineFault> {
  const given = readOwnerAndBox(cursor, context);
  if (!given.ok) return given;
  const { next, to, minutes } = given.value;
  const box = { ...(to === undefined ? {} : { leader: to }), ...(minutes === undefined ? {} : { minutes }) };
  if (restOf(next) === '') return ok(box);
  const colon = /^:\s*/.exec(restOf(next));
  // A colon at the end of a leader's name or of the minutes was read with them.
  const open = /:\s*$/.test(next.line.slice(0, next.at));
  if (colon === null && !open) return faultAt(next, 'a goal stands behind a colon', '@leader, minutes, or : and the goal');
  const goal = requiredText({ line: next.line, at: next.at + (colon?.[0].length ?? 0) }, 'the goal', longestText);
  return goal.ok ? ok({ ...box, goal: goal.value }) : goal;
}

function termDetails({ leader, minutes, goal }: Terms, context: LineContext): readonly string[] {
  const box = { ...(leader === undefined ? {} : { to: leader }), ...(minutes === undefined ? {} : { minutes }) };
  const words = ownerAndBoxDetails(box, context).map((detail) => detail.replace(/^owner /, 'led by '));
  return [...words, ...(goal === undefined ? [] : [`goal: ${shortened(goal)}`])];
}

/** The name goes up to a person, a timebox or a colon. */
function readNewWorkstream(cursor: Cursor, context: LineContext): Reading {
  const rest = restOf(cursor);
  const words = [...rest.matchAll(/\S+/g)];
  const end = words.find(([word]) => word.startsWith('@') || word === ':' || isTimebox(word.replace(/[,:;]$/, '')));
  const colon = /:(?=\s|$)/.exec(rest);
  const stop = Math.min(end?.index ?? rest.length, colon?.index ?? rest.length);
  const name = requiredText({ line: cursor.line.slice(0, cursor.at + stop), at: cursor.at }, 'the name', longestLine);
  if (!name.ok) return name;
  const terms = readTerms({ line: cursor.line, at: cursor.at + stop }, context);
  if (!terms.ok) return terms;
  return ok({
    draft: { type: 'workstream.open', name: name.value, ...terms.value },
    details: [shortened(name.value), ...termDetails(terms.value, context)],
  });
}

function readSetting(workstream: string, words: string, cursor: Cursor, context: LineContext): Reading {
  const terms = readTerms(cursor, context);
  if (!terms.ok) return terms;
  if (Object.keys(terms.value).length === 0) return faultAt(cursor, 'what changes is missing', '@leader, minutes, or : and the goal');
  return ok({
    draft: { type: 'workstream.amend', workstream, ...terms.value },
    label: 'workstream changed',
    details: [words, ...termDetails(terms.value, context)],
  });
}

/** In the order in which F1 lists them. */
export const workstreamCommands: readonly LineCommand[] = [
  {
    name: 'ws',
    usage: '/ws name [@lead] [20m] [: goal]',
    says: 'a workstream: who leads it, and what for',
    label: 'workstream',
    sends: ['workstream.open', 'workstream.amend', 'workstream.close'],
    takesTime: 'none',
    forms: [
      { word: 'end', usage: '/ws end 1 [outcome]', says: 'it is over', names: { of: 'workstreams', states: ['open'] } },
      {
        word: 'set',
        usage: '/ws set 1 [@lead] [20m] [: goal]',
        says: 'another leader, timebox or goal',
        names: { of: 'workstreams', states: ['open'] },
      },
    ],
    read: readWorkstream,
  },
];
