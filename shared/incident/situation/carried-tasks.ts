/** Tasks on their way between two incidents: what an event of a merge carries of them, and how a fold reads it back. */
import * as z from 'zod';
import { err, type Result } from '../../result.ts';
import { taskStates } from '../../vocabulary/words.ts';
import type { Command } from '../commands.ts';
import { given } from '../draft.ts';
import { freeLabel } from '../labels.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import type { TaskView } from '../work-view.ts';

const carried = z.object({
  id: z.string().min(1),
  label: z.string(),
  text: z.string(),
  state: z.enum(taskStates),
  to: z.string().optional(),
  minutes: z.number(),
  addedAt: z.number(),
  addedBy: z.string(),
  since: z.number().optional(),
  timebox: z.object({ setBy: z.string(), dueAt: z.number() }).optional(),
  ackedAt: z.number().optional(),
  extensions: z.number(),
  endedAt: z.number().optional(),
  result: z.string().optional(),
  reason: z.string().optional(),
});
type CarriedTask = z.infer<typeof carried>;

/** What is carried of a task: not what it hangs on in its own incident. */
export function carriedTask({ workstream: _workstream, hypothesis: _hypothesis, from: _from, ...task }: TaskView): CarriedTask {
  return carried.parse(task);
}

/** The tasks that an event carries; what does not read as a task is left out. */
export function readCarried(rows: readonly unknown[]): readonly TaskView[] {
  return rows.flatMap((row) => {
    const task = carried.safeParse(row);
    return task.success ? [given(task.data) as TaskView] : [];
  });
}

/** Whether somebody has yet to finish or drop it. */
export const isOpenTask = ({ state }: TaskView): boolean => state !== 'done' && state !== 'dropped';

/** Tasks that come in: each keeps its id, and its label where that is free. Those that are here already stay as they are. */
export function withIncoming(tasks: readonly TaskView[], incoming: readonly TaskView[], from: string): readonly TaskView[] {
  const known = [...tasks];
  for (const task of incoming) {
    if (known.some(({ id }) => id === task.id)) continue;
    // `t4b` of one incident that met another `t4` is `t4` again where that is free.
    const label = freeLabel(task.label.replace(/^([a-z]\d+)(?:[a-z]|-\d+)$/, '$1'), known);
    known.push({ ...task, label, from });
  }
  return known;
}

/** Tasks that come home as they stand now, under their own labels and on what they hung on. What was ended here meanwhile stays ended. */
export function withReturning(tasks: readonly TaskView[], returning: readonly TaskView[]): readonly TaskView[] {
  return tasks.map((own) => {
    const now = returning.find(({ id }) => id === own.id);
    if (!now || (!isOpenTask(own) && isOpenTask(now))) return own;
    const { label, workstream, hypothesis, from } = own;
    return { ...now, label, ...given({ workstream, hypothesis, from }) };
  });
}

/** The refusal of a command about a task that went along into another incident: it goes on there. */
export function goneAlong(view: IncidentView, command: Command): Result<never, Refusal> | undefined {
  const { mergedInto } = view;
  if (!mergedInto || !('task' in command) || !mergedInto.moved.includes(command.task)) return undefined;
  const task = view.tasks.find(({ id }) => id === command.task)?.label ?? 'this task';
  return err(notFromHere(`${task} went along to ${mergedInto.label} ${mergedInto.title}. Find it there`));
}
