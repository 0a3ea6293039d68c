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

/** Required items that are not done in any opening of their list. A skipped one is not done; one that does not apply is. */
export function openRequiredItems(view: IncidentView, event: string): readonly { readonly list: string; readonly says: string }[] {
  const transition = transitionOf[event];
  if (transition === undefined) return [];
  return assumedPlaybook(view)
    .checklists.filter((list) => concerns(view, list))
    .flatMap((list) =>
      list.items
        .filter(({ id, required }) => required === transition && !isDone(view, list.id, id))
        .map(({ says }) => ({ list: list.id, says })),
    );
}

function isDone(view: IncidentView, list: string, item: string): boolean {
  const opened = view.checklists.filter((checklist) => checklist.list === list);
  return opened.some(({ items }) => items.some(({ id, state }) => id === item && (state === 'ticked' || state === 'notApplicable')));
}

export const checklistRequirements = {
  requiredItems: {
    met: (view, { type }) => openRequiredItems(view, type).length === 0,
    says: (view, { type }) =>
      `on the checklist: ${openRequiredItems(view, type)
        .map(({ says }) => `"${says}"`)
        .join(', ')}`,
    remedy: () => ({ kind: 'command', type: 'checklist.mark', fields: ['checklist', 'item', 'as'] }),
  },
} as const satisfies Readonly<Record<string, Requirement>>;
