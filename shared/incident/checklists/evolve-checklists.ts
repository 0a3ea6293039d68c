/** What events of checklists make of a view. The charts move a list and its items; here is who marked what, and when. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel } from '../labels.ts';
import type { ChecklistItemView, ChecklistView } from '../promise-view.ts';
import type { IncidentView } from '../view.ts';

type ChecklistEvent = Extract<KnownEvent, { readonly type: `checklist.${string}` }>;
type Opened = Extract<ChecklistEvent, { readonly type: 'checklist.opened' }>;
type Marked = Exclude<ChecklistEvent, Opened>;

const isChecklistEvent = (event: KnownEvent): event is ChecklistEvent => event.type.startsWith('checklist.');
const stateWords: Readonly<Record<ChecklistItemView['state'], string>> = {
  open: 'open',
  ticked: 'ticked',
  skipped: 'skipped',
  notApplicable: 'not applicable',
};

/** Applies what an event says; others leave the view as it was. */
export function evolveChecklists(view: IncidentView, event: KnownEvent): Evolved {
  if (!isChecklistEvent(event)) return { view };
  if (event.type === 'checklist.opened') return { view: { ...view, checklists: [...view.checklists, opened(view, event)] } };
  const checklist = view.checklists.find(({ id }) => id === event.body.checklist);
  if (!checklist) return { contested: 'it names a checklist that is not known here' };
  // The text of the list was erased, and its items with it: what was ticked is told by the line alone.
  if (checklist.items.length === 0) return { view };
  const item = checklist.items.find(({ id }) => id === event.body.item);
  if (!item) return { contested: `${checklist.label} has no such item` };
  const state = followChart('checklistItem', item.state, chartEvent(event)) as ChecklistItemView['state'] | undefined;
  if (state === undefined) return { contested: `"${item.says}" on ${checklist.label} is ${stateWords[item.state]} already` };
  const after = withItem(checklist, marked(item, state, event), event);
  return { view: { ...view, checklists: view.checklists.map((other) => (other === checklist ? after : other)) } };
}

/** Two consoles may open one list without knowing of each other: both stay, each with its ticks. */
function opened(view: IncidentView, event: Opened): ChecklistView {
  const { list, label, title, mode, hash, items } = event.body;
  const known = new Set<string>();
  const own = items.filter(({ id }) => !known.has(id) && known.add(id));
  return {
    id: event.id,
    label: freeLabel(label, view.checklists),
    list,
    title,
    mode,
    hash,
    state: own.length === 0 ? 'complete' : 'open',
    items: own.map(({ id, says, required }) => ({ id, says, ...given({ required }), state: 'open' })),
    openedAt: event.occurredAt,
    openedBy: event.by ?? event.actor,
  };
}

function marked({ id, says, required }: ChecklistItemView, state: ChecklistItemView['state'], event: Marked): ChecklistItemView {
  const item = { id, says, ...given({ required }), state };
  if (state === 'open') return item;
  return { ...item, at: event.occurredAt, by: event.by ?? event.actor, ...given({ reason: event.body.reason }) };
}

function withItem(checklist: ChecklistView, item: ChecklistItemView, event: Marked): ChecklistView {
  const items = checklist.items.map((other) => (other.id === item.id ? item : other));
  const isLast = items.every(({ state }) => state !== 'open');
  const state = followChart('checklist', checklist.state, { ...chartEvent(event), isLast }) as ChecklistView['state'] | undefined;
  // A mark that is changed on a complete list leaves it complete: the chart has no way for it, and none is needed.
  return { ...checklist, items, state: state ?? checklist.state };
}
