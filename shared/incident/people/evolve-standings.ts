/** The roll call as the log tells it: who was asked, looks, was ruled out, excused, rests or watches, and since when. */
import { isOpenPhase, type Standing } from '../../vocabulary/words.ts';
import { followChart } from '../charts/ask.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView, PersonView, StandingInterval } from '../view.ts';
import { isHere } from './presence.ts';

/** The event that each standing is marked with. */
export const standingEvents = {
  engaged: 'person.engaged',
  asked: 'person.asked',
  looking: 'person.looking',
  ruledOut: 'person.ruledOut',
  excused: 'person.excused',
  resting: 'person.rested',
  observing: 'person.observing',
} as const satisfies Readonly<Record<Standing, string>>;
type StandingEvent = Extract<KnownEvent, { type: (typeof standingEvents)[Standing] }>;

const marking = new Set<string>(Object.values(standingEvents));
/** Whether the event marks where somebody stands. */
export const isStandingEvent = (event: KnownEvent): event is StandingEvent => marking.has(event.type);

/** Marks the person where the chart has such a way. */
export function standingMarked(view: IncidentView, event: StandingEvent): Evolved {
  const person = view.people[canonicalPerson(view, event.body.person)];
  if (person === undefined) return { contested: 'it names a person who is not known here' };
  const standing = followChart('person', person.standing, chartEvent(event)) as Standing | undefined;
  if (standing === undefined) return { contested: `a person who is ${standingWords[person.standing]} has no way for ${event.type}` };
  const { reason, until } = event.body;
  return {
    view: stood(view, person.id, {
      standing,
      at: event.occurredAt,
      ...(reason !== undefined && { note: reason }),
      ...(until !== undefined && { until }),
    }),
  };
}

/** Standings as people say them. */
export const standingWords: Readonly<Record<Standing, string>> = {
  engaged: 'here',
  asked: 'asked',
  looking: 'looking',
  ruledOut: 'ruled out',
  excused: 'excused',
  resting: 'resting',
  observing: 'observing',
};

/** The view with the person standing there from `at` on (ms since epoch, UTC). Said again, a standing keeps its beginning. */
export function stood(
  view: IncidentView,
  id: string,
  to: { readonly standing: Standing; readonly at: number; readonly note?: string; readonly until?: number },
): IncidentView {
  const person = view.people[id];
  if (person === undefined) return view;
  const stays = person.standing === to.standing;
  const { standingNote: _note, until: _until, ...before } = person;
  const after: PersonView = {
    ...before,
    standing: to.standing,
    standingSince: stays ? person.standingSince : to.at,
    ...(to.note !== undefined && { standingNote: to.note }),
    ...(to.until !== undefined && { until: to.until }),
  };
  const standingIntervals = stays ? view.standingIntervals : standingFrom(view.standingIntervals, id, to.standing, to.at);
  return { ...view, people: { ...view.people, [id]: after }, standingIntervals };
}

function standingFrom(intervals: readonly StandingInterval[], person: string, standing: Standing, at: number): readonly StandingInterval[] {
  const open = intervals.find((interval) => interval.person === person && interval.to === undefined);
  const closed = intervals.map((interval) => (interval === open ? { ...interval, to: Math.max(at, interval.from) } : interval));
  return [...closed, { person, standing, from: Math.max(at, open?.from ?? at) }];
}

/** An id that stands for another person from now on stands nowhere itself; if it was here, that person is. */
export function becameOne(view: IncidentView, alias: string, at: number): IncidentView {
  const [was, person] = [view.people[alias], view.people[canonicalPerson(view, alias)]];
  if (was === undefined || person === undefined) return view;
  const closed = (interval: StandingInterval): StandingInterval => ({ ...interval, to: Math.max(at, interval.from) });
  const standingIntervals = view.standingIntervals.map((interval) =>
    interval.person === alias && interval.to === undefined ? closed(interval) : interval,
  );
  const merged = { ...view, standingIntervals };
  return isHere(was.standing) && !isHere(person.standing) ? stood(merged, person.id, { standing: was.standing, at }) : merged;
}

/**
 * Somebody who was asked and writes is looking; somebody who was excused and writes is back. Marking others, or oneself, says by itself
 * where people stand.
 */
export function wrote(view: IncidentView, event: KnownEvent): IncidentView {
  if (!('command' in event.cause) || event.type.startsWith('person.') || !isOpenPhase(view.phase)) return view;
  const writer = view.people[canonicalPerson(view, event.actor)];
  if (writer?.standing === 'asked') return stood(view, writer.id, { standing: 'looking', at: event.recordedAt });
  return writer?.standing === 'excused' ? stood(view, writer.id, { standing: 'engaged', at: event.recordedAt }) : view;
}
