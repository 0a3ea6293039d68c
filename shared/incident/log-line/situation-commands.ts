/** The situation at a glance: report, parked questions, what comes first, tempo, when it is over, incidents that become one. */
import { ok, type Result } from '../../result.ts';
import { type Focus, tempos } from '../../vocabulary/words.ts';
import { overrideDetail, readCircumstances, readWords } from './circumstances.ts';
import { afterWord, faultAt, longestLine, longestText, optionalText, requiredText, restOf, wordAt } from './cursor.ts';
import { folded } from './names.ts';
import type { LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, OpeningReading } from './reading.ts';
import { readThing, shortened, thingKinds, thingWords } from './things.ts';

type Reading = Result<CommandReading, LineFault>;

function readReport({ cursor }: CommandInput): Result<CommandReading | OpeningReading, LineFault> {
  if (restOf(cursor) === '') return ok({ opening: { kind: 'fill', from: 'can' } });
  const text = requiredText(cursor, 'the report', longestText);
  return text.ok ? ok({ draft: { type: 'can.report', text: text.value } }) : text;
}

function readAnswer({ cursor, context }: CommandInput): Reading {
  const named = readThing(cursor, thingKinds.question, context);
  if (!named.ok) return named;
  const text = requiredText(named.value.next, 'the answer', longestText);
  if (!text.ok) return text;
  return ok({
    draft: { type: 'question.answer', question: named.value.thing.id, text: text.value },
    details: [thingWords(named.value.thing)],
  });
}

function readFocus(focus: Focus): (input: CommandInput) => Reading {
  return ({ cursor }) => {
    const reason = optionalText(cursor, 'the reason');
    if (!reason.ok) return reason;
    return ok({ draft: { type: 'focus.set', focus, ...(reason.value === undefined ? {} : { reason: reason.value }) } });
  };
}

function readTempo(input: CommandInput): Reading {
  const word = wordAt(input.cursor);
  const tempo = tempos.find((one) => one === word.toLowerCase());
  if (tempo === undefined) {
    return faultAt(input.cursor, word === '' ? 'the tempo is missing' : `${word} is not a tempo`, 'normal, long or marathon');
  }
  const rest = readCircumstances(afterWord(input.cursor, word), input);
  if (!rest.ok) return rest;
  return ok({ draft: { type: 'tempo.set', tempo, ...rest.value }, label: `${tempo} tempo`, details: overrideDetail(rest.value) });
}

function readMerge(input: CommandInput): Result<CommandReading | OpeningReading, LineFault> {
  const { cursor, context } = input;
  const word = wordAt(cursor);
  if (word === '') return ok({ opening: { kind: 'open', screen: 'merge' } });
  const others = context.incidents ?? [];
  const label = word
    .toLowerCase()
    .replace(/^#/, '')
    .replace(/[,:;.]$/, '');
  const into = others.find((incident) => incident.label.toLowerCase() === label || incident.id === label);
  if (into === undefined) {
    const expected =
      others.length === 0
        ? 'another open incident: there is none'
        : `one of ${others
            .slice(0, 8)
            .map((one) => one.label)
            .join(', ')}`;
    return faultAt(cursor, `no other open incident is called ${word}`, expected);
  }
  const rest = readCircumstances(afterWord(cursor, word), input);
  if (!rest.ok) return rest;
  return ok({
    draft: { type: 'incident.merge', into: into.id, ...rest.value },
    label: `merge into ${into.label}`,
    details: [shortened(into.title), ...overrideDetail(rest.value)],
  });
}

function readUnmerge(input: CommandInput): Reading {
  const rest = readCircumstances(input.cursor, input);
  return rest.ok ? ok({ draft: { type: 'incident.unmerge', ...rest.value }, details: overrideDetail(rest.value) }) : rest;
}

function readUntil(input: CommandInput): Reading {
  const text = readWords(input.cursor, input, 'when it is over');
  return text.ok ? ok({ draft: { type: 'incident.amend', exitCriteria: text.value.words } }) : text;
}

function readType({ cursor, context }: CommandInput): Reading {
  const name = requiredText(cursor, 'the type', longestLine);
  if (!name.ok) return name;
  const types = context.types ?? [];
  const type = types.find((one) => folded(one.id) === folded(name.value) || folded(one.name) === folded(name.value));
  if (type !== undefined) return ok({ draft: { type: 'incident.amend', incidentType: type.id }, details: [type.name] });
  const expected = types.length === 0 ? 'a type: the playbook has none' : `one of ${types.map(({ id }) => id).join(', ')}`;
  return faultAt(cursor, `${shortened(name.value)} is not a type of incident`, expected);
}

/** In the order in which F1 lists them. */
export const situationCommands: readonly LineCommand[] = [
  {
    name: 'can',
    usage: '/can [text]',
    says: 'conditions, actions, needs: alone it is made from the log, to be edited',
    label: 'CAN report',
    sends: ['can.report'],
    takesTime: 'none',
    read: readReport,
  },
  {
    name: 'ans',
    usage: '/ans 2 text',
    says: 'answers a parked question',
    label: 'answer',
    sends: ['question.answer'],
    takesTime: 'none',
    names: { of: 'questions', states: ['open'] },
    read: readAnswer,
  },
  {
    name: 'restore',
    usage: '/restore [why]',
    says: 'service back comes first',
    label: 'restore first',
    sends: ['focus.set'],
    takesTime: 'none',
    read: readFocus('restore'),
  },
  {
    name: 'understand',
    usage: '/understand [why]',
    says: 'knowing why comes first',
    label: 'understand first',
    sends: ['focus.set'],
    takesTime: 'none',
    read: readFocus('understand'),
  },
  {
    name: 'tempo',
    usage: '/tempo long [why]',
    says: 'normal, long or marathon',
    label: 'tempo',
    sends: ['tempo.set'],
    takesTime: 'moment',
    read: readTempo,
  },
  {
    name: 'until',
    usage: '/until text',
    says: 'what must hold before this is over',
    label: 'exit criteria',
    sends: ['incident.amend'],
    takesTime: 'none',
    read: readUntil,
  },
  {
    name: 'type',
    usage: '/type security',
    says: 'what kind of incident it is',
    label: 'type',
    sends: ['incident.amend'],
    takesTime: 'none',
    names: { of: 'types' },
    read: readType,
  },
  {
    name: 'merge',
    usage: '/merge inc-4 [why]',
    says: 'this incident becomes part of another',
    label: 'merge',
    sends: ['incident.merge'],
    takesTime: 'moment',
    names: { of: 'incidents' },
    read: readMerge,
  },
  {
    name: 'unmerge',
    usage: '/unmerge why',
    says: 'it was one of its own after all',
    label: 'unmerge',
    sends: ['incident.unmerge'],
    takesTime: 'moment',
    read: readUnmerge,
  },
];
