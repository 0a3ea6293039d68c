/** What falls due and when, computed from the view alone: restart, sleep and changed clocks lose none and double none, since each has a key made of event ids. */
import { type Audience, audiences } from '../vocabulary/words.ts';
import { commandDeadlines } from './people/command-deadlines.ts';
import { assumedPlaybook } from './playbook-of.ts';
import type { IncidentView } from './view.ts';
import { timeboxDeadlines } from './work/timeboxes.ts';

const minute = 60_000;

export interface Deadline {
  /** Stable: `update/<audience>/<id of the event that set it>` and the like. */
  readonly key: string;
  /** Ms since epoch, UTC. */
  readonly dueAt: number;
  readonly incidentId: string;
  readonly kind: 'update' | 'promise' | 'pause' | 'triage' | 'timebox' | 'handoff' | 'relief';
  readonly audience?: Audience;
  /** The event that records it, once; absent for those that only ring. */
  readonly records?: {
    readonly type: 'update.fellDue' | 'promise.broken' | 'timebox.expired' | 'handoff.expired';
    readonly body: Readonly<Record<string, unknown>>;
  };
}

/** Views never change, and the watch asks all of them whenever one of them is followed by another. */
const answered = new WeakMap<IncidentView, readonly Deadline[]>();

/** The deadlines that are still ahead or not yet recorded, soonest first. */
export function deadlines(view: IncidentView): readonly Deadline[] {
  const known = answered.get(view);
  if (known) return known;
  const list = listed(view);
  answered.set(view, list);
  return list;
}

function listed(view: IncidentView): readonly Deadline[] {
  if (view.mode === 'imported' || view.mode === 'backfilled' || view.phase === 'merged') return [];
  const all: readonly Deadline[] = [
    ...audiences.flatMap((audience) => audienceDeadlines(view, audience)),
    ...lifecycleDeadlines(view),
    ...timeboxDeadlines(view),
    ...commandDeadlines(view),
  ];
  return all.filter((deadline) => !view.fallen[deadline.key]).sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}

function audienceDeadlines(view: IncidentView, audience: Audience): readonly Deadline[] {
  const { target, setBy, promise, deadline } = view.cadences[audience];
  const fellDue = (by: string, dueAt: number, kind: 'target' | 'promise' | 'deadline'): Deadline => ({
    key: `update/${audience}/${by}`,
    dueAt,
    incidentId: view.id,
    kind: 'update',
    audience,
    records: { type: 'update.fellDue', body: { audience, dueAt, kind } },
  });
  const list: Deadline[] = deadline === undefined ? [] : [fellDue(deadline.event, deadline.at, 'deadline')];
  // One message sets target and promise alike: one key, due at the sooner of both.
  const together = promise !== undefined && setBy === promise.event;
  if (target !== undefined && setBy !== undefined && !(together && promise.at <= target)) list.push(fellDue(setBy, target, 'target'));
  if (promise === undefined) return list;
  if (!together || target === undefined || promise.at <= target) list.push(fellDue(promise.event, promise.at, 'promise'));
  list.push({
    key: `promise/${audience}/${promise.event}`,
    dueAt: brokenFrom(view, promise.at),
    incidentId: view.id,
    kind: 'promise',
    audience,
    records: { type: 'promise.broken', body: { audience, promisedAt: promise.at } },
  });
  return list;
}

/** From when a promise counts as broken, by the playbook that the incident pinned. Both times in ms since epoch, UTC. */
export function brokenFrom(view: Pick<IncidentView, 'playbook'>, promisedAt: number): number {
  return promisedAt + assumedPlaybook(view).brokenAfterMinutes * minute;
}

function lifecycleDeadlines(view: IncidentView): readonly Deadline[] {
  if (view.phase === 'paused' && view.pause) {
    return [{ key: `pause/${view.pause.event}`, dueAt: view.pause.until, incidentId: view.id, kind: 'pause' }];
  }
  if (view.phase === 'triage' && view.declaredAt !== undefined) {
    const dueAt = view.declaredAt + assumedPlaybook(view).triageDecisionMinutes * minute;
    return [{ key: `triage/${view.id}`, dueAt, incidentId: view.id, kind: 'triage' }];
  }
  return [];
}
