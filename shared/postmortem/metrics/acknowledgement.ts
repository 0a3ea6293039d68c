/** When somebody took the incident on: what a person set as the milestone, else the first to hold command once it was detected. */
import type { IncidentView, MilestoneView } from '../../incident/view.ts';

/** The milestone that figures count to. The one in the log is the first commander, who may have been there before anything was detected. */
export function acknowledgement(view: IncidentView): MilestoneView | undefined {
  const known = view.milestones.acknowledged;
  const detectedAt = view.milestones.detected?.at;
  if (known === undefined || known.at === null || typeof detectedAt !== 'number' || known.at >= detectedAt) return known;
  if (wasSet(view, known.event)) return known;
  const first = view.roleIntervals
    .filter(({ role, to }) => role === 'commander' && (to === undefined || to > detectedAt))
    .reduce((soonest, { from }) => Math.min(soonest, Math.max(from, detectedAt)), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? { at: first, precision: 'derived', event: known.event } : undefined;
}

/** Whether a person set it: a milestone of their own event, not one that followed from who held command. */
function wasSet(view: IncidentView, event: string): boolean {
  return view.items.some((block) => block.some(({ id, type }) => id === event && type === 'milestone.set'));
}
