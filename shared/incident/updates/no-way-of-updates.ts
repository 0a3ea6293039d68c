/** Why a draft, a delivery or a clock cannot go where a command would send it, and what to do instead. */
import type { Audience, DeliveryState, DraftState } from '../../vocabulary/words.ts';
import type { Candidate } from '../requirement.ts';
import type { IncidentView } from '../view.ts';

const drafts: Readonly<Record<DraftState, string>> = {
  drafted: 'is a draft: approve, send or discard it',
  approved: 'is approved already: send it',
  sent: 'was sent already: write a new message',
  discarded: 'was discarded: write it again first',
};
const deliveries: Readonly<Record<DeliveryState, string>> = {
  queued: 'waits to be sent: say that it arrived, or let it go',
  sending: 'is on its way: wait for the answer',
  arrived: 'has arrived: there is nothing to settle',
  failed: 'was refused: send it again, or let it go',
  uncertain: 'is not known to have arrived: look there, then say so',
  dropped: 'was let go: send it again, or say that it arrived',
};

/** A clock is put off once in a row, and only while it runs. */
function noSnooze(view: IncidentView, audience: Audience): string {
  const snoozed = view.cadences[audience].state === 'snoozed';
  return snoozed
    ? `the clock of ${audience} was put off already: it waits for an update`
    : `no clock of ${audience} runs that could be put off`;
}

/** One plain sentence without its full stop; `undefined` for what is neither a draft nor a delivery nor a clock, or names none. */
export function noWayOfUpdates(view: IncidentView, { type, body }: Candidate): string | undefined {
  if (type === 'cadence.snoozed') return noSnooze(view, body.audience as Audience);
  if (type.startsWith('update.')) {
    const draft = view.drafts.find(({ id }) => id === body.draft);
    return draft === undefined ? undefined : `${draft.label} ${drafts[draft.state]}`;
  }
  if (!type.startsWith('delivery.')) return undefined;
  const delivery = view.deliveries.find(({ update, channel }) => update === body.update && channel === body.channel);
  return delivery === undefined ? undefined : `the message over ${delivery.name} ${deliveries[delivery.state]}`;
}
