/** The handoff of command from its commands: the offer with its brief, the answer, the confirmation; or all of them at once where they were spoken. */
import { err, ok, type Result } from '../../result.ts';
import type { Command } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, transition } from '../draft.ts';
import { personName } from '../names.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { HandoffView, IncidentView } from '../view.ts';
import { handoffBrief } from './handoff-brief.ts';
import { samePerson } from './presence.ts';
import { settling } from './role-conflicts.ts';

export type HandoffCommand = Command<'handoff.offer' | 'handoff.accept' | 'handoff.confirm' | 'handoff.decline'>;
type Drafts = Result<readonly Draft[], Refusal>;

const impossible = (why: string): Drafts => err(notFromHere(why));

/** The events of a step of the handoff. Refused as impossible: a step that does not follow the last one. */
export function handoffCandidates(view: IncidentView, command: HandoffCommand, context: DecideContext): Drafts {
  if (command.type === 'handoff.offer') return offer(view, command, context);
  const { handoff } = view;
  if (handoff === undefined) return impossible('no handoff of command is under way; offer it with /handoff and a name');
  if (command.type === 'handoff.decline') return declining(command, context, handoff);
  if (command.type === 'handoff.accept') return accepting(view, command, handoff);
  if (view.command !== 'accepted') return impossible(`${personName(view, handoff.to)} has not read it back yet`);
  const writer = command.by ?? context.actor.id;
  return ok([confirmation(view, command, handoff, samePerson(view, writer, handoff.from) ? {} : { unconfirmed: true })]);
}

function offer(view: IncidentView, command: Command<'handoff.offer'>, context: DecideContext): Drafts {
  const { to, spoken } = command;
  const from = view.roles.commander?.holder;
  if (from === undefined) return impossible('nobody has command; take it with /take ic');
  if (view.people[to]?.kind === 'team') return impossible('a team cannot have command; name a person');
  if (view.handoff !== undefined && view.command === 'accepted') return whenAccepted(view, command, view.handoff);
  const id = context.newId();
  const offered = { ...transition('handoff.offered', command, { from, to, ...given({ spoken }) }), id };
  if (spoken === undefined) {
    const at = command.at ?? context.now;
    return ok([
      offered,
      { ...fact('handoff.briefed', { offer: id, brief: handoffBrief(view, at) }), ...given({ occurredAt: command.at }) },
    ]);
  }
  const handoff = { offer: id, to };
  return ok([offered, unjudged(acceptance(command, handoff, { spoken })), unjudged(confirmation(view, command, handoff, { spoken }))]);
}

/** What was read back already waits for one word only. */
function whenAccepted(view: IncidentView, command: Command<'handoff.offer'>, handoff: HandoffView): Drafts {
  const name = personName(view, handoff.to);
  if (!samePerson(view, command.to, handoff.to)) return impossible(`${name} has read it back; confirm, or take it back with a reason`);
  if (command.spoken === undefined) return impossible(`${name} has read it back already; confirm it`);
  return ok([confirmation(view, command, handoff, { spoken: command.spoken })]);
}

function accepting(view: IncidentView, command: Command<'handoff.accept'>, handoff: HandoffView): Drafts {
  if (view.command === 'accepted') return impossible(`${personName(view, handoff.to)} has read it back already`);
  return ok([acceptance(command, handoff, given({ readBack: command.readBack }))]);
}

function declining(command: Command<'handoff.decline'>, context: DecideContext, { offer: declined }: HandoffView): Drafts {
  return ok([transition('handoff.declined', command, { person: command.by ?? context.actor.id, offer: declined })]);
}

type Offered = Pick<HandoffView, 'offer' | 'to'>;

function acceptance(command: HandoffCommand, { offer: accepted, to }: Offered, more: Draft['body']): Draft {
  return transition('handoff.accepted', command, { person: to, offer: accepted, ...more });
}

function confirmation(view: IncidentView, command: HandoffCommand, { offer: confirmed, to }: Offered, more: Draft['body']): Draft {
  return transition('handoff.confirmed', command, { person: to, offer: confirmed, ...more, ...settling(view, 'commander') });
}

/** The later steps of a spoken handoff follow from its first. */
function unjudged({ judged: _judged, ...draft }: Draft): Draft {
  return draft;
}
