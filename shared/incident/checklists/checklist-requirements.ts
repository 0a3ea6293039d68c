/** Items that an organisation requires before a transition. The shipped lists require none (design: checklists). */
import type { Checklist } from '../../playbook/schema.ts';
import type { GatedTransition } from '../../vocabulary/words.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { Requirement } from '../requirement.ts';
import type { IncidentView } from '../view.ts';

const transitionOf: Readonly<Record<string, GatedTransition>> = {
  'incident.accepted': 'accept',
  'fix.started': 'fix',
  'mitigation.recorded': 'mitigate',
  'incident.resolved': 'resolve',
  'review.started': 'review',
  'incident.closed': 'close',
};

/** Whether the list is for incidents of this severity and type; phase, tempo and role only say when it is offered. */
export function concerns(view: Pick<IncidentView, 'severity' | 'incidentType'>, { when }: Pick<Checklist, 'when'>): boolean {
  if (when.severities && !when.severities.includes(view.severity ?? 2)) return false;
  return !when.types || (view.incidentType !== undefined && when.types.includes(view.incidentType));
}

/** A required item that is not done yet, with its list. */
interface OpenItem {
  readonly list: string;
  readonly title: string;
  readonly says: string;
}

/** What of a view says which items are required, and which are done. */
type Rules = Pick<IncidentView, 'playbook' | 'severity' | 'incidentType' | 'checklists'>;

/** Required items that are not done in any opening of their list. A skipped one is not done; one that does not apply is. */
export function openRequiredItems(view: Rules, event: string): readonly OpenItem[] {
  const transition = transitionOf[event];
  if (transition === undefined) return [];
  return assumedPlaybook(view)
    .checklists.filter((list) => concerns(view, list))
    .flatMap(({ id: list, title, items }) =>
      items.filter(({ id, required }) => required === transition && !isDone(view, list, id)).map(({ says }) => ({ list, title, says })),
    );
}

function isDone(view: Rules, list: string, item: string): boolean {
  const opened = view.checklists.filter((checklist) => checklist.list === list);
  return opened.some(({ items }) => items.some(({ id, state }) => id === item && (state === 'ticked' || state === 'notApplicable')));
}

/** `"Soak done", "Leases closed" on the checklist Resolve`, list by list. */
function openItemWords(open: readonly OpenItem[]): string {
  const lists = [...new Set(open.map(({ list }) => list))].map((list) => open.filter((item) => item.list === list));
  return lists.map((items) => `${items.map(({ says }) => `"${says}"`).join(', ')} on the checklist ${items[0]?.title}`).join('; ');
}

export const checklistRequirements = {
  requiredItems: {
    met: (view, { type }) => openRequiredItems(view, type).length === 0,
    says: (view, { type }) => openItemWords(openRequiredItems(view, type)),
    remedy: (view, { type }) => ({
      kind: 'command',
      type: 'checklist.mark',
      fields: ['checklist', 'item', 'as'],
      line: `/list ${openRequiredItems(view, type)[0]?.list ?? ''}`.trim(),
    }),
  },
} as const satisfies Readonly<Record<string, Requirement>>;
