/** Texts that somebody hid stay hidden in a draft, also where the view keeps them as facts beside the timeline. */
import type { ShownEntry } from '../incident/timeline.ts';
import type { IncidentView, MilestoneView } from '../incident/view.ts';

const hiddenText = 'Text hidden';

/** The view with the texts of hidden events taken out of its follow-ups, overrides and milestones. */
export function withoutHidden(view: IncidentView, entries: readonly ShownEntry[]): IncidentView {
  const hidden = new Set(entries.filter((entry) => entry.redacted).map((entry) => entry.item.id));
  if (hidden.size === 0) return view;
  const milestones = Object.fromEntries(
    Object.entries(view.milestones).map(([name, milestone]) => [name, hidden.has(milestone.event) ? bare(milestone) : milestone]),
  );
  return {
    ...view,
    milestones,
    followUps: view.followUps.map((item) => (hidden.has(item.id) ? withoutWords(item) : item)),
    overrides: view.overrides.map((override) => (hidden.has(override.event) ? { ...override, reason: hiddenText } : override)),
  };
}

const bare = ({ at, precision, event }: MilestoneView): MilestoneView => ({ at, precision, event });

function withoutWords(item: IncidentView['followUps'][number]): IncidentView['followUps'][number] {
  return { ...item, text: hiddenText, ...(item.wontDo !== undefined && { wontDo: hiddenText }) };
}
