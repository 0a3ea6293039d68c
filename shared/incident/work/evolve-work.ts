/** What events of work make of a view: each thing has its file and its chart. */
import { workEvents } from '../catalogue/work.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { IncidentView } from '../view.ts';
import { evolveDecisions } from './evolve-decisions.ts';
import { evolveHypotheses } from './evolve-hypotheses.ts';
import { evolveLevers } from './evolve-levers.ts';
import { evolveTasks } from './evolve-tasks.ts';
import { evolveTimeboxes } from './evolve-timeboxes.ts';

/** Applies what an event says; others leave the view as it was. */
export function evolveWork(view: IncidentView, event: KnownEvent): Evolved {
  if (!(event.type in workEvents)) return { view };
  for (const evolveThing of [evolveTasks, evolveHypotheses, evolveDecisions, evolveLevers, evolveTimeboxes]) {
    const evolved = evolveThing(view, event);
    if ('contested' in evolved) return evolved;
    view = evolved.view;
  }
  return { view };
}
