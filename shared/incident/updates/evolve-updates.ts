/** What events of messages make of a view: drafts, and the ways over which a message that was sent goes out. */
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { IncidentView } from '../view.ts';

/** Applies what an event says; others leave the view as it was. */
export function evolveUpdates(view: IncidentView, _event: KnownEvent): Evolved {
  return { view };
}
