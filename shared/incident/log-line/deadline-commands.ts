/** The slash command for a deadline that no playbook knows, such as a legal one. */
import { ok, type Result } from '../../result.ts';
import { describeMoment } from './chip-time.ts';
import { afterWord, faultAt, longestLine, requiredText, restOf } from './cursor.ts';
import { readAudiences } from './names.ts';
import type { LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';
import { readTimeAhead } from './stated-time.ts';

const expected = 'a time that is ahead, such as 2026-11-23 09:00 or 72h; or off';

/** `/deadline partners 2026-11-23 09:00 what for`, `/deadline partners off`. */
function readDeadline({ cursor, context }: CommandInput): Result<CommandReading, LineFault> {
  const to = readAudiences(cursor);
  if (!to.ok) return to;
  const { next } = to.value;
  const [audience, ...others] = to.value.audiences;
  if (audience === undefined || others.length > 0)
    return faultAt(cursor, 'one audience has one deadline', 'one audience, such as partners');
  if (/^off(?=\s|$)/i.test(restOf(next))) {
    const end = afterWord(next, 'off');
    if (restOf(end) !== '') return faultAt(end, 'nothing belongs behind off', 'the end of the line');
    return ok({ draft: { type: 'cadence.setDeadline', audience, at: null }, label: `no deadline for ${audience}` });
  }
  const read = readTimeAhead(next, context.now, context);
  if (read === undefined) return faultAt(next, restOf(next) === '' ? 'until when?' : 'this is no time to come', expected);
  if (read.moment <= context.now) return faultAt(next, 'this time has passed', expected);
  const says = restOf(read.next).trim() === '' ? ok(undefined) : requiredText(read.next, 'what it is for', longestLine);
  if (!says.ok) return says;
  return ok({
    draft: { type: 'cadence.setDeadline', audience, at: read.moment, ...(says.value !== undefined && { says: says.value }) },
    label: `deadline for ${audience}`,
    details: [describeMoment(read.moment, context)],
  });
}

export const deadlineCommands: readonly LineCommand[] = [
  {
    name: 'deadline',
    usage: '/deadline partners 2026-11-23 09:00 what for | /deadline partners off',
    says: 'a deadline for an audience, such as a legal one; only a message meets it',
    label: 'deadline',
    sends: ['cadence.setDeadline'],
    takesTime: 'none',
    read: readDeadline,
  },
];
