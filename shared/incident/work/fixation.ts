/** Which explanations are alive, and whether people hold on to one of them without trying to prove it wrong (design: the fixation alarm). */
import { clocksRun } from '../cadence-plan.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import type { HypothesisView } from '../work-view.ts';

const minute = 60_000;

/** Hypotheses that may still be right, in log order: neither refuted nor parked. */
export function aliveHypotheses(view: IncidentView): readonly HypothesisView[] {
  return view.hypotheses.filter(({ state }) => state !== 'refuted' && state !== 'parked');
}

export interface Fixation {
  readonly hypothesis: HypothesisView;
  /** Since when nobody tried anything else, ms since epoch, UTC. */
  readonly since: number;
}

/**
 * The one explanation left that nobody has tried to disprove for the playbook's fixation minutes, while investigating or fixing.
 * Trying is: starting a test, writing evidence against it, opening another hypothesis. One that was just refuted or parked was
 * an alternative until then.
 */
export function fixation(view: IncidentView, now: number): Fixation | undefined {
  const [hypothesis, ...others] = aliveHypotheses(view);
  const searching = clocksRun(view) ? searchingSince(view) : undefined;
  if (!hypothesis || others.length > 0 || searching === undefined) return undefined;
  const tried = view.hypotheses.flatMap(({ id, openedAt, settled, challengedAt }) =>
    id === hypothesis.id ? [openedAt, challengedAt ?? 0] : [openedAt, settled?.at ?? 0],
  );
  const since = Math.max(searching, ...tried);
  return now - since >= assumedPlaybook(view).command.fixationMinutes * minute ? { hypothesis, since } : undefined;
}

/** Since when the incident has been investigated or fixed without a break. */
function searchingSince(view: IncidentView): number | undefined {
  const before = view.phases.findLastIndex(({ phase }) => phase !== 'investigating' && phase !== 'fixing');
  return view.phases[before + 1]?.from;
}
