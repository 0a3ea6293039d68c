/** Actions on production: which lines are such, and what is not yet known of them. Nothing here ever blocks. */
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView, TimelineItem } from '../view.ts';

/** An action as it stands, with what is to be known of it. */
export interface ActionFacts {
  /** The entry, or the event that applied a lever. */
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly worstCase?: string;
  readonly wayBack?: string;
  /** What is still missing; amber, never blocking (design: START_FIX, RESOLVE). */
  readonly missing: readonly ('worst case' | 'way back')[];
}

/** Whether the line with this id is an action, an applied lever among them. */
export function isAction(view: IncidentView, id: string): boolean {
  const block = view.items.findLast((items) => items.some((item) => item.id === id));
  const item = block?.find((candidate) => candidate.id === id);
  return item !== undefined && isActionItem(view, item);
}

/** Whether an item of the log reads as an action now, a corrected kind counting. */
export function isActionItem(view: IncidentView, item: TimelineItem): boolean {
  if (item.standing !== 'plain') return false;
  if (item.type === 'lever.applied') return true;
  if (item.type !== 'entry.added') return false;
  const kind = view.amendments[item.id]?.findLast((amendment) => amendment.kind !== undefined)?.kind;
  return (kind ?? (item.body as { kind?: unknown } | null)?.kind) === 'action';
}

/** Every action in log order. What is said of one later counts; a lever of the playbook brings its blast radius and its way back. */
export function actionsOf(view: IncidentView): readonly ActionFacts[] {
  return view.items.flatMap((block) => actionsIn(view, block));
}

interface Remembered {
  /** As it was: what is said of actions, and the levers of the playbook, are what counts. */
  readonly view: IncidentView;
  readonly facts: readonly ActionFacts[];
}
/** What each block of items held: blocks never change, so only what is said of their actions can. A line added to 10,000 looks at one block. */
const remembered = new WeakMap<readonly TimelineItem[], Remembered>();

function actionsIn(view: IncidentView, block: readonly TimelineItem[]): readonly ActionFacts[] {
  const known = remembered.get(block);
  if (known !== undefined && saysTheSame(known.view, view)) return known.facts;
  const facts = block.filter((item) => isActionItem(view, item)).map((item) => actionFacts(view, item));
  remembered.set(block, { view, facts });
  return facts;
}

function saysTheSame(one: IncidentView, other: IncidentView): boolean {
  return one.amendments === other.amendments && one.actionDetails === other.actionDetails && one.playbook === other.playbook;
}

function actionFacts(view: IncidentView, item: TimelineItem): ActionFacts {
  const body = (item.type === 'lever.applied' ? item.body : {}) as { lever?: string; worstCase?: string; wayBack?: string };
  const details = view.actionDetails[item.id] ?? {};
  const row = assumedPlaybook(view).levers.find(({ id }) => id === (details.lever ?? body.lever));
  const worstCase = details.worstCase ?? body.worstCase ?? row?.blastRadius;
  const wayBack = details.wayBack ?? body.wayBack ?? row?.undo;
  return {
    id: item.id,
    at: item.occurredAt,
    by: item.by ?? item.actor,
    ...(worstCase !== undefined && { worstCase }),
    ...(wayBack !== undefined && { wayBack }),
    missing: [...(worstCase === undefined ? (['worst case'] as const) : []), ...(wayBack === undefined ? (['way back'] as const) : [])],
  };
}
