/** The events that commands of checklists would make. */
import { err, type Result } from '../../result.ts';
import type { Command, CommandType } from '../commands.ts';
import { type Draft, missing } from '../draft.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type ChecklistCommand = Command<Extract<CommandType, `checklist.${string}`>>;

/** The events of the command, in the order in which the log gets them. */
export function checklistCandidates(_view: IncidentView, command: ChecklistCommand): Result<readonly Draft[], Refusal> {
  return err(missing(command.type));
}
