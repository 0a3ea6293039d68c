/** Time that was given to tasks, tests and workstreams, and leases of levers. Silent while the incident sleeps and once it has ended, as their clocks are. */
import { clocksRun } from '../cadence-plan.ts';
import type { PromptAnswer } from '../prompts/prompt.ts';
import { taskAnswers, testAnswers, workstreamAnswers } from '../prompts/work-prompts.ts';
import type { IncidentView } from '../view.ts';
import { taskClocks } from '../work/task-clocks.ts';
import { type ScheduleItem, standingAt, whose } from './schedule-item.ts';

/** What runs now, and what ran out and has no answer yet. */
export function workItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  if (!clocksRun(view)) return [];
  return [...taskItems(view, now), ...testItems(view, now), ...workstreamItems(view, now), ...leaseItems(view, now)];
}

interface Boxed {
  readonly thing: string;
  readonly at: number;
  readonly says: string;
  readonly owner: string | undefined;
  readonly answers: readonly PromptAnswer[];
}

function timebox(view: IncidentView, { thing, at, says, owner, answers }: Boxed, now: number): ScheduleItem {
  return { id: `timebox/${thing}`, at, kind: 'timebox', says, standing: standingAt(view, at, now), thing, ...whose(view, owner), answers };
}

function taskItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return taskClocks(view, now).map(({ task, dueAt, standing }) => {
    const says = `${task.label} ${task.text}`;
    const item = timebox(view, { thing: task.id, at: dueAt, says, owner: task.to, answers: taskAnswers(view, task) }, now);
    // A short task is not due soon from its beginning on.
    return standing === 'running' && item.standing === 'dueSoon' ? { ...item, standing: 'ahead' } : item;
  });
}

function testItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return view.hypotheses.flatMap(({ id, label, text, state, test }) => {
    const at = state === 'testing' ? test?.timebox?.dueAt : undefined;
    if (at === undefined) return [];
    return [timebox(view, { thing: id, at, says: `test of ${label} ${text}`, owner: test?.tester, answers: testAnswers(label) }, now)];
  });
}

function workstreamItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return view.workstreams.flatMap(({ id, label, name, leader, closedAt, timebox: box }) => {
    if (closedAt !== undefined || box === undefined) return [];
    return [timebox(view, { thing: id, at: box.dueAt, says: `${label} ${name}`, owner: leader, answers: workstreamAnswers(label) }, now)];
  });
}

function leaseItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  return view.levers.flatMap(({ lever, name, state, holder, until }): readonly ScheduleItem[] => {
    if (state !== 'leased' || until === undefined) return [];
    const answers = [
      { says: 'applied', key: `/lever on ${lever} ` },
      { says: 'let it go', key: `/lever free ${lever}` },
    ];
    const says = `lease on "${name}" ends`;
    const standing = standingAt(view, until, now);
    return [{ id: `lease/${lever}`, at: until, kind: 'lease', says, standing, thing: lever, ...whose(view, holder), answers }];
  });
}
