/** What falls due once the incident is over: its review, and what is to be done so that it does not come back. */
import { zonedToUtc } from '../../vocabulary/zoned-time.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { reviewDueAt } from '../review-due.ts';
import type { IncidentView } from '../view.ts';
import { type ScheduleItem, standingAt, whose } from './schedule-item.ts';

/** The review, and the follow-ups that have a day and are not let go. Whether one was done is known where it is done, not here. */
export function afterwardsItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return [...reviewItem(view, now), ...followUpItems(view, now)];
}

function reviewItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  const at = reviewTime(view);
  if (at === undefined) return [];
  const owner = view.review?.owner ?? view.roles.commander?.holder;
  const started = view.phase === 'review';
  const answers = started ? [{ says: 'close', key: '/close' }] : [{ says: 'start it', key: '/review ' }];
  const says = started ? 'the review is due' : 'the review is due, and has not been started';
  return [{ id: 'review', at, kind: 'review', says, standing: standingAt(view, at, now), ...whose(view, owner), answers }];
}

/** By the review that was started; before that by the severity, from the end. */
function reviewTime(view: IncidentView): number | undefined {
  if (view.phase === 'review') return view.review?.dueAt ?? undefined;
  if (view.phase !== 'resolved' || view.endedAt === undefined) return undefined;
  const { review } = assumedPlaybook(view).severities[view.severity ?? 2];
  return review.optional ? undefined : reviewDueAt(review, view.endedAt, view.zone);
}

function followUpItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return view.followUps.flatMap(({ id, label, text, owner, due, wontDo }): readonly ScheduleItem[] => {
    const at = wontDo === undefined && due !== undefined ? endOfDay(due, view.zone) : undefined;
    if (at === undefined) return [];
    const answers = [
      { says: 'another day', key: `/own ${label} ` },
      { says: "won't do", key: `/wontdo ${label} ` },
    ];
    const item = { id: `followUp/${id}`, at, kind: 'followUp', says: `${label} ${text}`, standing: standingAt(view, at, now) } as const;
    return [{ ...item, thing: id, ...whose(view, owner), answers }];
  });
}

/** The midnight that ends a day such as `2026-11-30` in a zone, ms since epoch; `undefined` for what is no day. */
function endOfDay(day: string, zone: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return zonedToUtc({ year, month, day: date + 1, hour: 0, minute: 0, second: 0 }, zone);
}
