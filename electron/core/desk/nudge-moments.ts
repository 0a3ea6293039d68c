/** The moments of an incident that are worth a native notification, and whom each is for. Source: quiet by design, of the domain design. */

import { clocksRun } from '../../../shared/incident/cadence-plan.ts';
import type { AudienceClock } from '../../../shared/incident/clocks.ts';
import { clocksOf } from '../../../shared/incident/clocks.ts';
import { deadlines } from '../../../shared/incident/deadlines.ts';
import { commanderOf } from '../../../shared/incident/people/presence.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { taskClocks } from '../../../shared/incident/work/task-clocks.ts';
import type { Nudge } from '../server/port-protocol.ts';

export interface NudgeMoment {
  readonly key: string;
  readonly kind: Nudge['kind'];
  readonly audience?: NonNullable<Nudge['audience']>;
  /** Of a timebox: what it is on. */
  readonly thing?: NonNullable<Nudge['thing']>;
  /** The clock may be put off once. */
  readonly maySnooze?: true;
  readonly dueAt: number;
  /** The people whom it is for; nobody: whoever is here. */
  readonly to: readonly string[];
}

/** Clocks of audiences, the deadlines that only ring, and timeboxes, as they stand at `now` (ms since epoch, UTC). */
export function momentsOf(view: IncidentView, now: number): readonly NudgeMoment[] {
  return [...clocksOf(view, 0).flatMap((clock) => clockMoments(view, clock, now)), ...ringing(view), ...timeboxes(view, now)];
}

const only = (person: string | undefined): readonly string[] => (person === undefined ? [] : [person]);

/** A promise, or a deadline set by hand, whose time has come takes the place of a target that came before it. */
function clockMoments(view: IncidentView, clock: AudienceClock, now: number): readonly NudgeMoment[] {
  const { audience, due, target, promise, deadline } = clock;
  const to = only(view.roles.comms?.holder ?? view.roles.commander?.holder);
  const promised = promise !== undefined && promise <= now ? promise : due;
  const moment = (dueAt: number, kind: NudgeMoment['kind']): NudgeMoment => ({
    key: `clock/${view.id}/${audience}/${dueAt}`,
    kind,
    audience,
    ...(kind === 'update' && target === dueAt && !view.cadences[audience].snoozed && { maySnooze: true }),
    dueAt,
    to,
  });
  const kind = promised === promise ? 'promise' : promised === deadline ? 'deadline' : 'update';
  // What the law asks for is said whatever else fell due before it.
  const byHand = deadline === undefined || deadline === promised ? [] : [moment(deadline, 'deadline')];
  return [moment(promised, kind), ...byHand];
}

function ringing(view: IncidentView): readonly NudgeMoment[] {
  return deadlines(view).flatMap(({ key, kind, dueAt }): readonly NudgeMoment[] => {
    if (kind === 'pause') return [{ key, kind, dueAt, to: only(view.pause?.watcher) }];
    return kind === 'triage' || kind === 'relief' ? [{ key, kind, dueAt, to: only(commanderOf(view)) }] : [];
  });
}

/** Of a task, a test or a workstream whose time is up until somebody says how it stands: to whoever has it, and to the commander. */
function timeboxes(view: IncidentView, now: number): readonly NudgeMoment[] {
  if (!clocksRun(view)) return [];
  const moment = (id: string, label: string, text: string, dueAt: number, person: string | undefined): NudgeMoment => ({
    key: `timebox/${view.id}/${id}/${dueAt}`,
    kind: 'timebox',
    thing: { label, text },
    dueAt,
    to: [...new Set([...only(person), ...only(commanderOf(view))])],
  });
  return [
    ...taskClocks(view, now).map(({ task, dueAt }) => moment(task.id, task.label, task.text, dueAt, task.to)),
    ...view.hypotheses.flatMap(({ id, label, text, state, test }) =>
      state === 'testing' && test?.timebox !== undefined ? [moment(id, label, text, test.timebox.dueAt, test.tester)] : [],
    ),
    ...view.workstreams.flatMap(({ id, label, name, closedAt, timebox, leader }) =>
      closedAt === undefined && timebox !== undefined ? [moment(id, label, name, timebox.dueAt, leader)] : [],
    ),
  ];
}
