/** What events of drafts make of a view. A draft is moved by its chart; an approval is of a text and of those it goes to, and lapses with them. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel } from '../labels.ts';
import type { DraftView } from '../promise-view.ts';
import type { IncidentView } from '../view.ts';

type DraftEvent = Extract<KnownEvent, { readonly type: `update.${'drafted' | 'redrafted' | 'approved' | 'discarded'}` }>;
type Moved = Exclude<DraftEvent, { readonly type: 'update.drafted' }>;
type Message = Extract<DraftEvent, { readonly type: 'update.drafted' | 'update.redrafted' }>['body'];

const draftEvents = new Set<string>(['update.drafted', 'update.redrafted', 'update.approved', 'update.discarded']);
const isDraftEvent = (event: KnownEvent): event is DraftEvent => draftEvents.has(event.type);

/** Applies an event of a draft; others leave the view as it was. */
export function evolveDrafts(view: IncidentView, event: KnownEvent): Evolved {
  if (event.type === 'update.sent') return { view: sent(view, event, event.body.draft) };
  if (!isDraftEvent(event)) return { view };
  if (event.type === 'update.drafted') return { view: { ...view, drafts: [...view.drafts, drafted(view, event)] } };
  const draft = view.drafts.find(({ id }) => id === event.body.draft);
  if (!draft) return { contested: 'it names a draft that is not known here' };
  const state = stepped(draft, event);
  if (state === undefined) return { contested: `${draft.label} is ${draftWords[draft.state]}` };
  return { view: withDraft(view, draft, moved(draft, state, event)) };
}

/** A draft's states as people say them. */
export const draftWords: Readonly<Record<DraftView['state'], string>> = {
  drafted: 'a draft still',
  approved: 'approved already',
  sent: 'sent already',
  discarded: 'discarded',
};

function stepped(draft: DraftView, event: KnownEvent): DraftView['state'] | undefined {
  const saysTheSame = event.type === 'update.redrafted' && saysTheSameAs(draft, event.body);
  return followChart('draft', draft.state, { ...chartEvent(event), saysTheSame }) as DraftView['state'] | undefined;
}

/** Whether a message has the words of the draft, for the same people, as the same last word: then what was approved of it holds. */
function saysTheSameAs(draft: DraftView, { audiences, text, final }: Message): boolean {
  const sameAudiences = audiences.length === draft.audiences.length && audiences.every((audience) => draft.audiences.includes(audience));
  return sameAudiences && text === draft.text && (final === true) === draft.final;
}

const withDraft = (view: IncidentView, before: DraftView, after: DraftView): IncidentView => ({
  ...view,
  drafts: view.drafts.map((draft) => (draft === before ? after : draft)),
});

const messageOf = ({ audiences, text, nextAt, final, template }: Message) => ({
  audiences: [...new Set(audiences)],
  text,
  final: final === true,
  ...given({ nextAt, template }),
});

function drafted(view: IncidentView, event: Extract<DraftEvent, { readonly type: 'update.drafted' }>): DraftView {
  return {
    id: event.id,
    label: freeLabel(event.body.label, view.drafts),
    state: 'drafted',
    ...messageOf(event.body),
    by: event.by ?? event.actor,
    since: event.occurredAt,
  };
}

function moved(draft: DraftView, state: DraftView['state'], event: Moved): DraftView {
  switch (event.type) {
    case 'update.approved':
      return { ...draft, state, approvedBy: event.body.person, approvedAt: event.occurredAt };
    case 'update.discarded':
      return { ...draft, state };
    case 'update.redrafted':
      return rewritten(draft, state, event);
  }
}

/** The same words with another next time keep their approval, and the wait for it; whatever else is another message. */
function rewritten(draft: DraftView, state: DraftView['state'], event: Extract<Moved, { readonly type: 'update.redrafted' }>): DraftView {
  const { id, label, approvedBy, approvedAt } = draft;
  const message = { id, label, state, ...messageOf(event.body), by: event.by ?? event.actor };
  if (state === 'approved') return { ...message, since: draft.since, ...given({ approvedBy, approvedAt }) };
  const waitsOn = draft.state === 'drafted' && saysTheSameAs(draft, event.body);
  return { ...message, since: waitsOn ? draft.since : event.occurredAt };
}

/** A message that went out counts whatever stands with its draft: where two consoles sent one draft, the first by clock is what became of it. */
function sent(view: IncidentView, event: KnownEvent, id: string | undefined): IncidentView {
  const draft = view.drafts.find((other) => other.id === id);
  if (!draft || stepped(draft, event) !== 'sent') return view;
  return withDraft(view, draft, { ...draft, state: 'sent', sent: event.id });
}
