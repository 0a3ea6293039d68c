/** "And now?" for tasks: the running clocks, sorted by time left, and how each stands at a moment. */
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import type { TaskView } from '../work-view.ts';

const minute = 60_000;
/** A task that nobody acknowledged for so long was perhaps not heard (design: roles, deputy). */
const heardWithin = 2 * minute;

export interface TaskClock {
  readonly task: TaskView;
  /** Ms since epoch, UTC. */
  readonly dueAt: number;
  /** Ms; negative once the time is up. */
  readonly left: number;
  /** `expired`: waits for one of its answers, done, more time, stuck or handed on. */
  readonly standing: 'running' | 'dueSoon' | 'expired';
  /** Offered two minutes ago or longer, and never acknowledged. */
  readonly unheard: boolean;
}

/** Whether somebody has the task and its clock runs or ran out. */
export const isRunning = ({ state }: Pick<TaskView, 'state'>): boolean =>
  state === 'offered' || state === 'acked' || state === 'running' || state === 'expired';

/** The clocks of all running tasks, least time left first: those whose time is up lead. */
export function taskClocks(view: IncidentView, now: number): readonly TaskClock[] {
  const clocks = view.tasks.flatMap((task): readonly TaskClock[] => {
    const dueAt = isRunning(task) ? (task.timebox?.dueAt ?? task.since) : undefined;
    if (dueAt === undefined) return [];
    const left = dueAt - now;
    return [{ task, dueAt, left, standing: standingOf(view, task, left), unheard: isUnheard(task, now) }];
  });
  return clocks.sort((a, b) => a.dueAt - b.dueAt || a.task.addedAt - b.task.addedAt);
}

function standingOf(view: IncidentView, task: TaskView, left: number): TaskClock['standing'] {
  // The watch writes it down a moment later.
  if (task.state === 'expired' || left <= 0) return 'expired';
  // A short task is not due soon from its beginning on.
  const soon = Math.min(assumedPlaybook(view).dueSoonMinutes * minute, (task.minutes * minute) / 4);
  return left <= soon ? 'dueSoon' : 'running';
}

function isUnheard(task: TaskView, now: number): boolean {
  return task.state === 'offered' && now - (task.since ?? task.addedAt) >= heardWithin;
}

/** The clocks whose time is up, the longest ago first. */
export function expiredClocks(view: IncidentView, now: number): readonly TaskClock[] {
  return taskClocks(view, now).filter(({ standing }) => standing === 'expired');
}
