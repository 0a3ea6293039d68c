/** `/h`, its marks and `/e`: what may be the cause, what would prove it wrong, and what was seen. */
import { ok, type Result } from '../../result.ts';
import { overrideDetail, readCircumstances, readWords } from './circumstances.ts';
import { afterWord, faultAt, longestText, moved, requiredText, restOf, skipBlanks, wordAt } from './cursor.ts';
import type { LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, Named } from './reading.ts';
import { ownerAndBoxDetails, readOwnerAndBox } from './task-commands.ts';
import { readThing, standsForThing, thingKinds, thingWords } from './things.ts';

type Reading = Result<CommandReading, LineFault>;

function readHypothesis(input: CommandInput): Reading {
  const { cursor, context, time } = input;
  const word = wordAt(cursor);
  const next = afterWord(cursor, word);
  if (word === 'again' && standsForThing(next, thingKinds.hypothesis, context)) return readAgain({ ...input, cursor: next });
  const text = requiredText(cursor, 'the hypothesis', longestText);
  if (!text.ok) return text;
  return ok({ draft: { type: 'hypothesis.open', text: text.value, ...(time === undefined ? {} : { at: time.occurredAt }) } });
}

function plain(type: 'hypothesis.park' | 'hypothesis.reopen', label: string): (input: CommandInput) => Reading {
  return (input) => {
    const named = readThing(input.cursor, thingKinds.hypothesis, input.context);
    if (!named.ok) return named;
    const rest = readCircumstances(named.value.next, input);
    if (!rest.ok) return rest;
    return ok({
      draft: { type, hypothesis: named.value.thing.id, ...rest.value },
      label,
      details: [thingWords(named.value.thing), ...overrideDetail(rest.value)],
    });
  };
}

const readAgain = plain('hypothesis.reopen', 'hypothesis open again');

/** What follows is what was seen, not a reason. Whether it must be there is asked of the charts. */
function readJudgement(type: 'hypothesis.support' | 'hypothesis.refute', label: string): (input: CommandInput) => Reading {
  return (input) => {
    const named = readThing(input.cursor, thingKinds.hypothesis, input.context);
    if (!named.ok) return named;
    const rest = readCircumstances(named.value.next, input, 'what shows it');
    if (!rest.ok) return rest;
    const { reason: text, ...others } = rest.value;
    return ok({
      draft: { type, hypothesis: named.value.thing.id, ...(text === undefined ? {} : { text }), ...others },
      label,
      details: [thingWords(named.value.thing), ...overrideDetail(others)],
    });
  };
}

function readTest(input: CommandInput): Reading {
  const named = readThing(input.cursor, thingKinds.hypothesis, input.context);
  if (!named.ok) return named;
  const given = readOwnerAndBox(named.value.next, input.context);
  if (!given.ok) return given;
  const { next, to: tester, minutes } = given.value;
  const test = readWords(next, input, 'what would prove it wrong');
  if (!test.ok) return test;
  return ok({
    draft: {
      type: 'hypothesis.test',
      hypothesis: named.value.thing.id,
      test: test.value.words,
      ...(tester === undefined ? {} : { tester }),
      ...(minutes === undefined ? {} : { minutes }),
      ...test.value.others,
    },
    details: [thingWords(named.value.thing), ...ownerAndBoxDetails(given.value, input.context), ...overrideDetail(test.value.others)],
  });
}

function readEvidence(input: CommandInput): Reading {
  const named = readThing(input.cursor, thingKinds.hypothesis, input.context);
  if (!named.ok) return named;
  const { thing, next } = named.value;
  const mark = /^[+-]/.exec(restOf(next))?.[0];
  if (mark === undefined) return faultAt(next, 'does it speak for or against?', '+ or -, then what was seen');
  const text = requiredText(skipBlanks(moved(next, 1)), 'what was seen', longestText);
  if (!text.ok) return text;
  const sign = mark === '+' ? 'for' : 'against';
  return ok({
    draft: {
      type: 'evidence.add',
      hypothesis: thing.id,
      sign,
      text: text.value,
      ...(input.time === undefined ? {} : { at: input.time.occurredAt }),
    },
    label: `evidence ${sign}`,
    details: [thingWords(thing)],
  });
}

const judged: Named = { of: 'hypotheses', states: ['open', 'testing', 'parked'] };
const doubted: Named = { of: 'hypotheses', states: ['open', 'testing', 'supported', 'parked'] };

/** In the order in which F1 lists them. */
export const hypothesisCommands: readonly LineCommand[] = [
  {
    name: 'h',
    usage: '/h text',
    says: 'a hypothesis: what may be the cause',
    label: 'hypothesis',
    sends: ['hypothesis.open', 'hypothesis.reopen'],
    takesTime: 'moment',
    forms: [
      {
        word: 'again',
        usage: '/h again 3 why',
        says: 'opens one that was refuted or parked',
        names: { of: 'hypotheses', states: ['refuted', 'parked'] },
      },
    ],
    read: readHypothesis,
  },
  {
    name: 'h?',
    usage: '/h? 3 [@sam] [10m] test',
    says: 'tests one: what would prove it wrong, and who looks',
    label: 'test',
    sends: ['hypothesis.test'],
    takesTime: 'moment',
    names: doubted,
    read: readTest,
  },
  {
    name: 'h-',
    usage: '/h- 3 why',
    says: 'refuted, and what shows it',
    label: 'refuted',
    sends: ['hypothesis.refute'],
    takesTime: 'moment',
    names: doubted,
    read: readJudgement('hypothesis.refute', 'refuted'),
  },
  {
    name: 'h+',
    usage: '/h+ 3 [why]',
    says: 'supported, and what shows it',
    label: 'supported',
    sends: ['hypothesis.support'],
    takesTime: 'moment',
    names: judged,
    read: readJudgement('hypothesis.support', 'supported'),
  },
  {
    name: 'h~',
    usage: '/h~ 3 [why]',
    says: 'parks it for later',
    label: 'parked',
    sends: ['hypothesis.park'],
    takesTime: 'moment',
    names: { of: 'hypotheses', states: ['open', 'testing', 'supported'] },
    read: plain('hypothesis.park', 'parked'),
  },
  {
    name: 'e',
    usage: '/e 3 + text | /e 3 - text',
    says: 'what speaks for a hypothesis, or against it',
    label: 'evidence',
    sends: ['evidence.add'],
    takesTime: 'moment',
    names: { of: 'hypotheses' },
    read: readEvidence,
  },
];
