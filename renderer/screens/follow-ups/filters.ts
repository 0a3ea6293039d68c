/** Which follow-ups are shown, and in which order. Pure: the present moment comes from outside. */
import { byAge, byDueThenAge, type FollowUpRow, isRowOpen, isRowOverdue } from '../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { type FollowUpKind, followUpKinds } from '../../../shared/vocabulary/words.ts';

export const shownStates = ['open', 'overdue', 'vague', 'over', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

export interface Filters {
  readonly state: ShownState;
  readonly kind: FollowUpKind | 'all' | 'none';
  /** A name, as people read it: one person may have an id in each incident. Empty: everybody's; `-`: nobody's. */
  readonly owner: string;
  readonly order: 'due' | 'age';
}

export const firstFilters: Filters = { state: 'open', kind: 'all', owner: '', order: 'due' };

export const kindChoices = ['all', ...followUpKinds, 'none'] as const satisfies readonly Filters['kind'][];

const ofState: Readonly<Record<ShownState, (row: FollowUpRow, now: number) => boolean>> = {
  open: isRowOpen,
  overdue: isRowOverdue,
  vague: ({ vague }) => vague.length > 0,
  over: (row) => !isRowOpen(row),
  all: () => true,
};

/** `kept`: ids of rows that stay in sight although they were just changed. `now`: ms since epoch, UTC. */
export function filtered(
  rows: readonly FollowUpRow[],
  { state, kind, owner, order }: Filters,
  kept: ReadonlySet<string>,
  now: number,
): readonly FollowUpRow[] {
  return rows
    .filter(
      (row) =>
        (kept.has(row.id) || ofState[state](row, now)) &&
        (kind === 'all' || (row.kind ?? 'none') === kind) &&
        (owner === '' || (row.owner?.name ?? '-') === owner),
    )
    .toSorted(order === 'due' ? byDueThenAge : byAge);
}

/** Everybody who owns one, by name. */
export function ownersOf(rows: readonly FollowUpRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ owner }) => (owner === undefined ? [] : [owner.name])))].toSorted((a, b) => a.localeCompare(b));
}
