/** The events that commands of messages would make. */
import { err, ok, type Result } from '../../result.ts';
import type { Command, CommandType } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, missing } from '../draft.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type UpdateCommand = Command<Extract<CommandType, `update.${string}` | `delivery.${string}`>>;

/** The events of the command, in the order in which the log gets them. */
export function updateCandidates(_view: IncidentView, command: UpdateCommand, _context: DecideContext): Result<readonly Draft[], Refusal> {
  switch (command.type) {
    case 'update.send': {
      const { audiences, text, nextAt, final, sentAt } = command;
      return ok([
        {
          ...fact('update.sent', { audiences: [...new Set(audiences)], text, ...given({ nextAt, final }) }),
          judged: true,
          ...given({ occurredAt: sentAt }),
        },
      ]);
    }
    default:
      return err(missing(command.type));
  }
}
