/** The clocks on tasks, tests and workstreams: which run now, and the deadlines that they are. A thing has one timebox at a time, and its key names the event that set it. */
import { clocksRun } from '../cadence-plan.ts';
import type { IncidentView } from '../view.ts';
import type { Timebox } from '../work-view.ts';

const minute = 60_000;
/** The last moment that a Date can show: bodies of the log may hold any number. */
const endOfTime = 8_640_000_000_000_000;

/** The timebox that an event sets: so many minutes from `from`, ms since epoch. */
export function timeboxFrom(setBy: string, from: number, minutes: number): Timebox {
  return { setBy, dueAt: Math.max(0, Math.min(endOfTime, from + minutes * minute)) };
}

/** What a timebox is on. */
export type TimeboxThing = { readonly task: string } | { readonly hypothesis: string } | { readonly workstream: string };

export interface RunningTimebox {
  /** `timebox/<id of the event that set it>`. */
  readonly key: string;
  readonly dueAt: number;
  readonly thing: TimeboxThing;
}

/** The timeboxes that have neither run out nor been taken off, as the log stands. */
export function timeboxesOf(view: IncidentView): readonly RunningTimebox[] {
  const running = (timebox: Timebox | undefined, thing: TimeboxThing): readonly RunningTimebox[] => {
    const key = `timebox/${timebox?.setBy}`;
    return timebox === undefined || view.fallen[key] ? [] : [{ key, dueAt: timebox.dueAt, thing }];
  };
  return [
    ...view.tasks.flatMap(({ id, timebox }) => running(timebox, { task: id })),
    ...view.hypotheses.flatMap(({ id, state, test }) => running(state === 'testing' ? test?.timebox : undefined, { hypothesis: id })),
    ...view.workstreams.flatMap(({ id, closedAt, timebox }) => running(closedAt === undefined ? timebox : undefined, { workstream: id })),
  ];
}

export interface TimeboxDeadline {
  readonly key: string;
  readonly dueAt: number;
  readonly incidentId: string;
  readonly kind: 'timebox';
  readonly records: { readonly type: 'timebox.expired'; readonly body: Readonly<Record<string, unknown>> };
}

/** The deadlines of the running timeboxes. They are silent while the incident sleeps and once it has ended. */
export function timeboxDeadlines(view: IncidentView): readonly TimeboxDeadline[] {
  if (!clocksRun(view)) return [];
  return timeboxesOf(view).map(({ key, dueAt, thing }) => ({
    key,
    dueAt,
    incidentId: view.id,
    kind: 'timebox',
    records: { type: 'timebox.expired', body: { ...thing, dueAt } },
  }));
}
