/** The handoff of command, in three steps or in one line for all of them, and what goes before it: relief, and how long people have been awake. */
import { ok, type Result } from '../../result.ts';
import { describeMoment } from './chip-time.ts';
import { overrideDetail, readCircumstances, readNoWords } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, longestLine, optionalText, restOf, wordAt } from './cursor.ts';
import { nameOf, readMention, requiredPerson } from './names.ts';
import type { LineFault, StatedTime } from './parsed-line.ts';
import { type CommandInput, type CommandReading, fittingTime, type LineCommand } from './reading.ts';
import { readPastTime, readTimeAhead } from './stated-time.ts';

type Reading = Result<CommandReading, LineFault>;

/** What the log keeps of a handoff that was said aloud, where the line does not say where. */
const aloud = 'aloud';

function readOffer(input: CommandInput): Reading {
  const person = requiredPerson(input.cursor, input.context);
  if (!person.ok) return person;
  const { person: to, next } = person.value;
  const mark = wordAt(next);
  const said = /^said[,:]?$/.test(mark);
  const start = said ? afterWord(next, mark) : next;
  const rest = readCircumstances(start, input, said ? 'where it was said' : 'the reason');
  if (!rest.ok) return rest;
  const { reason, ...others } = rest.value;
  const words = said ? (reason ?? aloud) : reason;
  if (said && (words ?? '').length > longestLine)
    return faultAt(start, `where it was said is longer than ${longestLine} characters`, 'a few words');
  return ok({
    draft: {
      type: 'handoff.offer',
      to,
      ...(words === undefined ? {} : said ? { spoken: words } : { reason: words }),
      ...others,
    },
    label: said ? 'command handed over' : 'offer command',
    details: [`to ${nameOf(to, input.context)}`, ...(said ? [`said ${words}`] : []), ...overrideDetail(others)],
  });
}

function readReadBack(input: CommandInput): Reading {
  const rest = readCircumstances(input.cursor, input, 'what was read back');
  if (!rest.ok) return rest;
  const { reason: readBack, ...others } = rest.value;
  return ok({
    draft: { type: 'handoff.accept', ...(readBack === undefined ? {} : { readBack }), ...others },
    details: overrideDetail(others),
  });
}

function readConfirm(input: CommandInput): Reading {
  const rest = readNoWords(input.cursor, input, 'the end of the line');
  return rest.ok ? ok({ draft: { type: 'handoff.confirm', ...rest.value }, details: overrideDetail(rest.value) }) : rest;
}

function readDecline(input: CommandInput): Reading {
  const rest = readCircumstances(input.cursor, input);
  return rest.ok ? ok({ draft: { type: 'handoff.decline', ...rest.value }, details: overrideDetail(rest.value) }) : rest;
}

function readRelief({ cursor, context }: CommandInput): Reading {
  const person = requiredPerson(cursor, context);
  if (!person.ok) return person;
  const from = readTimeAhead(person.value.next, context.now, context);
  if (from === undefined) return faultAt(person.value.next, 'from when is missing', 'a time to come: 06:00, +2h or 2026-03-30 06:00');
  if (restOf(from.next) !== '') return faultAt(from.next, 'only a person and a time belong here', 'the end of the line');
  return ok({
    draft: { type: 'relief.plan', person: person.value.person, from: from.moment },
    details: [nameOf(person.value.person, context), `from ${describeMoment(from.moment, context)}`],
  });
}

function readNoRelief({ cursor }: CommandInput): Reading {
  const reason = optionalText(cursor, 'the reason');
  if (!reason.ok) return reason;
  return ok({ draft: { type: 'relief.noneAvailable', ...(reason.value === undefined ? {} : { reason: reason.value }) } });
}

function readAwake(input: CommandInput): Reading {
  const mention = readMention(input.cursor, input.context);
  if (!mention.ok) return mention;
  const person = mention.value?.person ?? input.by ?? input.context.self;
  const since = sinceWhen(mention.value?.next ?? input.cursor, input);
  if (!since.ok) return since;
  return ok({
    draft: { type: 'person.setAwake', person, since: since.value.occurredAt },
    details: [nameOf(person, input.context), `since ${describeMoment(since.value.occurredAt, input.context)}`],
  });
}

function sinceWhen(cursor: Cursor, input: CommandInput): Result<StatedTime, LineFault> {
  const read = input.time === undefined ? readPastTime(cursor, input.context) : ok({ time: input.time, next: cursor });
  if (!read.ok) return read;
  if (read.value === undefined) return faultAt(cursor, 'since when is missing', 'a time, such as 22:00 or @-18h');
  const fits = fittingTime(cursor, input.name, 'estimate', read.value.time);
  if (!fits.ok) return fits;
  return restOf(read.value.next) === '' ? fits : faultAt(read.value.next, 'only a person and a time belong here', 'the end of the line');
}

/** In the order in which F1 lists them. */
export const handoffCommands: readonly LineCommand[] = [
  {
    name: 'handoff',
    usage: '/handoff @ada [why | said on call]',
    says: 'offers command; said: all three steps were spoken',
    label: 'handoff',
    sends: ['handoff.offer'],
    takesTime: 'moment',
    read: readOffer,
  },
  {
    name: 'readback',
    usage: '/readback text',
    says: 'takes the offer, and reads the situation back',
    label: 'read back',
    sends: ['handoff.accept'],
    takesTime: 'moment',
    read: readReadBack,
  },
  {
    name: 'confirm',
    usage: '/confirm',
    says: 'command has passed over',
    label: 'confirm handoff',
    sends: ['handoff.confirm'],
    takesTime: 'moment',
    read: readConfirm,
  },
  {
    name: 'nohandoff',
    usage: '/nohandoff why',
    says: 'declines the offer, or takes it back',
    label: 'no handoff',
    sends: ['handoff.decline'],
    takesTime: 'moment',
    read: readDecline,
  },
  {
    name: 'relief',
    usage: '/relief @ada 06:00',
    says: 'who takes over, and from when',
    label: 'relief planned',
    sends: ['relief.plan'],
    takesTime: 'none',
    read: readRelief,
  },
  {
    name: 'norelief',
    usage: '/norelief [why]',
    says: 'nobody can take over; the question rests',
    label: 'nobody can relieve',
    sends: ['relief.noneAvailable'],
    takesTime: 'none',
    read: readNoRelief,
  },
  {
    name: 'awake',
    usage: '/awake [@sam] 22:00',
    says: 'since when somebody has been awake',
    label: 'awake',
    sends: ['person.setAwake'],
    takesTime: 'estimate',
    read: readAwake,
  },
];
