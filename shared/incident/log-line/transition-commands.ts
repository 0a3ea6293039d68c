/** Slash commands that move the incident or its roles. What a move still needs is asked of the charts: the grammar demands only what has no meaning without. */
import { ok, type Result } from '../../result.ts';
import { type Severity, severities } from '../../vocabulary/words.ts';
import { describeMoment } from './chip-time.ts';
import { overrideDetail, readCircumstances } from './circumstances.ts';
import { afterWord, faultAt, wordAt } from './cursor.ts';
import { nameOf, readMention, requiredPerson } from './names.ts';
import type { LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';
import { readRole, roleWords } from './roles.ts';
import { readTimeAhead } from './stated-time.ts';

type Reading = Result<CommandReading, LineFault>;

type PlainTransition =
  | 'incident.accept'
  | 'incident.decline'
  | 'incident.markFalseAlarm'
  | 'incident.cancel'
  | 'incident.reopen'
  | 'fix.start'
  | 'fix.stop'
  | 'regression.record'
  | 'incident.resolve'
  | 'incident.close'
  | 'incident.wake';

function plain(name: string, usage: string, label: string, says: string, type: PlainTransition): LineCommand {
  const read = (input: CommandInput): Reading => {
    const found = readCircumstances(input.cursor, input);
    return found.ok ? ok({ draft: { type, ...found.value }, details: overrideDetail(found.value) }) : found;
  };
  return { name, usage, says, label, sends: [type], takesTime: 'moment', read };
}

function readSeverity(input: CommandInput): Reading {
  const word = wordAt(input.cursor);
  const grade = Number(/^(?:sev-?)?([1-5])[,:;.]?$/i.exec(word)?.[1]);
  const severity: Severity | undefined = severities.find((one) => one === grade);
  if (severity === undefined) {
    return faultAt(input.cursor, word === '' ? 'the severity is missing' : `${word} is not a severity`, '1 (worst) to 5');
  }
  const found = readCircumstances(afterWord(input.cursor, word), input);
  if (!found.ok) return found;
  return ok({ draft: { type: 'severity.set', severity, ...found.value }, label: `SEV${severity}`, details: overrideDetail(found.value) });
}

/** What follows is the evidence, not a reason. Relief is full unless the line says `partial`; `full` would be a word of the evidence. */
function readMitigation(input: CommandInput): Reading {
  const word = wordAt(input.cursor);
  const relief = word === 'partial' ? word : undefined;
  const found = readCircumstances(relief === undefined ? input.cursor : afterWord(input.cursor, word), input);
  if (!found.ok) return found;
  const { reason: evidence, ...others } = found.value;
  return ok({
    draft: {
      type: 'mitigation.record',
      ...others,
      ...(evidence === undefined ? {} : { evidence }),
      ...(relief === undefined ? {} : { relief }),
    },
    label: relief === 'partial' ? 'partly mitigated' : 'mitigated',
    details: overrideDetail(found.value),
  });
}

function readPause(input: CommandInput): Reading {
  const { context } = input;
  const until = readTimeAhead(input.cursor, context.now, context);
  if (until === undefined) return faultAt(input.cursor, 'until when is missing', 'a time to come: 09:00, +8h or 2026-03-30 09:00');
  const mention = readMention(until.next, context);
  if (!mention.ok) return mention;
  const watcher = mention.value?.person;
  const start = mention.value?.next ?? until.next;
  const found = readCircumstances(start, input);
  if (!found.ok) return found;
  const { reason: impact, ...others } = found.value;
  if (impact === undefined) return faultAt(start, 'the impact until then is missing', 'what customers see');
  return ok({
    draft: { type: 'incident.pause', until: until.moment, impact, ...others, ...(watcher === undefined ? {} : { watcher }) },
    details: [
      `until ${describeMoment(until.moment, context)}`,
      ...(watcher === undefined ? [] : [`watched by ${nameOf(watcher, context)}`]),
      ...overrideDetail(found.value),
    ],
  });
}

function readReview(input: CommandInput): Reading {
  const mention = readMention(input.cursor, input.context);
  if (!mention.ok) return mention;
  const owner = mention.value?.person;
  const found = readCircumstances(mention.value?.next ?? input.cursor, input);
  if (!found.ok) return found;
  return ok({
    draft: { type: 'review.start', ...found.value, ...(owner === undefined ? {} : { owner }) },
    details: [...(owner === undefined ? [] : [`owner ${nameOf(owner, input.context)}`]), ...overrideDetail(found.value)],
  });
}

function readAssign(input: CommandInput): Reading {
  const role = readRole(input.cursor, input.context);
  if (!role.ok) return role;
  const person = requiredPerson(role.value.next, input.context);
  if (!person.ok) return person;
  const found = readCircumstances(person.value.next, input);
  if (!found.ok) return found;
  return ok({
    draft: { type: 'role.assign', role: role.value.role, person: person.value.person, ...found.value },
    label: `${roleWords(role.value.role, input.context)} is ${nameOf(person.value.person, input.context)}`,
    details: overrideDetail(found.value),
  });
}

function readOwnRole(type: 'role.assume' | 'role.release', verb: string): (input: CommandInput) => Reading {
  return (input) => {
    const role = readRole(input.cursor, input.context);
    if (!role.ok) return role;
    const found = readCircumstances(role.value.next, input);
    if (!found.ok) return found;
    return ok({
      draft: { type, role: role.value.role, ...found.value },
      label: `${verb} ${roleWords(role.value.role, input.context)}`,
      details: overrideDetail(found.value),
    });
  };
}

/** In the order in which F1 lists them. */
export const roleCommands: readonly LineCommand[] = [
  {
    name: 'role',
    usage: '/role comms @kim',
    says: 'gives somebody a role',
    label: 'role',
    sends: ['role.assign'],
    takesTime: 'moment',
    names: { of: 'roles' },
    read: readAssign,
  },
  {
    name: 'take',
    usage: '/take ic [why]',
    says: 'takes a role yourself',
    label: 'take a role',
    sends: ['role.assume'],
    takesTime: 'moment',
    names: { of: 'roles' },
    read: readOwnRole('role.assume', 'take'),
  },
  {
    name: 'release',
    usage: '/release scribe',
    says: 'lays a role down',
    label: 'release a role',
    sends: ['role.release'],
    takesTime: 'moment',
    names: { of: 'roles' },
    read: readOwnRole('role.release', 'release'),
  },
];

/** In the order in which F1 lists them: as an incident goes. */
export const transitionCommands: readonly LineCommand[] = [
  {
    name: 'sev',
    usage: '/sev 2 [reason]',
    says: 'sets the severity, 1 is the worst',
    label: 'severity',
    sends: ['severity.set'],
    takesTime: 'moment',
    read: readSeverity,
  },
  plain('accept', '/accept', 'accept', 'takes it on as an incident', 'incident.accept'),
  plain('decline', '/decline why', 'decline', 'is not an incident', 'incident.decline'),
  plain('false', '/false why', 'false alarm', 'nothing was wrong', 'incident.markFalseAlarm'),
  plain('cancel', '/cancel why', 'cancel', 'was declared by mistake', 'incident.cancel'),
  plain('fix', '/fix', 'start fix', 'the fix has begun', 'fix.start'),
  plain('back', '/back why', 'back to investigating', 'the fix is given up', 'fix.stop'),
  {
    name: 'mit',
    usage: '/mit [partial] evidence',
    says: 'customers are relieved, and what shows it',
    label: 'mitigated',
    sends: ['mitigation.record'],
    takesTime: 'moment',
    read: readMitigation,
  },
  plain('regress', '/regress why', 'regressed', 'it is back', 'regression.record'),
  {
    name: 'pause',
    usage: '/pause 09:00 [@watcher] impact until then',
    says: 'sleeps until a time, with the impact accepted until then',
    label: 'pause',
    sends: ['incident.pause'],
    takesTime: 'moment',
    read: readPause,
  },
  plain('wake', '/wake why', 'wake', 'ends the pause', 'incident.wake'),
  plain('res', '/res', 'resolve', 'it is over', 'incident.resolve'),
  plain('reopen', '/reopen why', 'reopen', 'it is not over', 'incident.reopen'),
  {
    name: 'review',
    usage: '/review [@owner]',
    says: 'starts the review, and who leads it',
    label: 'start review',
    sends: ['review.start'],
    takesTime: 'moment',
    read: readReview,
  },
  plain('close', '/close', 'close', 'the review is done', 'incident.close'),
];
