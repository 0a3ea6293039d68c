/** The events that commands of tasks would make. */
import { err, ok, type Result } from '../../result.ts';
import type { Command, CommandType } from '../commands.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { nextLabel } from '../labels.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type TaskCommand = Command<Extract<CommandType, `task.${string}`>>;

/** The events of the command, in the order in which the log gets them. */
export function taskCandidates(view: IncidentView, command: TaskCommand): Result<readonly Draft[], Refusal> {
  if (command.type === 'task.add') return adding(view, command);
  const { task } = command;
  if (!view.tasks.some(({ id }) => id === task)) return err(missing('this task'));
  switch (command.type) {
    case 'task.ack':
      return ok([transition('task.acked', command, { task, ...given({ minutes: command.minutes }) })]);
    case 'task.start':
      return ok([transition('task.started', command, { task })]);
    case 'task.extend':
      return ok([transition('task.extended', command, { task, minutes: command.minutes })]);
    case 'task.finish':
      return ok([transition('task.finished', command, { task, ...given({ result: command.result }) })]);
    case 'task.stick':
      return ok([transition('task.stuck', command, { task })]);
    case 'task.handOn':
      return ok([transition('task.handedOn', command, { task, to: command.to, ...given({ minutes: command.minutes }) })]);
    case 'task.drop':
      return ok([transition('task.dropped', command, { task })]);
    case 'task.reopen':
      return ok([transition('task.reopened', command, { task, ...given({ minutes: command.minutes }) })]);
  }
}

function adding(view: IncidentView, command: Command<'task.add'>): Result<readonly Draft[], Refusal> {
  const { text, to, workstream, hypothesis, at } = command;
  if (workstream !== undefined && !view.workstreams.some(({ id }) => id === workstream)) return err(missing('this workstream'));
  if (hypothesis !== undefined && !view.hypotheses.some(({ id }) => id === hypothesis)) return err(missing('this hypothesis'));
  const minutes = command.minutes ?? assumedPlaybook(view).command.taskMinutes;
  const body = { label: nextLabel('t', view.tasks), text, minutes, ...given({ to, workstream, hypothesis }) };
  return ok([{ ...fact('task.added', body), ...given({ occurredAt: at }) }]);
}
