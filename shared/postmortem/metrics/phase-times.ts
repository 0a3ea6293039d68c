/** How long the incident stood in each phase that it left. */
import type { IncidentView } from '../../incident/view.ts';
import type { Phase } from '../../vocabulary/words.ts';

/** A stay in a phase. Times are ms since epoch, UTC. */
export interface PhaseStay {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
}

/**
 * The stays that are over, in log order, each beginning where the one before it ended. What was written down late with an earlier time can end
 * no stay before it began.
 */
export function phaseStays({ phases }: Pick<IncidentView, 'phases'>): readonly PhaseStay[] {
  const stays: PhaseStay[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const { phase, from, to } of phases) {
    const begin = Math.max(from, reached);
    if (to !== undefined && to > begin) stays.push({ phase, from: begin, to });
    reached = Math.max(reached, begin, to ?? begin);
  }
  return stays;
}

/** Ms in each phase, in the order of their first entry. Phases only passed through are not listed. */
export function timeInPhases(stays: readonly PhaseStay[]): ReadonlyMap<Phase, number> {
  const spent = new Map<Phase, number>();
  for (const { phase, from, to } of stays) spent.set(phase, (spent.get(phase) ?? 0) + to - from);
  return spent;
}
