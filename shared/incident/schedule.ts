/** Everything that falls due in an incident, the soonest first: what lies ahead, and what is past and still waits. Asked of the view and the moment; nothing here is stored. */
import { afterwardsItems } from './schedule/afterwards-items.ts';
import { commandItems } from './schedule/command-items.ts';
import type { ScheduleItem } from './schedule/schedule-item.ts';
import { updateItems } from './schedule/update-items.ts';
import { workItems } from './schedule/work-items.ts';
import type { IncidentView } from './view.ts';

/**
 * The schedule as it stands at `now`, ms since epoch, UTC. Empty for what was written down afterwards, and for an incident that went into
 * another: what it owes rings there.
 */
export function schedule(view: IncidentView, now: number): readonly ScheduleItem[] {
  if (view.mode === 'imported' || view.mode === 'backfilled' || view.phase === 'merged') return [];
  const all = [...updateItems(view, now), ...workItems(view, now), ...commandItems(view, now), ...afterwardsItems(view, now)];
  return all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
