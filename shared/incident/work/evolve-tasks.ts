/** What events of tasks make of a view. The chart moves them; here are their clocks, owners and ends. */
import { followChart } from '../charts/ask.ts';
import type { ChartEvent } from '../charts/meets.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel } from '../labels.ts';
import type { IncidentView } from '../view.ts';
import type { TaskView } from '../work-view.ts';
import { timeboxFrom } from './timeboxes.ts';

type TaskEvent = Extract<KnownEvent, { readonly type: `task.${string}` }>;
type Added = Extract<TaskEvent, { readonly type: 'task.added' }>;
type Moved = Exclude<TaskEvent, Added>;

const isTaskEvent = (event: KnownEvent): event is TaskEvent => event.type.startsWith('task.');
const stepped = (state: TaskView['state'], event: ChartEvent): TaskView['state'] | undefined =>
  followChart('task', state, event) as TaskView['state'] | undefined;

/** Applies an event of a task; others leave the view as it was. */
export function evolveTasks(view: IncidentView, event: KnownEvent): Evolved {
  if (!isTaskEvent(event)) return { view };
  if (event.type === 'task.added') return { view: { ...view, tasks: [...view.tasks, added(view, event)] } };
  const task = view.tasks.find(({ id }) => id === event.body.task);
  if (!task) return { contested: 'it names a task that is not known here' };
  const state = stepped(task.state, chartEvent(event));
  if (state === undefined) return { contested: `${task.label} is ${task.state}` };
  const after = moved({ ...task, state, since: event.occurredAt }, event);
  return { view: { ...view, tasks: view.tasks.map((other) => (other === task ? after : other)) } };
}

function added(view: IncidentView, event: Added): TaskView {
  const { label, text, to, minutes, workstream, hypothesis } = event.body;
  const task: TaskView = {
    id: event.id,
    label: freeLabel(label, view.tasks),
    text,
    state: 'proposed',
    minutes,
    addedAt: event.occurredAt,
    addedBy: event.by ?? event.actor,
    since: event.occurredAt,
    extensions: 0,
    ...given({ workstream, hypothesis }),
  };
  return to === undefined ? task : offered({ ...task, state: 'offered' }, event, to, minutes);
}

/** A task in the hands of somebody new, with a clock of its own. Who takes one for themselves has heard it, and is at it. */
function offered(task: TaskView, event: TaskEvent, to: string, minutes: number): TaskView {
  const { ackedAt: _acked, reason: _reason, ...rest } = task;
  const given = { ...rest, to, minutes, extensions: 0, timebox: timeboxFrom(event.id, event.occurredAt, minutes) };
  if (to !== (event.by ?? event.actor)) return given;
  const state = stepped(task.state, { ...chartEvent(event), type: 'task.started' });
  return { ...given, state: state ?? task.state, ackedAt: event.occurredAt };
}

function moved(task: TaskView, event: Moved): TaskView {
  const at = event.occurredAt;
  const { timebox, reason: _reason, ...rest } = task;
  switch (event.type) {
    case 'task.acked': {
      const { minutes } = event.body;
      const heard = { ...task, ackedAt: at };
      return minutes === undefined ? heard : { ...heard, minutes, timebox: timeboxFrom(event.id, at, minutes) };
    }
    case 'task.started':
      return { ...task, ackedAt: task.ackedAt ?? at };
    case 'task.extended': {
      const from = Math.max(at, timebox?.dueAt ?? at);
      return { ...rest, extensions: task.extensions + 1, timebox: timeboxFrom(event.id, from, event.body.minutes) };
    }
    case 'task.finished':
      return { ...rest, endedAt: at, ...given({ result: event.body.result }) };
    case 'task.dropped':
      return { ...rest, endedAt: at, ...given({ reason: event.body.reason }) };
    case 'task.stuck':
      return { ...rest, ...given({ reason: event.body.reason }) };
    case 'task.handedOn':
      return offered(task, event, event.body.to, event.body.minutes ?? task.minutes);
    case 'task.reopened': {
      const { endedAt: _ended, result: _result, ...open } = rest;
      const minutes = event.body.minutes ?? task.minutes;
      // Nobody had it: whoever opens it again does.
      const to = task.to ?? event.by ?? event.actor;
      return { ...open, to, minutes, extensions: 0, timebox: timeboxFrom(event.id, at, minutes) };
    }
  }
}
