/** How long an incident was worked on, and by whom: person-hours from where people stood. A pause that people sleep through counts for nobody. */
import { isActivePhase } from '../../vocabulary/words.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView } from '../view.ts';
import { isHere } from './presence.ts';
import { common, joined, type TimeSpan, totalOf } from './time-spans.ts';

/** The stretches in which the incident was open and awake, from its declaration up to `now` (ms since epoch, UTC). */
export function workedSpans(view: Pick<IncidentView, 'phases' | 'declaredAt'>, now: number): readonly TimeSpan[] {
  const start = view.declaredAt ?? 0;
  const active = view.phases.filter(({ phase }) => isActivePhase(phase));
  return joined(active.map(({ from, to }) => ({ from: Math.max(from, start), to: Math.min(to ?? now, now) })));
}

/** When the stretches together had lasted so long (ms); `undefined` where they have not. */
export function reachedAt(spans: readonly TimeSpan[], ms: number): number | undefined {
  let left = ms;
  for (const { from, to } of spans) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  return undefined;
}

/** When each person was here while the incident was worked on; several ids of one person are one, teams none. */
export function hereSpans(
  view: IncidentView,
  now: number,
  counts: (standing: IncidentView['people'][string]['standing']) => boolean = isHere,
): ReadonlyMap<string, readonly TimeSpan[]> {
  const worked = workedSpans(view, now);
  const spans = new Map<string, TimeSpan[]>();
  for (const { person, standing, from, to } of view.standingIntervals) {
    const id = canonicalPerson(view, person);
    if (view.people[id]?.kind !== 'person' || !counts(standing)) continue;
    spans.set(id, [...(spans.get(id) ?? []), { from, to: to ?? now }]);
  }
  return new Map([...spans].map(([id, list]) => [id, common(list, worked)]));
}

export interface PersonTime {
  readonly person: string;
  /** Ms. */
  readonly time: number;
}

/** Person-time up to `now`, in ms: of each person who was here, the most first, and of all together. */
export function personTime(view: IncidentView, now: number): { readonly total: number; readonly people: readonly PersonTime[] } {
  const people = [...hereSpans(view, now)]
    .map(([person, spans]) => ({ person, time: totalOf(spans) }))
    .filter(({ time }) => time > 0)
    .sort((a, b) => b.time - a.time || (a.person < b.person ? -1 : 1));
  return { total: people.reduce((sum, { time }) => sum + time, 0), people };
}
