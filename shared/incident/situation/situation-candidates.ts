/** From a command of situation to the events that it would make, before anything is judged. */

import { err, ok, type Result } from '../../result.ts';
import type { situationCommands } from '../catalogue/situation.ts';
import type { Command } from '../commands.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { nextLabel } from '../labels.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type SituationCommand = Command<keyof typeof situationCommands>;

/** The events of the command, in the order in which the log gets them. */
export function situationCandidates(view: IncidentView, command: SituationCommand): Result<readonly Draft[], Refusal> {
  switch (command.type) {
    case 'can.report':
      return ok([fact('can.reported', { text: command.text })]);
    case 'question.answer': {
      const { question, text } = command;
      if (!view.questions.some(({ id }) => id === question)) return err(missing('such a question'));
      return ok([fact('question.answered', { question, text })]);
    }
    case 'focus.set':
      return ok([fact('focus.set', { focus: command.focus, ...given({ reason: command.reason }) })]);
    case 'tempo.set':
      return ok([transition('tempo.set', command, { tempo: command.tempo })]);
    case 'workstream.open': {
      const { name, leader, goal, minutes, members } = command;
      const label = nextLabel('w', view.workstreams);
      return ok([fact('workstream.opened', { label, name, ...given({ leader, goal, minutes, members }) })]);
    }
    case 'workstream.amend': {
      const { workstream, name, leader, goal, minutes, members } = command;
      return (
        closedTo(view, workstream) ?? ok([fact('workstream.amended', { workstream, ...given({ name, leader, goal, minutes, members }) })])
      );
    }
    case 'workstream.close': {
      const { workstream, outcome, at } = command;
      const closed = fact('workstream.closed', { workstream, ...given({ outcome, reason: command.reason }) });
      return closedTo(view, workstream) ?? ok([{ ...closed, ...given({ occurredAt: at }) }]);
    }
    case 'incident.merge':
    case 'incident.unmerge':
      // They write into two incidents at once; `decideMerge` and `decideUnmerge` see both.
      return err(notFromHere(`${command.type} needs the other incident too`));
  }
}

/** Why a workstream takes no change: it is not known, or it has ended. */
function closedTo(view: IncidentView, id: string): Result<never, Refusal> | undefined {
  const workstream = view.workstreams.find((known) => known.id === id);
  if (!workstream) return err(missing('such a workstream'));
  if (workstream.closedAt === undefined) return undefined;
  return err(notFromHere(`${workstream.label} has ended. Open a new workstream`));
}
