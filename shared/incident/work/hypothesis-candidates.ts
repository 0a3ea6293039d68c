/** The events that commands of hypotheses and their evidence would make. */
import { err, ok, type Result } from '../../result.ts';
import type { Command, CommandType } from '../commands.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { nextLabel } from '../labels.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

export type HypothesisCommand = Command<Extract<CommandType, `hypothesis.${string}` | 'evidence.add'>>;

/** The events of the command, in the order in which the log gets them. */
export function hypothesisCandidates(view: IncidentView, command: HypothesisCommand): Result<readonly Draft[], Refusal> {
  if (command.type === 'hypothesis.open') {
    const opened = fact('hypothesis.opened', { label: nextLabel('h', view.hypotheses), text: command.text });
    return ok([{ ...opened, ...given({ occurredAt: command.at }) }]);
  }
  const { hypothesis } = command;
  if (!view.hypotheses.some(({ id }) => id === hypothesis)) return err(missing('this hypothesis'));
  const entry = 'entry' in command ? command.entry : undefined;
  if (entry !== undefined && !view.items.some((block) => block.some(({ id }) => id === entry))) return err(missing('this entry'));
  switch (command.type) {
    case 'hypothesis.test': {
      const { test, tester, minutes } = command;
      return ok([transition('hypothesis.testStarted', command, { hypothesis, test, ...given({ tester, minutes }) })]);
    }
    case 'hypothesis.support':
      return ok([transition('hypothesis.supported', command, { hypothesis, ...given({ text: command.text, entry }) })]);
    case 'hypothesis.refute':
      return ok([transition('hypothesis.refuted', command, { hypothesis, ...given({ text: command.text, entry }) })]);
    case 'hypothesis.park':
      return ok([transition('hypothesis.parked', command, { hypothesis })]);
    case 'hypothesis.reopen':
      return ok([transition('hypothesis.reopened', command, { hypothesis })]);
    case 'evidence.add':
      return weighing(command);
  }
}

function weighing({ hypothesis, sign, text, entry, at }: Command<'evidence.add'>): Result<readonly Draft[], Refusal> {
  if (text === undefined && entry === undefined) {
    return err({ code: 'impossible', message: 'Say in a few words what was seen, or name the entry that shows it.', unmet: [] });
  }
  return ok([{ ...fact('evidence.added', { hypothesis, sign, ...given({ text, entry }) }), ...given({ occurredAt: at }) }]);
}
