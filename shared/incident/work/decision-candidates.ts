/** The events that commands of decisions would make. */
import { err, ok, type Result } from '../../result.ts';
import { isAlone } from '../cadence-plan.ts';
import type { Command, CommandType } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { nextLabel } from '../labels.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type DecisionCommand = Command<Extract<CommandType, `decision.${string}`>>;

/** The events of the command, in the order in which the log gets them. */
export function decisionCandidates(
  view: IncidentView,
  command: DecisionCommand,
  context: DecideContext,
): Result<readonly Draft[], Refusal> {
  if (command.type === 'decision.propose') return ok(proposing(view, command, context));
  const { decision } = command;
  if (!view.decisions.some(({ id }) => id === decision)) return err(missing('this decision'));
  switch (command.type) {
    case 'decision.amend': {
      const { known, unknown, risk, wayBack } = command;
      return ok([fact('decision.amended', { decision, ...given({ known, unknown, risk, wayBack }) })]);
    }
    case 'decision.poll':
      return ok([transition('decision.polled', command, { decision })]);
    case 'decision.object':
      return ok([transition('decision.objected', command, { decision, text: command.text })]);
    case 'decision.decide':
      return ok([transition('decision.decided', command, { decision })]);
    case 'decision.withdraw':
      return ok([transition('decision.withdrawn', command, { decision })]);
    case 'decision.reverse':
      return ok(reversing(view, command, context));
  }
}

/** Where nobody else is here, nobody is asked. */
function proposing(view: IncidentView, command: Command<'decision.propose'>, context: DecideContext): readonly Draft[] {
  const { text, known, unknown, risk, wayBack, next = isAlone(view) ? 'decide' : 'poll', at } = command;
  const id = context.newId();
  const when = given({ occurredAt: at });
  const label = nextLabel('d', view.decisions);
  const proposed = { id, ...fact('decision.proposed', { label, text, ...given({ known, unknown, risk, wayBack }) }), ...when };
  if (next === 'wait') return [proposed];
  return [proposed, { ...fact(next === 'poll' ? 'decision.polled' : 'decision.decided', { decision: id }), ...when }];
}

/** What takes the place of a decision was decided with its reversal. */
function reversing(view: IncidentView, command: Command<'decision.reverse'>, context: DecideContext): readonly Draft[] {
  const { decision, text } = command;
  if (text === undefined) return [transition('decision.reversed', command, { decision })];
  const instead = proposing(view, { ...command, type: 'decision.propose', text, next: 'decide' }, context);
  return [...instead, transition('decision.reversed', command, { decision, ...given({ replacement: instead[0]?.id }) })];
}
