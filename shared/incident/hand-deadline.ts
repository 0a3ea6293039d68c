/** A deadline that somebody sets by hand, such as a legal one. It outlives severity, phase, pause, snooze and resolving; a message to its audience meets it, and another setting changes it. */
import type { Audience } from '../vocabulary/words.ts';
import { isOpenPhase } from '../vocabulary/words.ts';
import { withCadence } from './cadence-step.ts';
import { phaseWords } from './describe.ts';
import type { Evolved, KnownEvent } from './known-event.ts';
import { withoutDeadlines } from './situation/owed.ts';
import type { CadenceView, IncidentView } from './view.ts';

/** Why no deadline can be set by hand now; `undefined` where it can. */
export function deadlineBarred(view: IncidentView): string | undefined {
  if (view.mode === 'imported' || view.mode === 'backfilled') return 'what was written down afterwards has no clocks';
  const rings = isOpenPhase(view.phase) || view.phase === 'merged' || view.phase === 'resolved' || view.phase === 'review';
  return rings ? undefined : `it is ${phaseWords[view.phase]}, and its clocks are over`;
}

/** The view with the deadline, or without the one before. What an absorbed incident brought for this audience goes too: one holds at a time. */
export function deadlineSet(view: IncidentView, event: Extract<KnownEvent, { readonly type: 'cadence.deadlineSet' }>): Evolved {
  const barred = deadlineBarred(view);
  if (barred !== undefined) return { contested: barred };
  const { audience, at, says } = event.body;
  const cleared = { ...view, absorbed: withoutDeadlines(view.absorbed, audience) };
  const bare = withoutDeadline(view.cadences[audience]);
  return {
    view: withCadence(
      cleared,
      audience,
      at === null ? bare : withDeadline(bare, { at, event: event.id, ...(says !== undefined && { says }) }),
    ),
  };
}

function withDeadline(cadence: CadenceView, deadline: NonNullable<CadenceView['deadline']>): CadenceView {
  return { ...cadence, deadline, ...(cadence.own && { own: { ...cadence.own, deadline } }) };
}

/** The clock once its deadline by hand was met or taken away. */
export function withoutDeadline({ deadline: _met, own, ...rest }: CadenceView): CadenceView {
  if (own === undefined) return rest;
  const { deadline: _own, ...said } = own;
  return { ...rest, own: said };
}

/** The key of a deadline that was set by hand. */
export function handDeadlineKey(audience: Audience, event: string): string {
  return `update/${audience}/${event}`;
}
