/** Slash commands that send nothing: they bring up a screen, or copy a text. */
import { ok } from '../../result.ts';
import { audiences } from '../../vocabulary/words.ts';
import { faultAt, restOf } from './cursor.ts';
import type { Opening } from './parsed-line.ts';
import { type CommandInput, fittingTime, type LineCommand } from './reading.ts';
import { readPastTime } from './stated-time.ts';

function row(name: string, label: string, says: string, opening: Opening): LineCommand {
  const read: LineCommand['read'] = ({ cursor }) =>
    restOf(cursor) === '' ? ok({ opening }) : faultAt(cursor, `/${name} stands alone`, 'the end of the line');
  return { name, usage: `/${name}`, says, label, sends: [], takesTime: 'none', read };
}

/** A minute to come has nothing to show; the present one is the nearest that has. */
const readMoment: LineCommand['read'] = (input: CommandInput) => {
  const { cursor, context } = input;
  const read = input.time === undefined ? readPastTime(cursor, context) : ok({ time: input.time, next: cursor });
  if (!read.ok) return read;
  if (read.value === undefined) return faultAt(cursor, 'the time is missing', 'a time, such as 02:40 or @-20m');
  const { time, next } = read.value;
  const fits = fittingTime(cursor, input.name, 'estimate', time);
  if (!fits.ok) return fits;
  if (restOf(next) !== '') return faultAt(next, 'only a time belongs here', 'the end of the line');
  return ok({ opening: { kind: 'open', screen: 'knownAt', at: Math.min(time.occurredAt, context.now) }, time });
};

const readUpdates: LineCommand['read'] = ({ cursor }) => {
  const about = restOf(cursor).toLowerCase();
  const known = about === '' || /^u\d+$/.test(about) || (audiences as readonly string[]).includes(about);
  if (!known)
    return faultAt(cursor, `"${about}" is neither an audience nor a draft`, 'an audience, a draft such as u1, or the end of the line');
  return ok({ opening: { kind: 'open', screen: 'updates', ...(about === '' ? {} : { about }) } });
};

/** In the order in which F1 lists them. */
export const openingCommands: readonly LineCommand[] = [
  row('board', 'hypotheses', 'shows the hypotheses side by side', { kind: 'open', screen: 'board' }),
  row('due', 'what falls due', 'shows everything that will fall due, the soonest first', { kind: 'open', screen: 'due' }),
  row('roll', 'roll call', 'shows who was asked, looks, is ruled out, is released', { kind: 'open', screen: 'rollCall' }),
  row('brief', 'copy the brief', 'copies a brief for somebody who joins', { kind: 'copy', what: 'brief' }),
  {
    name: 'at',
    usage: '/at 02:40',
    says: 'shows what the log knew then',
    label: 'as known at',
    sends: [],
    takesTime: 'estimate',
    read: readMoment,
  },
  row('playbook', 'playbook', 'shows the rules of new incidents', { kind: 'open', screen: 'playbook' }),
  row('directory', 'directory', 'shows everybody who can be called, with numbers', { kind: 'open', screen: 'directory' }),
  {
    name: 'updates',
    usage: '/updates [customers | u1]',
    says: 'where messages are written, approved and sent, with what was promised',
    label: 'updates',
    sends: [],
    takesTime: 'none',
    read: readUpdates,
  },
  row('followups', 'follow-ups', 'shows the follow-ups of all incidents', { kind: 'open', screen: 'followUps' }),
  row('meeting', 'review meeting', 'walks a team through the review, part by part', { kind: 'open', screen: 'meeting' }),
  row('before', 'happened before', 'shows past incidents that are like this one, and why', { kind: 'open', screen: 'before' }),
  row('library', 'library', 'shows past incidents and their postmortems', { kind: 'open', screen: 'library' }),
  row('export', 'export', 'the draft of the postmortem', { kind: 'open', screen: 'export' }),
];
