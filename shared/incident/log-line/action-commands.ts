/** `/a` and what is to be known of an action on production: its worst case, its way back, and who read the target back. */
import { ok, type Result } from '../../result.ts';
import { faultAt, longestLine, longestText, requiredText, restOf } from './cursor.ts';
import { nameOf, readMention, requiredPerson } from './names.ts';
import type { LineAction, LineFault } from './parsed-line.ts';
import { type CommandInput, type CommandReading, type LineCommand, readLaterTime } from './reading.ts';
import { shortened } from './things.ts';

type Reading = Result<CommandReading, LineFault>;

const minute = 60_000;

function readAction(input: CommandInput): Reading {
  const mention = readMention(input.cursor, input.context);
  if (!mention.ok) return mention;
  const owner = mention.value?.person;
  const later = readLaterTime(mention.value?.next ?? input.cursor, input, 'period');
  if (!later.ok) return later;
  const { time, next } = later.value;
  const text = requiredText(next, 'what is done', longestText);
  if (!text.ok) return text;
  return ok({
    draft: { type: 'entry.add', kind: 'action', text: text.value, ...time, ...(owner === undefined ? {} : { owner }) },
    ...(time === undefined ? {} : { time }),
    details: owner === undefined ? [] : [`owner ${nameOf(owner, input.context)}`],
  });
}

/** The action that is meant: the last one, or with a time the one that was done in that minute. */
function actionOf({ cursor, time, context }: CommandInput): Result<LineAction, LineFault> {
  const actions = context.actions ?? [];
  const action = time === undefined ? actions.at(-1) : actions.findLast(({ occurredAt }) => sameMinute(occurredAt, time.occurredAt));
  if (action !== undefined) return ok(action);
  const message = time === undefined ? 'no action is written yet' : 'no action was done in that minute';
  return faultAt(cursor, message, time === undefined ? 'an action first: /a' : 'the minute of an action, or none for the last one');
}

function sameMinute(one: number, other: number): boolean {
  return Math.floor(one / minute) === Math.floor(other / minute);
}

function readDetail(field: 'wayBack' | 'worstCase', what: string): (input: CommandInput) => Reading {
  return (input) => {
    const action = actionOf(input);
    if (!action.ok) return action;
    const text = requiredText(input.cursor, what, longestLine);
    if (!text.ok) return text;
    return ok({
      draft: { type: 'action.detail', entry: action.value.id, [field]: text.value },
      details: [`of: ${shortened(action.value.text)}`],
    });
  };
}

/** Where nobody has said what the action is done to, the checker's word for it is the target. */
function readCheck(input: CommandInput): Reading {
  const action = actionOf(input);
  if (!action.ok) return action;
  const person = requiredPerson(input.cursor, input.context);
  if (!person.ok) return person;
  const { person: checker, next } = person.value;
  const target = restOf(next) === '' ? ok(undefined) : requiredText(next, 'the target', longestLine);
  if (!target.ok) return target;
  const readBack = target.value;
  return ok({
    draft: {
      type: 'action.detail',
      entry: action.value.id,
      checker,
      ...(readBack === undefined ? {} : { readBack }),
      ...(readBack === undefined || action.value.target !== undefined ? {} : { target: readBack }),
    },
    details: [
      `${nameOf(checker, input.context)}${readBack === undefined ? '' : ` read back ${readBack}`}`,
      `of: ${shortened(action.value.text)}`,
    ],
  });
}

/** In the order in which F1 lists them. */
export const actionCommands: readonly LineCommand[] = [
  {
    name: 'a',
    usage: '/a [@sam] text',
    says: 'an action on production, and who does it',
    label: 'action',
    sends: ['entry.add'],
    takesTime: 'period',
    read: readAction,
  },
  {
    name: 'way',
    usage: '/way [@02:14] text',
    says: 'the way back of the last action, or of the one at that time',
    label: 'way back',
    sends: ['action.detail'],
    takesTime: 'moment',
    read: readDetail('wayBack', 'the way back'),
  },
  {
    name: 'worst',
    usage: '/worst [@02:14] text',
    says: 'the worst case of the last action',
    label: 'worst case',
    sends: ['action.detail'],
    takesTime: 'moment',
    read: readDetail('worstCase', 'the worst case'),
  },
  {
    name: 'check',
    usage: '/check [@02:14] @ada target',
    says: 'who read the target of the last action back, and how',
    label: 'checked',
    sends: ['action.detail'],
    takesTime: 'moment',
    read: readCheck,
  },
];
