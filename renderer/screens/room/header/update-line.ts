/** The composer text that answers an audience's clock. */
import { intervalOf } from '../../../../shared/incident/cadence-plan.ts';
import type { AudienceClock } from '../../../../shared/incident/clocks.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { Audience } from '../../../../shared/vocabulary/words.ts';

const minute = 60_000;

/** `/u customers … next 20m`: the message goes where the `…` is, the time is the playbook's interval and can be typed over. */
export function updateLine(view: IncidentView, audience: Audience): string {
  const interval = intervalOf(view, audience) ?? 30 * minute;
  return `/u ${audience} … next ${Math.round(interval / minute)}m`;
}

/** What answers a clock: responders get a new summary, everybody else an update. */
export function answerLine(view: IncidentView, clock: AudienceClock): string {
  return clock.audience === 'responders' && clock.promise === undefined && clock.deadline === undefined
    ? '/s '
    : updateLine(view, clock.audience);
}
