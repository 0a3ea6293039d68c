/** What events of levers and the details of actions make of a view. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import type { EventBody } from '../events.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import type { LeverView } from '../work-view.ts';
import { heldByAnother } from './leases.ts';
import { timeboxFrom } from './timeboxes.ts';

type LeverEvent = Extract<KnownEvent, { readonly type: `lever.${string}` }>;

const isLeverEvent = (event: KnownEvent): event is LeverEvent => event.type.startsWith('lever.');

/** Applies an event of a lever or an action; others leave the view as it was. */
export function evolveLevers(view: IncidentView, event: KnownEvent): Evolved {
  if (event.type === 'action.detailed') return detailed(view, event.body);
  if (!isLeverEvent(event)) return { view };
  const { lever: key, name } = event.body;
  const known = view.levers.find(({ lever }) => lever === key);
  const before = known ?? { lever: key, name, state: 'free', since: event.occurredAt };
  const state = followChart('lever', before.state, chartEvent(event)) as LeverView['state'] | undefined;
  if (state === undefined) return { contested: `${before.name} is ${before.state}` };
  const after = { ...moved(view, before, state, event), ...collided(view, event) };
  return { view: { ...view, levers: known ? view.levers.map((other) => (other === known ? after : other)) : [...view.levers, after] } };
}

function moved(view: IncidentView, before: LeverView, state: LeverView['state'], event: LeverEvent): LeverView {
  const at = event.occurredAt;
  const base = { lever: before.lever, name: before.name, state, since: at };
  const { holder: _holder, until: _until, collision: _collision, reason: _reason, ...free } = before;
  switch (event.type) {
    case 'lever.leased': {
      const lease = { holder: event.body.person, until: event.body.until };
      // One that works in the world is only taken in hand.
      return state === 'leased' ? { ...base, ...lease } : { ...free, ...lease };
    }
    case 'lever.released':
      return state === 'free' ? base : free;
    case 'lever.applied': {
      const { person, target, checker, readBack, worstCase, wayBack } = event.body;
      const until = timeboxFrom(event.id, at, assumedPlaybook(view).command.leaseMinutes).dueAt;
      const details = given({ target, checker, readBack, worstCase, wayBack });
      return { ...base, holder: person, until, appliedAt: at, event: event.id, ...details };
    }
    case 'lever.reverted': {
      const { owner: _owner, ...past } = free;
      return { ...past, ...base, ...given({ reason: event.body.reason }) };
    }
    case 'lever.kept':
      return { ...free, ...base, ...given({ reason: event.body.reason, owner: event.body.owner }) };
  }
}

/** Two consoles that knew nothing of each other: what was done was done, and both names are shown. One who knew gave a reason. */
function collided(view: IncidentView, event: LeverEvent): Pick<LeverView, 'collision'> {
  if (event.type === 'lever.released' || event.type === 'lever.kept' || event.body.override !== undefined) return {};
  const person = event.type === 'lever.reverted' ? (event.by ?? event.actor) : event.body.person;
  const held = heldByAnother(view, event.body.lever, person, event.occurredAt);
  return held ? { collision: { people: [held.holder, person], at: event.occurredAt, event: event.id } } : {};
}

/** Details of an action stand beside it; those of an applied lever are the lever's too. */
function detailed(view: IncidentView, body: EventBody<'action.detailed'>): Evolved {
  const { entry, lever, worstCase, wayBack, target, driver, checker, readBack } = body;
  const known = view.items.findLast((block) => block.some(({ id }) => id === entry));
  if (!known) return { contested: 'it names an action that is not known here' };
  const shared = given({ worstCase, wayBack, target, checker, readBack });
  const details = { ...view.actionDetails[entry], ...shared, ...given({ lever, driver }) };
  const levers = view.levers.map((other) => (other.event === entry ? { ...other, ...shared } : other));
  return { view: { ...view, levers, actionDetails: { ...view.actionDetails, [entry]: details } } };
}
