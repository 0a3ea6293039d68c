/** The events that commands of levers, and of what is to be known of an action, would make. */
import { err, ok, type Result } from '../../result.ts';
import type { Command, CommandType } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import { isAction } from './actions.ts';
import { timeboxFrom } from './timeboxes.ts';

export type LeverCommand = Command<Extract<CommandType, `lever.${string}` | 'action.detail'>>;

/** The events of the command, in the order in which the log gets them. */
export function leverCandidates(view: IncidentView, command: LeverCommand, context: DecideContext): Result<readonly Draft[], Refusal> {
  if (command.type === 'action.detail') return detailing(view, command);
  const { lever } = command;
  const name = leverName(view, command);
  if (name === undefined) return err(missing(`a lever "${lever}"`));
  const person = command.by ?? context.actor.id;
  switch (command.type) {
    case 'lever.lease': {
      const minutes = command.minutes ?? assumedPlaybook(view).command.leaseMinutes;
      const until = timeboxFrom('', command.at ?? context.now, minutes).dueAt;
      return ok([transition('lever.leased', command, { lever, name, person, until })]);
    }
    case 'lever.release':
      return ok([transition('lever.released', command, { lever, name })]);
    case 'lever.apply': {
      const { target, checker, readBack, worstCase, wayBack } = command;
      const details = given({ target, checker, readBack, worstCase, wayBack });
      return ok([transition('lever.applied', command, { lever, name, person, ...details })]);
    }
    case 'lever.revert':
      return ok([transition('lever.reverted', command, { lever, name })]);
    case 'lever.keep':
      return ok([transition('lever.kept', command, { lever, name, ...given({ owner: command.owner }) })]);
  }
}

/** The lever's name in this incident or in its playbook; another lever brings its own. */
function leverName(view: IncidentView, command: Exclude<LeverCommand, { readonly type: 'action.detail' }>): string | undefined {
  const known =
    view.levers.find(({ lever }) => lever === command.lever) ?? assumedPlaybook(view).levers.find(({ id }) => id === command.lever);
  return known?.name ?? ('name' in command ? command.name : undefined);
}

function detailing(view: IncidentView, command: Command<'action.detail'>): Result<readonly Draft[], Refusal> {
  const { entry, lever, worstCase, wayBack, target, driver, checker, readBack } = command;
  if (!isAction(view, entry)) return err(missing('this action'));
  return ok([fact('action.detailed', { entry, ...given({ lever, worstCase, wayBack, target, driver, checker, readBack }) })]);
}
