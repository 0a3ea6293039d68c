/** What events of checklists make of a view. */
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { IncidentView } from '../view.ts';

/** Applies what an event says; others leave the view as it was. */
export function evolveChecklists(view: IncidentView, _event: KnownEvent): Evolved {
  return { view };
}
