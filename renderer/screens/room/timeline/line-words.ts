/** The word for each kind of line. */
import { changeTag } from '../../../../shared/incident/next-step.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { EntryKind } from '../../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';

const words: Readonly<Record<EntryKind, string>> = {
  note: 'note',
  detection: 'detection',
  hypothesis: 'hypothesis',
  action: 'action',
  decision: 'decision',
  update: 'update',
  milestone: 'milestone',
  question: 'question',
};

const groups: readonly (readonly [prefix: string, word: string])[] = [
  ['incident.', 'incident'],
  ['fix.', 'fix'],
  ['mitigation.', 'mitigation'],
  ['regression.', 'regression'],
  ['review.', 'review'],
  ['severity.', 'severity'],
  ['impact.', 'impact'],
  ['milestone.', 'milestone'],
  ['role.', 'role'],
  ['person.', 'people'],
  ['summary.', 'summary'],
  ['cadence.', 'clock'],
  ['promise.', 'clock'],
  ['update.fell', 'clock'],
  ['followUp.', 'follow-up'],
  ['postmortem.', 'export'],
  ['task.', 'task'],
  ['timebox.', 'clock'],
  ['hypothesis.', 'hypothesis'],
  ['evidence.', 'evidence'],
  ['decision.', 'decision'],
  ['lever.', 'lever'],
  ['action.', 'action'],
  ['question.', 'question'],
  ['workstream.', 'workstream'],
  ['handoff.', 'command'],
  ['command.', 'command'],
  ['relief.', 'command'],
  ['can.', 'report'],
  ['checklist.', 'checklist'],
  ['focus.', 'focus'],
  ['tempo.', 'tempo'],
];

/** What kind of line it is, in one word. */
export function kindWord(entry: ShownEntry): string {
  if (entry.written && entry.kind === 'note' && changeTag({ tags: entry.tags })) return 'change';
  if (entry.written || entry.kind === 'update') return words[entry.kind];
  return groups.find(([prefix]) => entry.item.type.startsWith(prefix))?.[1] ?? 'event';
}

/** What is to be known about a line beside its text, in words. The zone is the incident's; `contested` is its view's. */
export function marksOf(entry: ShownEntry, zone: string, contested: IncidentView['contested']): readonly string[] {
  const marks: readonly (readonly [holds: boolean, says: string])[] = [
    [entry.ownerName !== undefined, `owner ${entry.ownerName}`],
    [entry.corrections.some((change) => change.redacted !== true), 'corrected'],
    [entry.backdated, `written ${clockTime(entry.recordedAt, zone)}`],
    [entry.byName !== undefined && entry.byName !== entry.actorName, `written by ${entry.actorName}`],
    [entry.precision === 'derived', 'derived from another record'],
    [entry.item.afterClosing === true, 'after closing'],
    [entry.item.standing === 'contested', `contested, so it changed nothing${whyContested(entry, contested)}`],
    [entry.item.standing === 'unknown', 'written by a newer console; not understood here yet'],
  ];
  return marks.filter(([holds]) => holds).map(([, says]) => says);
}

function whyContested(entry: ShownEntry, contested: IncidentView['contested']): string {
  const found = entry.item.standing === 'contested' ? contested.find(({ event }) => event === entry.item.id) : undefined;
  return found === undefined ? '' : `: ${found.why}`;
}
