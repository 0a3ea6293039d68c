/** The events that commands of messages would make. */
import { err, ok, type Result } from '../../result.ts';
import type { Command, CommandType } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { nextLabel } from '../labels.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import { approvalOf } from './approval.ts';
import { statusOfMessage } from './status-word.ts';

export type UpdateCommand = Command<Extract<CommandType, `update.${string}` | `delivery.${string}`>>;

/** The events of the command, in the order in which the log gets them. */
export function updateCandidates(view: IncidentView, command: UpdateCommand, context: DecideContext): Result<readonly Draft[], Refusal> {
  if (command.type === 'update.draft') return ok([fact('update.drafted', { label: nextLabel('u', view.drafts), ...messageOf(command) })]);
  if ('draft' in command && command.draft !== undefined && !view.drafts.some(({ id }) => id === command.draft))
    return err(missing('this draft'));
  switch (command.type) {
    case 'update.redraft':
      return ok([{ ...fact('update.redrafted', { draft: command.draft, ...messageOf(command) }), judged: true }]);
    case 'update.approve':
      return ok([transition('update.approved', command, { draft: command.draft, person: command.by ?? context.actor.id })]);
    case 'update.discard':
      return ok([transition('update.discarded', command, { draft: command.draft })]);
    case 'update.send':
      return sending(view, command, context);
    case 'delivery.settle':
      return settling(view, command);
  }
}

function messageOf({ audiences, text, nextAt, final, template }: Command<'update.draft' | 'update.redraft' | 'update.send'>) {
  return { audiences: [...new Set(audiences)], text, ...given({ nextAt, final, template }) };
}

function sending(view: IncidentView, command: Command<'update.send'>, context: DecideContext): Result<readonly Draft[], Refusal> {
  const channels = channelsOf(command.channels, context.channels);
  if (!channels.ok) return channels;
  const body = { ...messageOf(command), ...given({ draft: command.draft, channels: channels.value }) };
  const approval = approvalOf(view, { body, actor: command.by ?? context.actor.id }, context.now);
  const approved = approval === 'approved' ? 'approved' : 'unapproved';
  const sent = {
    ...body,
    status: statusOfMessage(view, command.final === true ? 'last' : 'another'),
    ...(approval !== 'notNeeded' && { approval: approved }),
  };
  return ok([{ ...fact('update.sent', sent), judged: true, ...given({ occurredAt: command.sentAt }) }]);
}

/** The channels that are meant, each with the name that it has now; one that this console does not have is refused, and those that it has are named. */
function channelsOf(
  asked: readonly string[] | undefined,
  known: DecideContext['channels'],
): Result<DecideContext['channels'] | undefined, Refusal> {
  if (asked === undefined || asked.length === 0) return ok(undefined);
  const stranger = asked.find((id) => !known.some((channel) => channel.id === id));
  if (stranger !== undefined) return err(noSuchChannel(stranger, known));
  return ok(known.filter(({ id }) => asked.includes(id)).map(({ id, name }) => ({ id, name })));
}

function noSuchChannel(id: string, known: DecideContext['channels']): Refusal {
  const names = known.map((channel) => (channel.id === channel.name ? channel.id : `${channel.id} (${channel.name})`));
  const instead = names.length === 0 ? 'This console has no channels yet: set one up first' : `This console has ${names.join(', ')}`;
  return notFromHere(`there is no channel "${id}". ${instead}`);
}

function settling(view: IncidentView, command: Command<'delivery.settle'>): Result<readonly Draft[], Refusal> {
  const { update, channel, outcome } = command;
  const known = view.deliveries.some((delivery) => delivery.update === update && delivery.channel === channel);
  return known ? ok([transition('delivery.settled', command, { update, channel, outcome })]) : err(missing('this delivery'));
}
