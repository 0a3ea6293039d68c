/** One audience's clock, one event of the log further by its chart. */
import type { Audience } from '../vocabulary/words.ts';
import { hasClock } from './cadence-plan.ts';
import { followChart } from './charts/ask.ts';
import { chartEvent } from './evolve-control.ts';
import type { KnownEvent } from './known-event.ts';
import type { CadenceView, IncidentView } from './view.ts';

/** The view with another clock for an audience. */
export function withCadence(view: IncidentView, audience: Audience, cadence: CadenceView): IncidentView {
  return { ...view, cadences: { ...view.cadences, [audience]: cadence } };
}

/** The audience's chart, one event further; where it has no such way it stays. */
export function stepped(view: IncidentView, audience: Audience, event: KnownEvent): CadenceView {
  const cadence = view.cadences[audience];
  const facts = { ...chartEvent(event), hasInterval: hasClock(view, audience) };
  const state = followChart('cadence', cadence.state, facts);
  return state === undefined || state === cadence.state ? cadence : { ...cadence, state: state as CadenceView['state'] };
}
