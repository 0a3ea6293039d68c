/** The walk through the timeline: which entries are looked at, what was known at each, and what the meeting wrote down. */
import { personName, roleName } from '../../incident/names.ts';
import type { MeetingView } from '../../incident/review-view.ts';
import { type ShownEntry, timelineOf } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { RoleId } from '../../vocabulary/words.ts';

/** `starred`: what belongs in the report; `all`: every line. */
export type WalkOver = 'starred' | 'all';

/** Records of the review itself: they are no part of what is walked through. */
const ofTheReview = /^(?:review|section|meeting|postmortem|followUp|entry\.tagged)\b/;

/** The entries to walk through, in the order of the timeline: what happened until the first meeting began, without what was hidden. */
export function walkOf(view: IncidentView, over: WalkOver): readonly ShownEntry[] {
  const begun = view.meetings[0]?.begunAt ?? Number.POSITIVE_INFINITY;
  return timelineOf(view).filter(
    ({ item, starred, redacted, recordedAt }) =>
      !redacted && item.standing !== 'erased' && !ofTheReview.test(item.type) && recordedAt <= begun && (over === 'all' || starred),
  );
}

/** Up to when the log is read for what was known at an entry, ms since epoch, UTC: when it was written, or when it happened where it was written later. */
export function momentOf({
  item,
  backdated,
  occurredAt,
  recordedAt,
}: Pick<ShownEntry, 'item' | 'backdated' | 'occurredAt' | 'recordedAt'>): number {
  return backdated || item.via === 'import' ? occurredAt : recordedAt;
}

/** What one could have known at a moment. */
export interface KnownThen {
  readonly summary?: string;
  readonly impact?: string;
  /** Ideas that were neither supported, refuted nor parked. */
  readonly hypotheses: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly inCommand?: string;
  /** Who held which other role. */
  readonly roles: readonly { readonly role: string; readonly who: string }[];
  /** Everybody else who was there. */
  readonly here: readonly string[];
}

/** Out of the view as it was known then: see `knownAt`. */
export function knownThen(then: IncidentView): KnownThen {
  const held = Object.entries(then.roles).flatMap(([role, of]) => (of?.holder === undefined ? [] : [{ role, holder: of.holder }]));
  const commander = held.find(({ role }) => role === 'commander')?.holder;
  const holders = new Set(held.map(({ holder }) => holder));
  const here = Object.values(then.people).filter(
    ({ id, kind, standing, sameAs }) =>
      kind === 'person' && sameAs === undefined && !holders.has(id) && ['engaged', 'looking', 'observing'].includes(standing),
  );
  return {
    ...(then.summary && { summary: then.summary.text }),
    ...(then.impact && { impact: then.impact.text }),
    hypotheses: then.hypotheses
      .filter(({ state }) => state === 'open' || state === 'testing')
      .map(({ id, label, text }) => ({ id, label, text })),
    ...(commander !== undefined && { inCommand: personName(then, commander) }),
    roles: held
      .filter(({ role }) => role !== 'commander')
      .map(({ role, holder }) => ({ role: roleName(then, role as RoleId), who: personName(then, holder) })),
    here: here.map(({ id }) => personName(then, id)),
  };
}

/** What a meeting can write down, as its tag or its kind says it. */
export const meetingLines = ['decision', 'followUp', 'opportunity', 'note', 'thanks'] as const;
export type MeetingLine = (typeof meetingLines)[number];

export interface LoggedLine {
  readonly id: string;
  readonly line: MeetingLine;
  readonly text: string;
}

/** The tags by which entries of a meeting are found again. */
export const meetingTags = { opportunity: 'opportunity', thanks: 'thanks' } as const;

/** What was written down while the meeting went on, in that order. `now`: for one that has not ended. */
export function loggedIn(view: IncidentView, meeting: MeetingView, now: number): readonly LoggedLine[] {
  const until = meeting.endedAt ?? now;
  return timelineOf(view)
    .filter(
      ({ recordedAt, redacted, item }) => !redacted && item.standing === 'plain' && recordedAt >= meeting.begunAt && recordedAt <= until,
    )
    .flatMap(({ item, text, written, kind, tags }): readonly LoggedLine[] => {
      if (item.type === 'followUp.added') return [{ id: item.id, line: 'followUp', text: (item.body as { text: string }).text }];
      if (!written) return [];
      if (tags.includes(meetingTags.thanks)) return [{ id: item.id, line: 'thanks', text }];
      if (tags.includes(meetingTags.opportunity) || kind === 'question') return [{ id: item.id, line: 'opportunity', text }];
      return [{ id: item.id, line: kind === 'decision' ? 'decision' : 'note', text }];
    });
}

const counted: Readonly<Record<MeetingLine, readonly [one: string, many: string]>> = {
  decision: ['decision', 'decisions'],
  followUp: ['follow-up', 'follow-ups'],
  opportunity: ['question to look into', 'questions to look into'],
  note: ['note', 'notes'],
  thanks: ['word of thanks', 'words of thanks'],
};

/** In words, such as `2 decisions, 1 follow-up`; `nothing` for nothing. */
export function loggedWords(lines: readonly LoggedLine[]): string {
  const parts = meetingLines.flatMap((kind) => {
    const count = lines.filter(({ line }) => line === kind).length;
    return count === 0 ? [] : [`${count} ${counted[kind][count === 1 ? 0 : 1]}`];
  });
  return parts.join(', ') || 'nothing';
}
