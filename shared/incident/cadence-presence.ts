/** The clocks when somebody comes to a lone responder, or leaves one alone: the combined clock becomes each audience's own, and back. */
import { forEachAudience, isAlone, type Replan, replanned } from './cadence-plan.ts';
import { stepped, withCadence } from './cadence-step.ts';
import type { KnownEvent } from './known-event.ts';
import type { IncidentView } from './view.ts';

/** Plans the clocks anew where `event` changed whether one is alone; the event may be of any type, such as the first line of somebody who was asked. */
export function presenceMoved(before: IncidentView, after: IncidentView, event: KnownEvent): IncidentView {
  const alone = isAlone(after);
  if (alone === isAlone(before) || after.phase === 'merged') return after;
  const replan: Replan = alone ? { from: 'last' } : { from: 'sooner', at: event.occurredAt };
  const asPresence = { ...event, type: alone ? 'person.excused' : 'person.engaged' } as KnownEvent;
  const cadences = forEachAudience((audience) => {
    const cadence = stepped(after, audience, asPresence);
    const resting = cadence.state === 'stopped' || cadence.state === 'snoozed';
    return resting ? cadence : replanned(withCadence(after, audience, cadence), audience, event.id, replan);
  });
  return { ...after, cadences };
}
