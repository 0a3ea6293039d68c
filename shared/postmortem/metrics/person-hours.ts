/** What the incident took of people's time, by day, night and weekend in its zone. No names and no pay: it is a figure of the work, not of persons. */
import { canonicalPerson } from '../../incident/names.ts';
import { common, joined, type TimeSpan, totalOf, without } from '../../incident/people/time-spans.ts';
import { hereSpans, workedSpans } from '../../incident/people/worked-time.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { Standing } from '../../vocabulary/words.ts';
import { classesWithin, type HourClass } from './hour-classes.ts';

const minute = 60_000;

/** Whole minutes of all people together. */
export interface PersonMinutes extends Readonly<Record<HourClass, number>> {
  /** How many people they are the time of. */
  readonly people: number;
}

/**
 * Time in which people were here, or held a role without having said that they rest, while the incident was open and awake. `null` while it
 * goes on, and where the log's times cannot be.
 */
export function personMinutes(view: IncidentView): PersonMinutes | null {
  const { declaredAt, endedAt, zone } = view;
  if (declaredAt === undefined || endedAt === undefined) return null;
  const worked = workedSpans(view, endedAt);
  const [first, last] = [worked[0], worked.at(-1)];
  if (first === undefined || last === undefined) return { day: 0, night: 0, weekend: 0, people: 0 };
  const classes = classesWithin({ from: first.from, to: last.to }, zone);
  if (classes === undefined) return null;
  const each = [...atWork(view, endedAt, worked).values()].filter((spans) => spans.length > 0);
  const of = (wanted: HourClass): number => {
    const hours = classes.filter((span) => span.of === wanted);
    return Math.floor(each.reduce((sum, spans) => sum + totalOf(common(spans, hours)), 0) / minute);
  };
  return { day: of('day'), night: of('night'), weekend: of('weekend'), people: each.length };
}

const away = new Set<Standing>(['resting', 'excused', 'ruledOut']);

/** When each person worked; several ids of one person are one. */
function atWork(view: IncidentView, end: number, worked: readonly TimeSpan[]): ReadonlyMap<string, readonly TimeSpan[]> {
  const spans = new Map(hereSpans(view, end));
  const rested = hereSpans(view, end, (standing) => away.has(standing));
  for (const { person, from, to } of view.roleIntervals) {
    const id = canonicalPerson(view, person);
    if (view.people[id]?.kind !== 'person') continue;
    const held = without(common([{ from, to: to ?? end }], worked), rested.get(id) ?? []);
    spans.set(id, joined([...(spans.get(id) ?? []), ...held]));
  }
  return spans;
}
