/** `/d`: proposals, "any strong objections?", and what comes of them. */
import { err, ok, type Result } from '../../result.ts';
import { overrideDetail, readCircumstances, readWords } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, longestText, requiredText, restOf, wordAt } from './cursor.ts';
import { nameOf, readMention } from './names.ts';
import type { LineFault, LineThing } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, LineForm, Named } from './reading.ts';
import { readThing, standsForThing, thingKinds, thingWords } from './things.ts';

type Reading = Result<CommandReading, LineFault>;
type ReadDecisionForm = (decision: LineThing, next: Cursor, input: CommandInput) => Reading;

const undecided: readonly string[] = ['proposed', 'polling'];

function readProposal({ cursor, time }: CommandInput): Reading {
  const text = requiredText(cursor, 'the decision', longestText);
  if (!text.ok) return text;
  return ok({ draft: { type: 'decision.propose', text: text.value, ...(time === undefined ? {} : { at: time.occurredAt }) } });
}

/** `/d ok` says yes to the one that is open; where several are, it must say which. */
function readOk(input: CommandInput, next: Cursor): Reading {
  const open = (input.context.decisions ?? []).filter(({ state }) => undecided.includes(state));
  const [only, ...others] = open;
  if (restOf(next) !== '') return readNamed(input, next, made('decision.decide', 'decided'));
  if (only === undefined) return readNamed(input, next, made('decision.decide', 'decided'));
  if (others.length === 0) return made('decision.decide', 'decided')(only, next, input);
  const labels = open.map(({ label }) => label).join(', ');
  return faultAt(next, `several are open: ${labels}`, `which one, such as ${only.label}`);
}

function readNamed(input: CommandInput, next: Cursor, read: ReadDecisionForm): Reading {
  const named = readThing(next, thingKinds.decision, input.context);
  return named.ok ? read(named.value.thing, named.value.next, input) : err(named.error);
}

function made(type: 'decision.decide' | 'decision.withdraw' | 'decision.reverse' | 'decision.poll', label: string): ReadDecisionForm {
  return (decision, next, input) => {
    const rest = readCircumstances(next, input);
    if (!rest.ok) return rest;
    return ok({
      draft: { type, decision: decision.id, ...rest.value },
      label,
      details: [thingWords(decision), ...overrideDetail(rest.value)],
    });
  };
}

const readObjection: ReadDecisionForm = (decision, next, input) => {
  const { context } = input;
  const mention = readMention(next, context);
  if (!mention.ok) return mention;
  const by = mention.value?.person;
  if (by !== undefined && input.by !== undefined && by !== input.by) {
    return faultAt(next, `who objects: ${nameOf(input.by, context)} or ${nameOf(by, context)}?`, 'one of the two');
  }
  const text = readWords(mention.value?.next ?? next, input, 'the objection');
  if (!text.ok) return text;
  const { words, others } = text.value;
  const another = by !== undefined && by !== context.self && input.by === undefined;
  return ok({
    draft: { type: 'decision.object', decision: decision.id, text: words, ...(another ? { by } : {}), ...others },
    label: 'strong objection',
    details: [...(another ? [`by ${nameOf(by, context)}`] : []), thingWords(decision), ...overrideDetail(others)],
  });
};

function readAmendment(field: 'known' | 'unknown' | 'risk' | 'wayBack', what: string): ReadDecisionForm {
  return (decision, next, input) => {
    if (input.time !== undefined)
      return faultAt(next, 'what belongs to a decision carries no time of its own', 'the line without its time');
    const text = requiredText(next, what, longestText);
    if (!text.ok) return text;
    return ok({
      draft: { type: 'decision.amend', decision: decision.id, [field]: text.value },
      label: what,
      details: [thingWords(decision)],
    });
  };
}

const readers: Readonly<Record<string, ReadDecisionForm>> = {
  ok: made('decision.decide', 'decided'),
  poll: made('decision.poll', 'any strong objections?'),
  no: readObjection,
  drop: made('decision.withdraw', 'proposal withdrawn'),
  back: made('decision.reverse', 'decision reversed'),
  known: readAmendment('known', 'what was known then'),
  unknown: readAmendment('unknown', 'what was not known'),
  risk: readAmendment('risk', 'the risk'),
  way: readAmendment('wayBack', 'the way back'),
};

/** Decisions begin with these words too (`/d no deploys until nine`): they are about another only where it is named, or nothing follows. */
function readDecision(input: CommandInput): Reading {
  const word = wordAt(input.cursor);
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined;
  if (read === undefined) return readProposal(input);
  const next = afterWord(input.cursor, word);
  if (restOf(next) !== '' && !standsForThing(next, thingKinds.decision, input.context)) return readProposal(input);
  return word === 'ok' ? readOk(input, next) : readNamed(input, next, read);
}

const open: Named = { of: 'decisions', states: undecided };
const any: Named = { of: 'decisions', states: [...undecided, 'decided'] };

const forms: readonly LineForm[] = [
  { word: 'ok', usage: '/d ok [1]', says: 'hearing none, it is decided', names: open },
  { word: 'no', usage: '/d no 1 [@ada] objection', says: 'a strong objection, and whose', names: any },
  { word: 'drop', usage: '/d drop 1 [why]', says: 'withdraws the proposal', names: open },
  { word: 'back', usage: '/d back 1 why', says: 'reverses one that was made', names: { of: 'decisions', states: ['decided'] } },
  { word: 'poll', usage: '/d poll 1', says: 'asks for strong objections', names: { of: 'decisions', states: ['proposed'] } },
  { word: 'known', usage: '/d known 1 text', says: 'what was known then', names: any },
  { word: 'unknown', usage: '/d unknown 1 text', says: 'what was not known', names: any },
  { word: 'risk', usage: '/d risk 1 text', says: 'what may go wrong', names: any },
  { word: 'way', usage: '/d way 1 text', says: 'the way back', names: any },
];

/** In the order in which F1 lists them. */
export const decisionCommands: readonly LineCommand[] = [
  {
    name: 'd',
    usage: '/d text',
    says: 'proposes a decision: any strong objections? Alone, it is decided',
    label: 'decision',
    sends: [
      'decision.propose',
      'decision.decide',
      'decision.object',
      'decision.withdraw',
      'decision.reverse',
      'decision.poll',
      'decision.amend',
    ],
    takesTime: 'moment',
    forms,
    read: readDecision,
  },
];
