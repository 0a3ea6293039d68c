/** What is shown beside "Resolve" and never blocks it: what was agreed as the end, and what goes on or was left as it is (design: RESOLVE). */
import { personName } from '../names.ts';
import type { IncidentView } from '../view.ts';
import type { LeverView, TaskView } from '../work-view.ts';
import { actionsOf } from './actions.ts';
import { isRunning } from './task-clocks.ts';

export interface Remark {
  readonly kind: 'exitCriteria' | 'tasks' | 'levers' | 'actions';
  /** One or two plain sentences. */
  readonly says: string;
  /** What it is about: ids of tasks, keys of levers, ids of entries. */
  readonly about: readonly string[];
}

/** Levers that work in the world and were not said to stay. */
export function leversApplied(view: IncidentView): readonly LeverView[] {
  return view.levers.filter(({ state }) => state === 'applied');
}

/** What a person who resolves should see; empty when nothing is left. */
export function resolveRemarks(view: IncidentView): readonly Remark[] {
  return [...exitRemark(view), ...taskRemark(view), ...leverRemark(view), ...actionRemark(view)];
}

function exitRemark({ exitCriteria }: IncidentView): readonly Remark[] {
  return exitCriteria === undefined ? [] : [{ kind: 'exitCriteria', says: `Over when: ${exitCriteria}. Is it so?`, about: [] }];
}

function taskRemark(view: IncidentView): readonly Remark[] {
  const open = view.tasks.filter((task) => isRunning(task) || task.state === 'stuck');
  if (open.length === 0) return [];
  const named = (task: TaskView): string => (task.to === undefined ? task.label : `${task.label} (${personName(view, task.to)})`);
  const carried = open.length === 1 ? 'It carries on unless you end it.' : 'They all carry on unless you end them.';
  return [{ kind: 'tasks', says: `Not done yet: ${open.map(named).join(', ')}. ${carried}`, about: open.map(({ id }) => id) }];
}

function leverRemark(view: IncidentView): readonly Remark[] {
  const applied = leversApplied(view);
  if (applied.length === 0) return [];
  const names = applied.map(({ name, target }) => (target === undefined ? name : `${name} on ${target}`)).join(', ');
  return [{ kind: 'levers', says: `Still applied: ${names}. Take back, or keep.`, about: applied.map(({ lever }) => lever) }];
}

function actionRemark(view: IncidentView): readonly Remark[] {
  const open = actionsOf(view).filter(({ missing }) => missing.includes('way back'));
  if (open.length === 0) return [];
  const says = open.length === 1 ? 'One action has no way back written down.' : `${open.length} actions have no way back written down.`;
  return [{ kind: 'actions', says, about: open.map(({ id }) => id) }];
}
