/** Whether a message waits for the commander's word. Source: content of updates, domain design: customers and executives only, when comms is another person; after two minutes comms may send, marked unapproved. */
import type { Audience } from '../../vocabulary/words.ts';
import { samePerson } from '../people/presence.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { DraftView } from '../promise-view.ts';
import type { Candidate } from '../requirement.ts';
import type { IncidentView } from '../view.ts';

const minute = 60_000;

/** `waited`: the commander had not answered in time, and it may go out all the same. */
export type Approval = 'notNeeded' | 'approved' | 'waited' | 'missing';

/** Whether a message of this person to these audiences asks for the commander's word. */
export function needsApproval(view: IncidentView, audiences: readonly Audience[], person: string): boolean {
  const commander = view.roles.commander?.holder;
  const comms = view.roles.comms?.holder;
  if (commander === undefined || comms === undefined) return false;
  if (samePerson(view, commander, comms) || samePerson(view, commander, person)) return false;
  return audiences.some((audience) => assumedPlaybook(view).approval.audiences.includes(audience));
}

/** Whether a draft waits for the commander's word before `sender` may send it. What the commander wrote has it. */
export function awaitsApproval(view: IncidentView, draft: DraftView, sender: string): boolean {
  return draft.state === 'drafted' && !isByCommander(view, draft) && needsApproval(view, draft.audiences, sender);
}

function isByCommander(view: IncidentView, { by }: Pick<DraftView, 'by'>): boolean {
  const commander = view.roles.commander?.holder;
  return commander !== undefined && samePerson(view, commander, by);
}

/** When a draft may go out without the commander's word, ms since epoch, UTC. */
export function approvalEndsAt(view: IncidentView, draft: Pick<DraftView, 'since'>): number {
  return draft.since + assumedPlaybook(view).approval.waitMinutes * minute;
}

/** How a candidate `update.sent` stands at `now`. A message that went out elsewhere, and is only written down, asks for nothing. */
export function approvalOf(view: IncidentView, { body, actor }: Pick<Candidate, 'body' | 'actor'>, now: number): Approval {
  if (body.draft === undefined && body.channels === undefined) return 'notNeeded';
  if (!needsApproval(view, body.audiences as readonly Audience[], actor)) return 'notNeeded';
  const draft = view.drafts.find(({ id }) => id === body.draft);
  // What was approved is a text, for those that it named: another one, or others, ask again.
  if (draft === undefined || draft.text !== body.text) return 'missing';
  if ((body.audiences as readonly Audience[]).some((audience) => !draft.audiences.includes(audience))) return 'missing';
  if (draft.state === 'approved' || isByCommander(view, draft)) return 'approved';
  return now >= approvalEndsAt(view, draft) ? 'waited' : 'missing';
}
