/** The clocks of an incident as the strip has room for: what is broken or wants somebody first, then by time. */

import { clocksRun } from '../../../shared/incident/cadence-plan.ts';
import { clocksOf } from '../../../shared/incident/clocks.ts';
import { personName } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { taskClocks } from '../../../shared/incident/work/task-clocks.ts';
import { timeboxesOf } from '../../../shared/incident/work/timeboxes.ts';
import type { Tone } from '../../components/chip/chip.tsx';
import { clockText } from '../../components/clock/format-time.ts';
import { clockName, clockTone, clockWords } from '../room/header/clock-words.ts';
import { overSays } from '../room/panels/task-words.ts';

export interface StripClock {
  readonly key: string;
  /** Whose or what it is: `customers`, `t3 rollback`. */
  readonly name: string;
  /** How it stands: `promised 02:48 (6:12)`, `1:10`, `expired 2 min ago`. */
  readonly says: string;
  readonly tone: Tone;
  /** Ms since epoch, UTC. */
  readonly at: number;
}

const weight: Readonly<Record<Tone, number>> = { broken: 0, now: 1, neutral: 2, done: 3 };

/** All clocks that run at a moment, ms since epoch, the most pressing first. */
export function stripClocks(view: IncidentView, now: number): readonly StripClock[] {
  const updates = clocksOf(view, now).map((clock) => ({
    key: clock.audience,
    name: clockName(clock),
    says: clockWords(clock, now, view.zone),
    tone: clockTone(clock),
    at: clock.due,
  }));
  const all = clocksRun(view) ? [...updates, ...tasks(view, now), ...tests(view, now)] : updates;
  return all.sort((a, b) => weight[a.tone] - weight[b.tone] || a.at - b.at);
}

function tasks(view: IncidentView, now: number): readonly StripClock[] {
  return taskClocks(view, now).map(({ task, dueAt, left, standing }) => ({
    key: task.id,
    name: `${task.label} ${[task.text, task.to === undefined ? '' : `@${personName(view, task.to)}`].filter(Boolean).join(' ')}`,
    says: standing === 'expired' ? overSays(left) : clockText(left),
    tone: standing === 'running' ? 'neutral' : 'now',
    at: dueAt,
  }));
}

/** Tests of hypotheses and workstreams. One that ran out asks by its prompt. */
function tests(view: IncidentView, now: number): readonly StripClock[] {
  return timeboxesOf(view).flatMap(({ key, dueAt, thing }): readonly StripClock[] => {
    const named =
      'hypothesis' in thing
        ? view.hypotheses.find(({ id }) => id === thing.hypothesis)
        : view.workstreams.flatMap(({ id, label, name }) =>
            'workstream' in thing && id === thing.workstream ? [{ label, text: name }] : [],
          )[0];
    if (named === undefined || 'task' in thing) return [];
    const over = dueAt <= now;
    const says = over ? overSays(dueAt - now) : clockText(dueAt - now);
    return [{ key, name: `${named.label} ${named.text}`, says, tone: over ? 'now' : 'neutral', at: dueAt }];
  });
}
