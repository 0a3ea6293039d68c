/** How an incident's next due time reads in the lists: words first, the colour only repeats them. */
import type { ListedDue } from '../../../shared/api/summary.ts';
import type { Tone } from '../../components/chip/chip.tsx';
import { ageText, clockText } from '../../components/clock/format-time.ts';

export interface DueWords {
  readonly says: string;
  readonly tone: Tone;
}

/** `promised to customers in 6:12`, amber once it is due, red once the promise is broken. `now` in ms since epoch, UTC. */
export function dueWords(due: ListedDue, now: number): DueWords {
  const ago = `due ${ageText(now - due.at)} ago`;
  if (due.standing === 'broken') return { says: `promise to ${due.audience} broken, ${ago}`, tone: 'broken' };
  const what =
    due.kind === 'promise' ? `promised to ${due.audience}` : `${due.kind === 'deadline' ? 'deadline' : 'update'} for ${due.audience}`;
  if (due.standing === 'due') return { says: `${what} ${ago}`, tone: 'now' };
  return { says: `${what} in ${clockText(due.at - now)}`, tone: 'neutral' };
}
