/** How a task reads beside its text, and what one can say of it next. */
import { personName } from '../../../../shared/incident/names.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { TaskClock } from '../../../../shared/incident/work/task-clocks.ts';
import type { TaskView } from '../../../../shared/incident/work-view.ts';
import type { TaskState } from '../../../../shared/vocabulary/words.ts';
import { ageText } from '../../../components/clock/format-time.ts';
import type { Answer } from './thing.tsx';

/** A number stands for the label; one that a merge made longer (`t4b`) stays whole. */
export function shortLabel(label: string): string {
  return /^[a-z]\d+$/.test(label) ? label.slice(1) : label;
}

const stateWords: Readonly<Record<TaskState, string>> = {
  proposed: 'nobody has it yet',
  offered: 'offered',
  acked: 'heard',
  running: '',
  expired: '',
  // Its mark says so already.
  stuck: '',
  done: 'done',
  dropped: 'dropped',
};

/** `Sam Lee · offered, not heard yet · 2nd timebox`. */
export function taskSays(view: Pick<IncidentView, 'people'>, task: TaskView, clock?: Pick<TaskClock, 'unheard' | 'standing'>): string {
  const state = clock?.standing === 'expired' ? '' : clock?.unheard ? 'offered, not heard yet' : stateWords[task.state];
  return [
    task.to === undefined ? '' : personName(view, task.to),
    state,
    task.state === 'stuck' && task.reason !== undefined ? task.reason : '',
    task.extensions > 0 ? `more time ${task.extensions === 1 ? 'once' : `${task.extensions} times`}` : '',
    task.from === undefined ? '' : 'came with a merge',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

/** How long ago the time was up, in words that do not count seconds. */
export const overSays = (left: number): string => (left > -60_000 ? 'just now' : `${ageText(-left)} ago`);

/** What one can say of a running task. One whose time is up asks for one of its answers; the second time, more time wants a reason. */
export function taskAnswers(task: TaskView, standing: TaskClock['standing'] | 'stuck' | 'proposed'): readonly Answer[] {
  const label = shortLabel(task.label);
  const done: Answer = { line: `/t done ${label} `, says: 'done' };
  const more: Answer = { line: `/t +5 ${label} `, says: 'five minutes more' };
  const stuck: Answer = { line: `/t stuck ${label} `, says: 'stuck' };
  const handOn: Answer = { line: `/t on ${label} @`, says: 'hand on' };
  if (standing === 'expired') return [done, more, stuck, handOn];
  if (standing === 'stuck') return [more, handOn, { line: `/t drop ${label} `, says: 'drop' }];
  if (standing === 'proposed') return [handOn, { line: `/t drop ${label} `, says: 'drop' }];
  return task.state === 'offered' ? [{ line: `/t ack ${label}`, says: 'heard' }, done] : [done];
}
