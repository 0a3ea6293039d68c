/** What the log is told of a message on its way. Each attempt has a number of its own, so that no event of it counts twice. */
import type { Fold } from '../../../shared/incident/fold.ts';
import type { DeliveryView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { OwnFacts } from '../desk/desk.ts';

/** One message over one channel. */
export interface Way {
  readonly update: string;
  readonly channel: string;
}

/** How an attempt ended. */
export type Outcome =
  | { readonly kind: 'arrived'; readonly lateMs: number }
  /** Without `retryAt` (ms since epoch, UTC) it is given up. */
  | { readonly kind: 'refused'; readonly why: string; readonly retryAt?: number }
  /** `next`, `again`: the receiver drops repeats, so that it is queued anew. */
  | { readonly kind: 'uncertain'; readonly why: string; readonly next: 'ask' | 'again' };

export function deliveryOf(view: IncidentView, way: Way): DeliveryView | undefined {
  return view.deliveries.find(({ update, channel }) => update === way.update && channel === way.channel);
}

const causeOf = ({ update, channel }: Way, attempt: number): string => `delivery/${update}/${channel}/${attempt}`;

/** The event that an attempt begins; none where the message does not wait any more. */
export function beginning(fold: Fold, way: Way): OwnFacts | undefined {
  const attempt = nextAttempt(fold, way);
  return attempt === undefined
    ? undefined
    : { cause: causeOf(way, attempt), facts: [{ type: 'delivery.begun', body: { ...way, attempt } }] };
}

/** The event of how the attempt that is under way ended; none where the log has it. */
export function ending(fold: Fold, way: Way, outcome: Outcome): OwnFacts | undefined {
  const attempt = deliveryOf(fold.view, way)?.attempts ?? 0;
  const cause = causeOf(way, attempt);
  const facts = factsOf({ ...way, attempt }, outcome);
  return facts.some(({ type }) => fold.recorded(cause, type)) ? undefined : { cause, facts };
}

/** The events of an attempt that could not even begin for so long that it is given up. */
export function givingUp(fold: Fold, way: Way, why: string): OwnFacts | undefined {
  const attempt = nextAttempt(fold, way);
  if (attempt === undefined) return undefined;
  const body = { ...way, attempt };
  const facts = [
    { type: 'delivery.begun', body },
    { type: 'delivery.refused', body: { ...body, why } },
  ];
  return { cause: causeOf(way, attempt), facts };
}

/** Lets go of a message that must not be read any more. */
export function lettingGo(fold: Fold, way: Way, reason: string): OwnFacts | undefined {
  const attempt = nextAttempt(fold, way);
  if (attempt === undefined) return undefined;
  return { cause: causeOf(way, attempt), facts: [{ type: 'delivery.settled', body: { ...way, outcome: 'dropped', reason } }] };
}

/** An event that sorts before what it belongs to changes nothing, and its number is used up all the same. */
function nextAttempt(fold: Fold, way: Way): number | undefined {
  const delivery = deliveryOf(fold.view, way);
  if (delivery?.state !== 'queued') return undefined;
  let attempt = delivery.attempts + 1;
  while (['delivery.begun', 'delivery.settled'].some((type) => fold.recorded(causeOf(way, attempt), type))) attempt += 1;
  return attempt;
}

function factsOf(attempt: Way & { readonly attempt: number }, outcome: Outcome): OwnFacts['facts'] {
  switch (outcome.kind) {
    case 'arrived':
      return [{ type: 'delivery.arrived', body: { ...attempt, lateMs: outcome.lateMs } }];
    case 'refused': {
      const { why, retryAt } = outcome;
      return [{ type: 'delivery.refused', body: { ...attempt, why, ...(retryAt === undefined ? {} : { retryAt }) } }];
    }
    case 'uncertain': {
      const { update, channel } = attempt;
      const unknown = { type: 'delivery.uncertain', body: { ...attempt, why: outcome.why } };
      const reason = 'its receiver drops repeats';
      return outcome.next === 'ask'
        ? [unknown]
        : [unknown, { type: 'delivery.settled', body: { update, channel, outcome: 'again', reason } }];
    }
  }
}
