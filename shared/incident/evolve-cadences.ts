/** The audiences' clocks: which events start, move, reset and stop them. Nothing moves a promise but a newer message to that audience. */
import { type Audience, isOpenPhase } from '../vocabulary/words.ts';
import { forEachAudience, intervalOf, isAlone, type Replan, replanned, withTarget } from './cadence-plan.ts';
import { presenceMoved } from './cadence-presence.ts';
import { stepped, withCadence } from './cadence-step.ts';
import { followChart } from './charts/ask.ts';
import { chartEvent } from './evolve-control.ts';
import { deadlineSet, handDeadlineKey, withoutDeadline } from './hand-deadline.ts';
import type { Evolved, KnownEvent } from './known-event.ts';
import { isMergeEvent, mergeClocks } from './situation/merge-clocks.ts';
import { keptBy, withOwed, withoutPromises } from './situation/owed.ts';
import type { CadenceView, IncidentView } from './view.ts';

/** What an event may need to know to move an audience's target. */
interface Moving {
  readonly event: KnownEvent;
  readonly before: IncidentView;
  readonly after: IncidentView;
  readonly audience: Audience;
}

const sooner = ({ event }: Moving): Replan => ({ from: 'sooner', at: event.occurredAt });
const anew = ({ event }: Moving): Replan => ({ from: 'now', at: event.occurredAt });
/** Where the pace quickens nobody waits longer than the new one, nor is anybody late at once; where it slows, the last message counts. */
const byPace = (moving: Moving): Replan => {
  const [was, is] = [moving.before, moving.after].map((view) => intervalOf(view, moving.audience));
  return is !== undefined && (was === undefined || is < was) ? sooner(moving) : { from: 'last' };
};

/** How each event moves targets; events that are not here leave the clocks alone. */
const replans: Readonly<Record<string, (moving: Moving) => Replan>> = {
  'incident.declared': anew,
  'incident.accepted': sooner,
  'severity.set': (moving) => (isRaised(moving) ? sooner(moving) : { from: 'last' }),
  'person.joined': sooner,
  'fix.started': byPace,
  'fix.stopped': byPace,
  'mitigation.recorded': byPace,
  'regression.recorded': byPace,
  'incident.reopened': anew,
  'incident.woken': anew,
  'incident.paused': () => ({ from: 'last' }),
  'tempo.set': byPace,
  'playbook.adopted': byPace,
};
const endings = new Set<string>([
  'incident.resolved',
  'incident.closed',
  'incident.declined',
  'incident.markedFalseAlarm',
  'incident.cancelled',
  'review.started',
]);
/** Endings after which a deadline that was set by hand still rings. */
const lasting = new Set<string>(['incident.resolved', 'review.started']);

/** Moves the clocks for an event whose charts and facts were applied: `before` is the view without it, `after` the view with them. */
export function evolveCadences(before: IncidentView, after: IncidentView, event: KnownEvent): Evolved {
  const moved = movedBy(before, after, event);
  return 'contested' in moved ? moved : { view: presenceMoved(before, moved.view, event) };
}

function movedBy(before: IncidentView, after: IncidentView, event: KnownEvent): Evolved {
  if (event.type === 'update.sent') return { view: sent(after, event, event.body) };
  if (event.type === 'update.fellDue' || event.type === 'promise.broken') return fell(after, event, event.body.audience);
  if (isMergeEvent(event)) return { view: mergeClocks(before, after, event) };
  // The clocks of an incident that went into another stand still until it comes back; a message kept a promise all the same.
  if (after.phase === 'merged') return { view: after };
  // A report is a summary in three parts: it is what responders are owed.
  if (event.type === 'summary.set' || event.type === 'can.reported') return { view: summarised(after, event) };
  if (event.type === 'cadence.deadlineSet') return deadlineSet(after, event);
  if (event.type === 'cadence.snoozed') return snoozed(after, event, event.body);
  const ending = endings.has(event.type);
  const plan = replans[event.type];
  if (!ending && !plan) return { view: after };
  const cadences = forEachAudience((audience) => {
    const cadence = stepped(after, audience, event);
    if (ending) return stopped(cadence, event);
    const replan = plan?.({ event, before, after, audience });
    const resting = cadence.state === 'stopped' || (cadence.state === 'snoozed' && replan?.from !== 'now');
    return replan && !resting ? replanned(withCadence(after, audience, cadence), audience, event.id, replan) : cadence;
  });
  return { view: { ...after, cadences, ...(ending && { absorbed: withoutPromises(after.absorbed, lasting.has(event.type)) }) } };
}

/** Without a severity, responders are reckoned as SEV2; the others had no clock yet. */
function isRaised({ event, before, audience }: Moving): boolean {
  if (event.type !== 'severity.set') return false;
  const was = before.severity ?? (audience === 'responders' ? 2 : undefined);
  return was === undefined || event.body.severity < was;
}

