/** The fold's step: what one event of the log makes of a view. Plain, total and fast; it judges nothing, and what cannot be leaves the view as it was, marked contested. */

import type { LogEvent } from '../log/event.ts';
import { upcast } from '../log/upcast.ts';
import { forEachAudience } from './cadence-plan.ts';
import { evolveChecklists } from './checklists/evolve-checklists.ts';
import { bodyInstead } from './erased-bodies.ts';
import { eventVersions, isKnownType } from './events.ts';
import { evolveCadences } from './evolve-cadences.ts';
import { evolveControl } from './evolve-control.ts';
import { evolveFacts } from './evolve-facts.ts';
import { type Evolved, type KnownEvent, readKnown } from './known-event.ts';
import { evolvePeople } from './people/evolve-people.ts';
import { evolveReview } from './review/evolve-review.ts';
import { evolveSituation } from './situation/evolve-situation.ts';
import { evolveUpdates } from './updates/evolve-updates.ts';
import { type IncidentView, type TimelineItem, viewVersion } from './view.ts';
import { evolveWork } from './work/evolve-work.ts';

/** What a console knows of an incident before its first event. */
export function emptyView(id: string): IncidentView {
  return {
    version: viewVersion,
    id,
    label: '',
    title: '',
    mode: 'live',
    zone: 'UTC',
    links: {},
    phase: 'undeclared',
    phases: [],
    command: 'vacant',
    impacts: [],
    milestones: {},
    people: {},
    roles: {},
    roleIntervals: [],
    handoffs: [],
    roleConflicts: [],
    standingIntervals: [],
    cadences: forEachAudience(() => ({ state: 'idle', received: false, final: false, snoozed: false })),
    updates: [],
    drafts: [],
    deliveries: [],
    checklists: [],
    labels: [],
    followUps: [],
    sections: {},
    meetings: [],
    tasks: [],
    hypotheses: [],
    decisions: [],
    levers: [],
    actionDetails: {},
    questions: [],
    workstreams: [],
    focus: 'restore',
    tempo: 'normal',
    absorbed: [],
    exports: [],
    overrides: [],
    consoles: {},
    fallen: {},
    actions: 0,
    entries: 0,
    items: [],
    amendments: {},
    contested: [],
    unknown: [],
    forks: [],
    events: 0,
  };
}

/** Folds one event. Never throws, whatever the body holds. */
export function evolve(view: IncidentView, event: LogEvent): IncidentView {
  const counted = { ...view, events: view.events + 1 };
  if (event.body === null) return withoutBody(counted, event);
  const lifted = upcast(event, {}, (type) => (isKnownType(type) ? eventVersions[type] : undefined));
  if (!lifted.known) {
    const unknown = [...counted.unknown, { event: event.id, type: event.type, v: event.v }];
    return withItem({ ...counted, unknown }, event, 'unknown');
  }
  const known = readKnown(lifted.event);
  if (!known) return contested(counted, event, 'its body does not fit its type');
  const evolved = step(counted, known);
  return 'contested' in evolved ? contested(evolved.view ?? counted, event, evolved.contested) : withItem(evolved.view, event, 'plain');
}

function step(view: IncidentView, event: KnownEvent): Evolved {
  // Two files of one id and other content met: the first by clock is the incident, the other's rows are shown, not folded.
  if ('import' in event.cause && view.importOrigin !== undefined && view.importOrigin !== event.origin)
    return { contested: 'another version of the file was imported first' };
  const controlled = evolveControl(view, event);
  if ('contested' in controlled) return controlled;
  const factual = evolveFacts(controlled.view, event);
  if ('contested' in factual) return factual;
  const worked = evolveThings(factual.view, event);
  if ('contested' in worked) return worked;
  return evolveCadences(view, worked.view, event);
}

/** The things with a life of their own; an event is about one of them at most, a merge about several. */
function evolveThings(view: IncidentView, event: KnownEvent): Evolved {
  for (const evolveThing of [evolveWork, evolvePeople, evolveSituation, evolveUpdates, evolveChecklists, evolveReview]) {
    const evolved = evolveThing(view, event);
    if ('contested' in evolved) return evolved;
    view = evolved.view;
  }
  return { view };
}

/** A transition needs no words: erasing its reason takes nothing back. A thing stays without its text; what was only words is gone, and what they did with it. */
function withoutBody(view: IncidentView, event: LogEvent): IncidentView {
  const bare = readKnown({ ...event, body: bodyInstead(view, event.type) });
  const evolved = bare && step(view, bare);
  return withItem(evolved?.view ?? view, event, 'erased');
}

function contested(view: IncidentView, event: LogEvent, why: string): IncidentView {
  return withItem({ ...view, contested: [...view.contested, { event: event.id, type: event.type, why }] }, event, 'contested');
}

const blockSize = 256;
const ended = new Set(['closed', 'declined', 'falseAlarm', 'cancelled']);

function withItem(view: IncidentView, event: LogEvent, standing: TimelineItem['standing']): IncidentView {
  const item: TimelineItem = {
    id: event.id,
    type: event.type,
    body: event.body,
    occurredAt: event.occurredAt,
    ...(event.endAt !== undefined && { endAt: event.endAt }),
    precision: event.precision,
    recordedAt: event.recordedAt,
    origin: event.origin,
    seq: event.seq,
    actor: event.actor,
    via: event.via,
    ...(event.by !== undefined && { by: event.by }),
    standing,
    ...(ended.has(view.phase) && event.type === 'entry.added' && { afterClosing: true as const }),
  };
  const last = view.items.at(-1);
  const items = last && last.length < blockSize ? [...view.items.slice(0, -1), [...last, item]] : [...view.items, [item]];
  return { ...view, items };
}
