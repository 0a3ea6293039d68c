/** What audiences wait for: targets of the playbook, promises, deadlines that were set by hand, and drafts that wait for the commander's word. */
import { firstPostDue, scopePostDue } from '../cadence-plan.ts';
import { type AudienceClock, clocksOf } from '../clocks.ts';
import { brokenFrom } from '../deadlines.ts';
import { updateAnswers } from '../prompts/clock-prompts.ts';
import { approvalEndsAt, awaitsApproval } from '../updates/approval.ts';
import type { IncidentView } from '../view.ts';
import { type ScheduleItem, standingAt, standingOfChance, whose } from './schedule-item.ts';

/** The items of all audiences. A target and a promise of one audience are two: the one is ours, the other was said. */
export function updateItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return [...clocksOf(view, now).flatMap((clock) => audienceItems(view, clock, now)), ...draftItems(view, now)];
}

function audienceItems(view: IncidentView, clock: AudienceClock, now: number): readonly ScheduleItem[] {
  const { audience, target, promise, deadline, deadlineSays } = clock;
  const tells = whose(view, view.roles.comms?.holder ?? view.roles.commander?.holder);
  const item = (kind: 'target' | 'promise' | 'deadline', at: number | undefined, says: string): readonly ScheduleItem[] => {
    if (at === undefined) return [];
    const broken = kind === 'promise' && now >= brokenFrom(view, at);
    const standing = broken ? 'broken' : standingAt(view, at, now);
    return [{ id: `${kind}/${audience}`, at, kind, says, standing, audience, ...tells, answers: answersTo(view, clock, kind) }];
  };
  return [
    ...item('target', target, targetWords(view, clock)),
    ...item('promise', promise, `update to ${audience}, as promised`),
    ...item('deadline', deadline, `deadline for ${audience}${deadlineSays === undefined ? '' : `: ${deadlineSays}`}`),
  ];
}

/** Snoozing moves a target alone. */
function answersTo(view: IncidentView, clock: AudienceClock, kind: ScheduleItem['kind']): ScheduleItem['answers'] {
  const answers = updateAnswers(view, clock);
  return kind === 'target' ? answers : answers.slice(0, 1);
}

function targetWords(view: IncidentView, { audience, target, combined }: AudienceClock): string {
  if (view.cadences[audience].state === 'snoozed') return `update to ${audience}, snoozed until then`;
  if (combined) return 'a new summary';
  if (target === firstPostDue(view, audience)) return `first update to ${audience}`;
  return `update to ${audience}${target === scopePostDue(view, audience) ? ' on how far it reaches' : ''}`;
}

function draftItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  const comms = view.roles.comms?.holder;
  return view.drafts
    .filter((draft) => awaitsApproval(view, draft, comms ?? draft.by))
    .map((draft) => {
      const at = approvalEndsAt(view, draft);
      return {
        id: `approval/${draft.id}`,
        at,
        kind: 'approval',
        says: `${draft.label} to ${draft.audiences.join(', ')} may go out without an approval`,
        standing: standingOfChance(view, at, now),
        thing: draft.id,
        ...whose(view, comms ?? draft.by),
        answers: [
          { says: 'approve', key: `/ok ${draft.label}` },
          { says: 'send', key: `/send ${draft.label}` },
        ],
      };
    });
}
