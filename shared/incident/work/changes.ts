/** Recent changes: which lines of a timeline may have caused the impact, and how long before it they happened. */
import { changeTag } from '../next-step.ts';
import type { ShownEntry } from '../timeline.ts';
import type { IncidentView } from '../view.ts';

/** How long before the impact a change still looks like its cause, ms (design: recent changes). */
const suspectWindow = 3 * 3_600_000;

export interface Change {
  readonly entry: ShownEntry;
  /** Ms from the change to the start of the impact, negative for a later one; absent while the start is not known. */
  readonly beforeImpact?: number;
  /** Within three hours before the impact: most trouble of a deployment shows by then. */
  readonly suspect: boolean;
}

/** What people marked as a change, and actions and milestones that they wrote within three hours before the impact began; in the order of the timeline. */
export function changesAmong(entries: readonly ShownEntry[], view: Pick<IncidentView, 'milestones'>): readonly Change[] {
  const start = view.milestones.impactStart?.at ?? undefined;
  return entries.flatMap((entry): readonly Change[] => {
    if (!entry.written || entry.redacted) return [];
    const beforeImpact = start === undefined ? undefined : start - entry.occurredAt;
    const suspect = beforeImpact !== undefined && beforeImpact >= 0 && beforeImpact <= suspectWindow;
    const acted = suspect && beforeImpact > 0 && (entry.kind === 'action' || entry.kind === 'milestone');
    if (!acted && !changeTag({ tags: entry.tags })) return [];
    return [{ entry, suspect, ...(beforeImpact !== undefined && { beforeImpact }) }];
  });
}
