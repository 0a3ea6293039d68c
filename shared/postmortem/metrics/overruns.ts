/** Timeboxes that ran out before the work in them was done. */
import type { IncidentView } from '../../incident/view.ts';

/** How often a timebox ran out, by what it was on. More time that ran out too counts again. */
export interface Overruns {
  readonly tasks: number;
  readonly tests: number;
  readonly workstreams: number;
}

/** Counted from the log: each timebox that ran out is written once. */
export function overruns(view: Pick<IncidentView, 'items'>): Overruns {
  const counted = { tasks: 0, tests: 0, workstreams: 0 };
  for (const block of view.items) {
    for (const { type, standing, body } of block) {
      if (type !== 'timebox.expired' || standing !== 'plain') continue;
      const on = (body ?? {}) as { readonly task?: string; readonly hypothesis?: string };
      counted[on.task !== undefined ? 'tasks' : on.hypothesis !== undefined ? 'tests' : 'workstreams'] += 1;
    }
  }
  return counted;
}
