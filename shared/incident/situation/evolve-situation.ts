/** What events of the situation make of a view: reports, focus, tempo, parked questions, workstreams, and incidents that become one. */
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { IncidentView } from '../view.ts';
import { evolveMerge } from './evolve-merge.ts';
import { evolveQuestions } from './evolve-questions.ts';
import { evolveWorkstreams } from './evolve-workstreams.ts';

/** Applies what an event says; others leave the view as it was. */
export function evolveSituation(view: IncidentView, event: KnownEvent): Evolved {
  for (const evolvePart of [evolveReports, evolveQuestions, evolveWorkstreams, evolveMerge]) {
    const evolved = evolvePart(view, event);
    if ('contested' in evolved) return evolved;
    view = evolved.view;
  }
  return { view };
}

function evolveReports(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'can.reported':
      return { view: { ...view, can: { text: event.body.text, at: event.occurredAt, by: event.by ?? event.actor } } };
    case 'focus.set':
      return { view: { ...view, focus: event.body.focus } };
    case 'tempo.set':
      // The chart set the tempo itself; since when is a fact beside it.
      return { view: { ...view, tempoSince: event.occurredAt } };
    default:
      return { view };
  }
}
