/** From a command of work to the events that it would make, before anything is judged: each thing has its file. */
import type { Result } from '../../result.ts';
import type { workCommands } from '../catalogue/work.ts';
import type { Command } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import type { Draft } from '../draft.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import { type DecisionCommand, decisionCandidates } from './decision-candidates.ts';
import { type HypothesisCommand, hypothesisCandidates } from './hypothesis-candidates.ts';
import { type LeverCommand, leverCandidates } from './lever-candidates.ts';
import { type TaskCommand, taskCandidates } from './task-candidates.ts';

export type WorkCommand = Command<keyof typeof workCommands>;

/** The events of the command, in the order in which the log gets them. */
export function workCandidates(view: IncidentView, command: WorkCommand, context: DecideContext): Result<readonly Draft[], Refusal> {
  if (isOf<TaskCommand>(command, 'task.')) return taskCandidates(view, command);
  if (isOf<HypothesisCommand>(command, 'hypothesis.', 'evidence.')) return hypothesisCandidates(view, command);
  if (isOf<DecisionCommand>(command, 'decision.')) return decisionCandidates(view, command, context);
  return leverCandidates(view, command as LeverCommand, context);
}

function isOf<T extends WorkCommand>(command: WorkCommand, ...prefixes: readonly string[]): command is T {
  return prefixes.some((prefix) => command.type.startsWith(prefix));
}
