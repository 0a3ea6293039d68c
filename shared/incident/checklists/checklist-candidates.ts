/** The events that commands of checklists would make. */
import { err, ok, type Result } from '../../result.ts';
import type { ChecklistItemState } from '../../vocabulary/words.ts';
import type { Command, CommandType } from '../commands.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import type { EventType } from '../events.ts';
import { nextLabel } from '../labels.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import { contentHash } from './content-hash.ts';

export type ChecklistCommand = Command<Extract<CommandType, `checklist.${string}`>>;

const marks: Readonly<Record<ChecklistItemState, EventType>> = {
  ticked: 'checklist.itemTicked',
  skipped: 'checklist.itemSkipped',
  notApplicable: 'checklist.itemNotApplicable',
  open: 'checklist.itemCleared',
};
const alreadyWords: Readonly<Record<ChecklistItemState, string>> = {
  ticked: 'is ticked already',
  skipped: 'is skipped already',
  notApplicable: 'is marked as not applicable already',
  open: 'is open already',
};

/** The events of the command, in the order in which the log gets them. */
export function checklistCandidates(view: IncidentView, command: ChecklistCommand): Result<readonly Draft[], Refusal> {
  return command.type === 'checklist.open' ? opening(view, command) : marking(view, command);
}

/** A copy of the pinned list. What was gone through may be opened again: the commander's loop is, every ten minutes. */
function opening(view: IncidentView, command: Command<'checklist.open'>): Result<readonly Draft[], Refusal> {
  const found = assumedPlaybook(view).checklists.find(({ id }) => id === command.list);
  if (!found) return err(notFromHere(`this incident's playbook has no checklist that is called ${command.list}; /list shows those it has`));
  const open = view.checklists.find(({ list, state }) => list === found.id && state === 'open');
  if (open) return err(notFromHere(`"${open.title}" is open already, as ${open.label}; /list ${open.list} goes to it`));
  const body = {
    list: found.id,
    label: nextLabel('c', view.checklists),
    title: found.title,
    mode: found.mode,
    hash: contentHash(found),
    items: found.items.map(({ id, says, required }) => ({ id, says, ...given({ required }) })),
    ...given({ reason: command.reason }),
  };
  return ok([{ ...fact('checklist.opened', body), ...given({ occurredAt: command.at }) }]);
}

function marking(view: IncidentView, command: Command<'checklist.mark'>): Result<readonly Draft[], Refusal> {
  const checklist = view.checklists.find(({ id }) => id === command.checklist);
  if (!checklist) return err(missing('this checklist'));
  const item = checklist.items.find(({ id }) => id === command.item);
  if (!item) return err(missing(`such an item of "${checklist.title}"`));
  if (item.state === command.as) return err(notFromHere(`"${item.says}" ${alreadyWords[item.state]}`));
  const { id, list, hash } = checklist;
  return ok([transition(marks[command.as], command, { checklist: id, item: item.id, says: item.says, list, hash })]);
}
