/** From a command of people to the events that it would make, before anything is judged. */

import { err, type Result } from '../../result.ts';
import type { peopleCommands } from '../catalogue/people.ts';
import type { Command } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import type { Draft } from '../draft.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type PeopleCommand = Command<keyof typeof peopleCommands>;

/** The events of the command, in the order in which the log gets them. */
export function peopleCandidates(_view: IncidentView, command: PeopleCommand, _context: DecideContext): Result<readonly Draft[], Refusal> {
  return err({ code: 'impossible', message: `Not from here: ${command.type}.`, unmet: [] });
}
