/** Prompts of messages on their way: drafts that wait for the commander's word or may go now, and deliveries of which nobody knows that they arrived. */
import { canonicalPerson, personName } from '../names.ts';
import { commanderOf } from '../people/presence.ts';
import type { DeliveryView, DraftView } from '../promise-view.ts';
import { approvalEndsAt, awaitsApproval } from '../updates/approval.ts';
import { unsettled } from '../updates/unsettled.ts';
import type { IncidentView } from '../view.ts';
import type { Prompt } from './prompt.ts';

/** How many letters of a message a prompt shows. */
const shownText = 60;

/** At most one about drafts for the commander and one for comms, and one about deliveries, each with the count of those behind it. */
export function updatePrompts(view: IncidentView, now: number): readonly Prompt[] {
  return [...wordPrompts(view), ...sendPrompts(view, now), ...deliveryPrompts(view)];
}

const behind = (others: number): string => (others === 0 ? '' : ` ${others} more ${others === 1 ? 'waits' : 'wait'}.`);

function quoted(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return letters.length <= shownText ? letters.join('') : `${letters.slice(0, shownText - 1).join('')}…`;
}

/** Drafts that somebody else has to say yes to, the oldest first. */
function waitingFor(view: IncidentView): readonly DraftView[] {
  return view.drafts.filter((draft) => awaitsApproval(view, draft, senderOf(view) ?? '')).toSorted((a, b) => a.since - b.since);
}

/** Who sends messages: comms, where somebody has the role. */
const senderOf = (view: IncidentView): string | undefined => view.roles.comms?.holder ?? view.roles.commander?.holder;

function wordPrompts(view: IncidentView): readonly Prompt[] {
  const [draft, ...others] = waitingFor(view);
  const commander = commanderOf(view);
  if (draft === undefined || commander === undefined) return [];
  const { id, label, audiences, text, since, by } = draft;
  return [
    {
      id: `approval/${id}`,
      kind: 'approval',
      says: `${label} to ${audiences.join(', ')}, by ${personName(view, by)}, waits for your word: "${quoted(text)}"${behind(others.length)}`,
      since,
      answers: [
        { says: 'approve', key: `/ok ${label}` },
        { says: 'read it', key: `/updates ${label}` },
        { says: 'no', key: `/discard ${label} ` },
      ],
      to: commander,
      tone: 'now',
    },
  ];
}

/** Of those that may go: the one that waits longest. */
function sendPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const sender = view.roles.comms?.holder;
  if (sender === undefined) return [];
  const approved = view.drafts
    .filter(({ state }) => state === 'approved')
    .map((draft) => ({ draft, since: draft.approvedAt ?? draft.since }));
  const waited = waitingFor(view).map((draft) => ({ draft, since: approvalEndsAt(view, draft) }));
  const [first, ...others] = [...approved, ...waited].filter(({ since }) => since <= now).toSorted((a, b) => a.since - b.since);
  if (first === undefined) return [];
  const { id, label, state, audiences } = first.draft;
  const may = state === 'approved' ? 'is approved and not sent yet' : 'may go out without an approval: nobody said no';
  return [
    {
      id: `approval/${id}/send`,
      kind: 'approval',
      says: `${label} to ${audiences.join(', ')} ${may}.${behind(others.length)}`,
      since: first.since,
      answers: [
        { says: 'send it', key: `/send ${label}` },
        { says: 'read it', key: `/updates ${label}` },
      ],
      to: canonicalPerson(view, sender),
      tone: 'now',
    },
  ];
}

const standing: Partial<Record<DeliveryView['state'], string>> = { uncertain: 'not known to have arrived', failed: 'refused' };

/** A message that audiences may not have heard: what was promised rests on it. */
function deliveryPrompts(view: IncidentView): readonly Prompt[] {
  const [delivery, ...others] = unsettled(view).filter(({ state }) => standing[state] !== undefined);
  if (delivery === undefined) return [];
  const { update, channel, name, state, why, queuedAt } = delivery;
  const to = senderOf(view);
  const known = why === undefined ? '' : ` (${quoted(why)})`;
  return [
    {
      id: `delivery/${update}/${channel}`,
      kind: 'delivery',
      says: `${name}: ${standing[state]}${known}.${behind(others.length)}`,
      since: queuedAt,
      answers: [
        ...(state === 'uncertain' ? [{ says: 'it arrived', key: `/delivery ${channel} arrived` }] : []),
        { says: 'send again', key: `/delivery ${channel} again` },
        { says: 'let it go', key: `/delivery ${channel} drop ` },
      ],
      ...(to !== undefined && { to: canonicalPerson(view, to) }),
      tone: 'now',
    },
  ];
}
