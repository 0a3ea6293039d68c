/** "And now?": how each audience's clock stands at a moment, and the one nudge that is worth a person's attention. */
import { type Audience, audiences } from '../vocabulary/words.ts';
import { isAlone } from './cadence-plan.ts';
import { brokenFrom } from './deadlines.ts';
import { given } from './draft.ts';
import { assumedPlaybook } from './playbook-of.ts';
import type { IncidentView } from './view.ts';

const minute = 60_000;
/** Overdue from this long after due (design: quiet by design). */
const overdueAfter = 2 * minute;

export interface AudienceClock {
  readonly audience: Audience;
  /** From the playbook; may move. Ms since epoch, UTC. */
  readonly target?: number;
  /** From the last message; moved by a newer message only. */
  readonly promise?: number;
  /** Set by hand, such as a legal one; met by a message only. Ms since epoch, UTC. */
  readonly deadline?: number;
  /** What it is for, as its setter wrote it. */
  readonly deadlineSays?: string;
  /** The soonest of them. */
  readonly due: number;
  readonly standing: 'scheduled' | 'snoozed' | 'dueSoon' | 'due' | 'overdue' | 'broken';
  /** One clock for a lone commander, whoever is told. */
  readonly combined: boolean;
}

/** The clocks that run, soonest first. */
export function clocksOf(view: IncidentView, now: number): readonly AudienceClock[] {
  if (view.phase === 'merged' || view.mode === 'imported' || view.mode === 'backfilled') return [];
  const alone = isAlone(view);
  const running = audiences.flatMap((audience): readonly AudienceClock[] => {
    const { target, promise, deadline, state } = view.cadences[audience];
    const due = Math.min(...[target, promise?.at, deadline?.at].flatMap((at) => at ?? []));
    if (due === Number.POSITIVE_INFINITY) return [];
    const standing = standingOf(view, due, promise?.at, now, state === 'snoozed' && due === target);
    const times = { ...given({ target, promise: promise?.at, deadline: deadline?.at, deadlineSays: deadline?.says }) };
    return [{ audience, ...times, due, standing, combined: alone && audience === 'responders' }];
  });
  return running.sort((a, b) => a.due - b.due);
}

function standingOf(
  view: IncidentView,
  due: number,
  promise: number | undefined,
  now: number,
  snoozed: boolean,
): AudienceClock['standing'] {
  if (promise !== undefined && now >= brokenFrom(view, promise)) return 'broken';
  if (now >= due + overdueAfter) return 'overdue';
  if (now >= due) return 'due';
  if (snoozed) return 'snoozed';
  return now >= due - assumedPlaybook(view).dueSoonMinutes * minute ? 'dueSoon' : 'scheduled';
}

export interface Nudge {
  readonly clock: AudienceClock;
  /** How many other clocks want attention too. */
  readonly others: number;
  /** Whom it is for: comms, else the commander. Absent where both are vacant. */
  readonly to?: string;
}

/** The one nudge to show, if any clock is due soon or past due: a broken promise before a target that was only missed, however long ago. */
export function nudgeOf(view: IncidentView, now: number): Nudge | undefined {
  const wanting = clocksOf(view, now).filter((clock) => clock.standing !== 'scheduled' && clock.standing !== 'snoozed');
  const clock = wanting.find(({ standing }) => standing === 'broken') ?? wanting[0];
  if (!clock) return undefined;
  const to = view.roles.comms?.holder ?? view.roles.commander?.holder;
  return { clock, others: wanting.length - 1, ...(to !== undefined && { to }) };
}
