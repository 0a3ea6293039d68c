/** What a timebox that ran out makes of a view. One that is no longer its thing's present timebox changes nothing. */
import { followChart } from '../charts/ask.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { IncidentView } from '../view.ts';
import type { TaskView } from '../work-view.ts';
import { timeboxesOf } from './timeboxes.ts';

/** Records that a timebox ran out, once; other events leave the view as it was. */
export function evolveTimeboxes(view: IncidentView, event: KnownEvent): Evolved {
  if (event.type !== 'timebox.expired') return { view };
  const key = 'deadline' in event.cause ? event.cause.deadline : '';
  const timebox = timeboxesOf(view).find((running) => running.key === key);
  if (!timebox) return { contested: 'it had more time, or was over' };
  const fallen = { ...view.fallen, [key]: { event: event.id, at: event.occurredAt } };
  const { thing } = timebox;
  if (!('task' in thing)) return { view: { ...view, fallen } };
  return { view: { ...view, fallen, tasks: view.tasks.map((task) => (task.id === thing.task ? expired(task, event) : task)) } };
}

function expired(task: TaskView, event: KnownEvent): TaskView {
  const state = followChart('task', task.state, chartEvent(event)) as TaskView['state'] | undefined;
  const { timebox: _timebox, ...rest } = task;
  return { ...rest, state: state ?? task.state, since: event.occurredAt };
}
