/** What stands in the place of a text that was erased where something else stands on it: the thing stays, under the label that it would get, and says that its text is gone. */
import type { EventType } from './events.ts';
import { nextLabel } from './labels.ts';
import type { IncidentView } from './view.ts';

const gone = 'Text erased';

/** The body to fold instead of an erased one; most events need none, and are folded as far as they go without words. */
export function bodyInstead(
  view: Pick<IncidentView, 'drafts' | 'tasks' | 'hypotheses' | 'decisions' | 'workstreams' | 'checklists'>,
  type: string,
): object {
  const bodies: Partial<Record<EventType, object>> = {
    'task.added': { label: nextLabel('t', view.tasks), text: gone, minutes: 5 },
    'hypothesis.opened': { label: nextLabel('h', view.hypotheses), text: gone },
    'decision.proposed': { label: nextLabel('d', view.decisions), text: gone },
    'workstream.opened': { label: nextLabel('w', view.workstreams), name: gone },
    'update.drafted': { label: nextLabel('u', view.drafts), audiences: [], text: gone },
    'checklist.opened': { list: '', label: nextLabel('c', view.checklists), title: gone, mode: 'do-confirm', hash: '', items: [] },
  };
  return bodies[type as EventType] ?? {};
}
