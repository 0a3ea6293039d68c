/** What events of messages make of a view: drafts, and the ways over which a message that was sent goes out. */
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { IncidentView } from '../view.ts';
import { evolveDeliveries } from './evolve-deliveries.ts';
import { evolveDrafts } from './evolve-drafts.ts';

/** Applies what an event says; others leave the view as it was. */
export function evolveUpdates(view: IncidentView, event: KnownEvent): Evolved {
  const drafted = evolveDrafts(view, event);
  return 'contested' in drafted ? drafted : evolveDeliveries(drafted.view, event);
}
