/** Which lines of a timeline are changes that may have caused it. */
import { changeTag } from '../../../../shared/incident/next-step.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';

/** How long before the impact an action still looks like its cause, ms. */
const before = 3 * 3_600_000;

/** What people marked as a change, and actions and milestones written by people within three hours before the impact began; in timeline order. */
export function changesAmong(entries: readonly ShownEntry[], view: Pick<IncidentView, 'milestones'>): readonly ShownEntry[] {
  const start = view.milestones.impactStart?.at;
  return entries.filter((entry) => {
    if (!entry.written || entry.redacted) return false;
    if (changeTag({ tags: entry.tags })) return true;
    if (typeof start !== 'number' || (entry.kind !== 'action' && entry.kind !== 'milestone')) return false;
    return entry.occurredAt < start && start - entry.occurredAt <= before;
  });
}
