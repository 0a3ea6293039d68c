/** What stands in the place of a text that was erased where something else stands on it: the thing stays, under the label that it would get, and says that its text is gone. */
import type { EventType } from './events.ts';
import type { IncidentView } from './view.ts';

const gone = 'Text erased';

/** The body to fold instead of an erased one; most events need none, and are folded as far as they go without words. */
export function bodyInstead(view: Pick<IncidentView, 'tasks' | 'hypotheses' | 'decisions' | 'workstreams'>, type: string): object {
  const bodies: Partial<Record<EventType, object>> = {
    'task.added': { label: `t${view.tasks.length + 1}`, text: gone, minutes: 5 },
    'hypothesis.opened': { label: `h${view.hypotheses.length + 1}`, text: gone },
    'decision.proposed': { label: `d${view.decisions.length + 1}`, text: gone },
    'workstream.opened': { label: `w${view.workstreams.length + 1}`, name: gone },
  };
  return bodies[type as EventType] ?? {};
}
