/** What a merge does to the audiences' clocks. Where an incident goes in, the sooner target and promise of each audience hold; its own clocks stand still until it comes back. */
import { type Audience, audiences } from '../../vocabulary/words.ts';
import { forEachAudience, replanned, withTarget } from '../cadence-plan.ts';
import { stepped, withCadence } from '../cadence-step.ts';
import type { KnownEvent } from '../known-event.ts';
import type { CadenceView, IncidentView } from '../view.ts';
import { keptBy, withOwed } from './owed.ts';

type Absorbed = Extract<KnownEvent, { readonly type: 'incident.absorbed' }>;
type Unmerged = Extract<KnownEvent, { readonly type: 'incident.unmerged' }>;
type Separated = Extract<KnownEvent, { readonly type: 'incident.separated' }>;
export type MergeEvent = Absorbed | Unmerged | Separated;

export const isMergeEvent = (event: KnownEvent): event is MergeEvent =>
  event.type === 'incident.absorbed' || event.type === 'incident.unmerged' || event.type === 'incident.separated';

/** Moves the clocks for an event of a merge that was applied to `after`; `before` is the view without it. */
export function mergeClocks(before: IncidentView, after: IncidentView, event: MergeEvent): IncidentView {
  if (event.type === 'incident.unmerged') return cameBack(after, event);
  // One that has itself gone into another only notes what is owed: its clocks stand still.
  if (after.phase === 'merged') return { ...after, cadences: forEachAudience((audience) => withOwed(after, audience)) };
  return event.type === 'incident.absorbed' ? tookIn(after, event) : letGo(before, after, event);
}

function tookIn(view: IncidentView, event: Absorbed): IncidentView {
  const rows = event.body.promises.filter(({ audience }) => (audiences as readonly string[]).includes(audience));
  const broken = rows
    .filter((row) => row.broken)
    .flatMap(({ audience }) => [`update/${audience}/${event.id}`, `promise/${audience}/${event.id}`]);
  // The other incident has recorded it; nobody breaks one promise twice.
  const recorded = Object.fromEntries(broken.map((key) => [key, { event: event.id, at: event.occurredAt }]));
  const cadences = forEachAudience((audience) => {
    const row = rows.find((known) => known.audience === audience);
    return row ? sooner(view, audience, event, row.target) : view.cadences[audience];
  });
  return { ...view, cadences, fallen: { ...view.fallen, ...recorded } };
}

function sooner(view: IncidentView, audience: Audience, event: KnownEvent, target: number | undefined): CadenceView {
  const owing = withCadence(view, audience, withOwed(view, audience));
  const cadence = stepped(owing, audience, event);
  if (cadence.state !== 'scheduled') return cadence;
  const running = withCadence(view, audience, cadence);
  const planned = cadence.target === undefined ? replanned(running, audience, event.id, { from: 'sooner', at: event.occurredAt }) : cadence;
  const isSooner = target !== undefined && target < (planned.target ?? Number.POSITIVE_INFINITY);
  return isSooner ? withTarget(planned, target, event.id) : planned;
}

function letGo(before: IncidentView, after: IncidentView, event: Separated): IncidentView {
  const gone = before.absorbed.find(({ incident }) => incident === event.body.source);
  if (!gone) return after;
  const cadences = forEachAudience((audience) => {
    const mixed = after.cadences[audience];
    const own = withOwed(after, audience);
    // Only the other one waited to hear that it is over.
    const final = own.final && !mixed.final;
    const cadence = stepped(withCadence(after, audience, own), audience, { ...event, body: { ...event.body, final } });
    if (cadence.state === 'idle' || cadence.state === 'stopped') return withTarget(cadence, undefined, event.id);
    return mixed.setBy === gone.event ? restarted(withCadence(after, audience, cadence), audience, event) : cadence;
  });
  return { ...after, cadences };
}

function cameBack(view: IncidentView, event: Unmerged): IncidentView {
  const told = (event.body.told ?? []).filter((row) => (audiences as readonly string[]).includes(row.audience));
  const absorbed = told.reduce((known, { audience, sentAt }) => keptBy(known, audience as Audience, sentAt), view.absorbed);
  const heard = forEachAudience((audience) => {
    const sentAt = told.find((row) => row.audience === audience)?.sentAt;
    const cadence = view.cadences[audience];
    return sentAt === undefined || sentAt <= (cadence.lastSentAt ?? 0) ? cadence : heardAt(cadence, sentAt);
  });
  const back: IncidentView = { ...view, absorbed, cadences: heard };
  const settled: IncidentView = { ...back, cadences: forEachAudience((audience) => withOwed(back, audience)) };
  return { ...settled, cadences: forEachAudience((audience) => resumed(settled, audience, event, view.cadences[audience])) };
}

/** Told something by the incident into which this one had gone: that kept what was promised here. */
function heardAt({ promise: _promise, own: _own, deadline: _met, ...cadence }: CadenceView, sentAt: number): CadenceView {
  return { ...cadence, received: true, snoozed: false, since: sentAt, lastSentAt: sentAt };
}

/** A clock that stood still goes on where its time is still ahead, and starts anew where it has passed. */
function resumed(view: IncidentView, audience: Audience, event: KnownEvent, stood: CadenceView): CadenceView {
  const cadence = view.cadences[audience];
  const told = cadence.lastSentAt !== stood.lastSentAt;
  if (!told && cadence.target !== undefined && cadence.target > event.occurredAt) return cadence;
  const running = stepped(view, audience, event);
  return running.state === 'scheduled'
    ? restarted(withCadence(view, audience, running), audience, event)
    : withTarget(running, undefined, event.id);
}

/** The target by the last message, unless that has passed meanwhile: then by this moment. */
function restarted(view: IncidentView, audience: Audience, event: KnownEvent): CadenceView {
  const planned = replanned(view, audience, event.id, { from: 'message' });
  if (planned.target === undefined || planned.target > event.occurredAt) return planned;
  return replanned(view, audience, event.id, { from: 'now', at: event.occurredAt });
}
