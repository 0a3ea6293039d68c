/** What falls due once the incident is over: its review, and what is to be done so that it does not come back. */
import { overdueFrom } from '../follow-up-standing.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { reviewDueAt } from '../review-due.ts';
import type { IncidentView } from '../view.ts';
import { type ScheduleItem, standingAt, whose } from './schedule-item.ts';

/** The review, and the follow-ups that have a day and are neither done nor let go. */
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
  return view.followUps.flatMap((followUp): readonly ScheduleItem[] => {
    const { id, label, text, owner } = followUp;
    const at = overdueFrom(followUp, view.zone);
    if (at === undefined) return [];
    const answers = [
      { says: 'done', key: `/done ${label}` },
      { says: 'another day', key: `/own ${label} ` },
      { says: "won't do", key: `/wontdo ${label} ` },
    ];
    const item = { id: `followUp/${id}`, at, kind: 'followUp', says: `${label} ${text}`, standing: standingAt(view, at, now) } as const;
    return [{ ...item, thing: id, ...whose(view, owner), answers }];
  });
}
