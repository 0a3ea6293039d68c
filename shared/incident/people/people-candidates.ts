/** From a command of people to the events that it would make, before anything is judged. */
import { err, ok, type Result } from '../../result.ts';
import type { peopleCommands } from '../catalogue/people.ts';
import { followChart } from '../charts/ask.ts';
import type { Command } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, transition } from '../draft.ts';
import { canonicalPerson, personName } from '../names.ts';
import type { Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import { standingEvents, standingWords } from './evolve-standings.ts';
import { type HandoffCommand, handoffCandidates } from './handoff-candidates.ts';

export type PeopleCommand = Command<keyof typeof peopleCommands>;

/** The events of the command, in the order in which the log gets them. */
export function peopleCandidates(view: IncidentView, command: PeopleCommand, context: DecideContext): Result<readonly Draft[], Refusal> {
  switch (command.type) {
    case 'person.mark':
      return marks(view, command, context);
    case 'person.setAwake':
      return ok([fact('person.awakeSince', { person: canonicalPerson(view, command.person), since: command.since })]);
    case 'relief.plan':
      return ok([fact('relief.planned', { person: canonicalPerson(view, command.person), from: command.from })]);
    case 'relief.noneAvailable':
      return ok([fact('relief.noneAvailable', given({ reason: command.reason }))]);
    default:
      return handoffCandidates(view, command satisfies HandoffCommand, context);
  }
}

/** One event for each person, several ids of one counting once. All or nobody: a name for whom there is no such way refuses the rest. */
function marks(view: IncidentView, command: Command<'person.mark'>, context: DecideContext): Result<readonly Draft[], Refusal> {
  const type = standingEvents[command.standing];
  const ids = [...new Set(command.people.map((person) => canonicalPerson(view, person)))];
  const barred = ids.find((person) => {
    const standing = view.people[person]?.standing ?? 'engaged';
    return followChart('person', standing, { type, at: context.now, actor: context.actor.id, body: {} }) === undefined;
  });
  if (barred !== undefined) {
    const { standing } = view.people[barred] ?? { standing: 'excused' };
    const message = `Not from here: ${personName(view, barred)} is ${standingWords[standing]}; mark them asked or here first.`;
    return err({ code: 'impossible', message, unmet: [] });
  }
  const until = command.standing === 'resting' ? command.until : undefined;
  return ok(ids.map((person) => transition(type, command, { person, ...given({ until }) })));
}
