/** From a command of work to the events that it would make, before anything is judged. */

import { err, type Result } from '../../result.ts';
import type { workCommands } from '../catalogue/work.ts';
import type { Command } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import type { Draft } from '../draft.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type WorkCommand = Command<keyof typeof workCommands>;

/** The events of the command, in the order in which the log gets them. */
export function workCandidates(_view: IncidentView, command: WorkCommand, _context: DecideContext): Result<readonly Draft[], Refusal> {
  return err({ code: 'impossible', message: `Not from here: ${command.type}.`, unmet: [] });
}