/** What was set by hand outlives an end that leaves work to do: it rings until the incident is closed, or was none. */
function stopped(cadence: CadenceView, event: KnownEvent): CadenceView {
  const { promise: _promise, deadline, own, ...rest } = withTarget(cadence, undefined, event.id);
  const kept = lasting.has(event.type);
  const said = own && { received: own.received, final: own.final, ...(kept && own.deadline && { deadline: own.deadline }) };
  return { ...rest, ...(kept && deadline && { deadline }), ...(said && { own: said }) };
}

function sent(
  view: IncidentView,
  event: KnownEvent,
  body: { audiences: readonly Audience[]; nextAt?: number | undefined; final?: boolean | undefined },
): IncidentView {
  const alone = isAlone(view);
  const cadences = forEachAudience((audience) => {
    const cadence = view.cadences[audience];
    if (body.audiences.includes(audience)) return received(view, audience, event, body);
    // A lone commander has one combined clock: telling anybody resets it.
    if (alone && audience === 'responders' && cadence.state === 'scheduled') return restarted(view, audience, event);
    return cadence;
  });
  const absorbed = body.audiences.reduce((known, audience) => keptBy(known, audience, event.occurredAt), view.absorbed);
  const told: IncidentView = { ...view, cadences, absorbed };
  return absorbed.length === 0 ? told : { ...told, cadences: forEachAudience((audience) => withOwed(told, audience)) };
}

function received(
  view: IncidentView,
  audience: Audience,
  event: KnownEvent,
  body: { nextAt?: number | undefined; final?: boolean | undefined },
): CadenceView {
  const cadence = view.cadences[audience];
  // A message of earlier, recorded late, changes no clock that a newer message set.
  if (cadence.lastSentAt !== undefined && event.occurredAt < cadence.lastSentAt) return withoutDeadline(cadence);
  const final = body.final === true;
  const { promise: _promise, own: _own, deadline: _met, ...rest } = stepped(view, audience, event);
  const told = { ...rest, received: true, final, snoozed: false, since: event.occurredAt, lastSentAt: event.occurredAt };
  if (final || (!isOpenPhase(view.phase) && view.phase !== 'merged')) return withTarget({ ...told, state: 'stopped' }, undefined, event.id);
  const promised = body.nextAt === undefined ? told : { ...told, promise: { at: body.nextAt, event: event.id } };
  return replanned(withCadence(view, audience, promised), audience, event.id, { from: 'message' });
}

function restarted(view: IncidentView, audience: Audience, event: KnownEvent): CadenceView {
  const cadence = view.cadences[audience];
  if (cadence.since !== undefined && event.occurredAt < cadence.since) return cadence;
  const since = { ...cadence, since: event.occurredAt, snoozed: false };
  return replanned(withCadence(view, audience, since), audience, event.id, { from: 'message' });
}

/** A new summary is what responders are owed. */
function summarised(view: IncidentView, event: KnownEvent): IncidentView {
  const state = view.cadences.responders.state;
  if (state !== 'scheduled' && state !== 'snoozed') return view;
  if (event.occurredAt < (view.cadences.responders.since ?? 0)) return view;
  const reset = withCadence(view, 'responders', { ...view.cadences.responders, state: 'scheduled' });
  return withCadence(reset, 'responders', restarted(reset, 'responders', event));
}

function snoozed(view: IncidentView, event: KnownEvent, body: { audience: Audience; until: number }): Evolved {
  const state = followChart('cadence', view.cadences[body.audience].state, chartEvent(event));
  if (state === undefined) return { contested: `the clock of ${body.audience} is ${view.cadences[body.audience].state}` };
  const cadence: CadenceView = { ...view.cadences[body.audience], state: 'snoozed', snoozed: true };
  return { view: withCadence(view, body.audience, withTarget(cadence, body.until, event.id)) };
}

/** Records a deadline once; one whose key is no longer current changes nothing. */
function fell(view: IncidentView, event: KnownEvent, audience: Audience): Evolved {
  const key = 'deadline' in event.cause ? event.cause.deadline : '';
  if (!currentKeys(view, audience).includes(key)) return { contested: 'an update had been sent, or the clock had moved' };
  const fallen = { ...view.fallen, [key]: { event: event.id, at: event.occurredAt } };
  // A promise that comes due ends no snooze: what was snoozed is the target.
  const ofTarget = event.type === 'update.fellDue' && key === `update/${audience}/${view.cadences[audience].setBy}`;
  const cadence = ofTarget ? stepped(view, audience, event) : view.cadences[audience];
  return { view: withCadence({ ...view, fallen }, audience, cadence) };
}

/** Keys of the deadlines that an audience's clock has now. */
export function currentKeys(view: IncidentView, audience: Audience): readonly string[] {
  const { setBy, promise, deadline } = view.cadences[audience];
  return [
    ...(deadline === undefined ? [] : [handDeadlineKey(audience, deadline.event)]),
    ...(setBy === undefined ? [] : [`update/${audience}/${setBy}`]),
    ...(promise === undefined ? [] : [`update/${audience}/${promise.event}`, `promise/${audience}/${promise.event}`]),
  ];
}
