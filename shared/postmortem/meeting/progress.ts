/** Where a review meeting is, and how long each part has had: computed from the log and the present moment. Times are ms since epoch, UTC; lengths ms. */
import type { MeetingView } from '../../incident/review-view.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { AgendaItem } from './agenda.ts';

/** `nearlyOver` in the last fifth of a part, or its last minute where that is longer. */
export type PartStanding = 'ahead' | 'within' | 'nearlyOver' | 'over' | 'left';

export interface PartProgress extends AgendaItem {
  readonly standing: PartStanding;
  /** How long the meeting was in this part, all visits together. */
  readonly spent: number;
  /** What is left of its minutes; below zero once it is over. */
  readonly left: number;
}

export interface MeetingProgress {
  readonly parts: readonly PartProgress[];
  /** The part that the meeting is in; absent once it ended. */
  readonly current?: PartProgress;
  /** Before and after the current one, where there is one. */
  readonly previous?: AgendaItem;
  readonly next?: AgendaItem;
  /** Since it began, until now or its end. */
  readonly elapsed: number;
  /** What is left of all its minutes; below zero once it is over. */
  readonly left: number;
}

const minute = 60_000;

/** The meeting as it stands at `now`. A clock that went back counts as one that stands still. */
export function meetingProgress(meeting: MeetingView, now: number): MeetingProgress {
  const until = Math.max(meeting.endedAt ?? now, meeting.parts.at(-1)?.from ?? meeting.begunAt);
  const here = meeting.state === 'ended' ? undefined : meeting.parts.at(-1)?.part;
  const parts = meeting.agenda.map((item): PartProgress => {
    const visits = meeting.parts.filter(({ part }) => part === item.part);
    const spent = visits.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? until) - from), 0);
    const left = item.minutes * minute - spent;
    return { ...item, spent, left, standing: standingOf(item, left, visits.length, item.part === here) };
  });
  const at = parts.findIndex(({ part }) => part === here);
  const elapsed = until - meeting.begunAt;
  const all = meeting.agenda.reduce((sum, { minutes }) => sum + minutes, 0) * minute;
  const current = parts[at];
  const previous = at < 0 ? undefined : parts[at - 1];
  const next = at < 0 ? undefined : parts[at + 1];
  return { parts, ...(current && { current }), ...(previous && { previous }), ...(next && { next }), elapsed, left: all - elapsed };
}

function standingOf({ minutes }: AgendaItem, left: number, visits: number, here: boolean): PartStanding {
  if (!here) return visits === 0 ? 'ahead' : 'left';
  if (left <= 0) return 'over';
  return left <= Math.max(minute, (minutes * minute) / 5) ? 'nearlyOver' : 'within';
}

/** The meeting that goes on: the first of them, where two consoles began one each without knowing of the other. */
export const runningMeeting = (view: Pick<IncidentView, 'meetings'>): MeetingView | undefined =>
  view.meetings.find(({ state }) => state === 'running');

/** The last one that ended. */
export const lastMeeting = (view: Pick<IncidentView, 'meetings'>): MeetingView | undefined =>
  view.meetings.findLast(({ state }) => state === 'ended');
