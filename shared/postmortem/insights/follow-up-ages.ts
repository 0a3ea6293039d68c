/** Open follow-ups by how long they have been open: what was learned, and is not yet done. */
import { byAge, type FollowUpRow, isRowOverdue } from '../follow-ups/follow-up-rows.ts';

const day = 86_400_000;

export interface AgedFollowUp {
  readonly row: FollowUpRow;
  /** Whole days since it was written down. */
  readonly days: number;
  readonly overdue: boolean;
}

export interface AgeBucket {
  /** In whole days; `to` is not in it, and absent for the last. */
  readonly from: number;
  readonly to?: number;
  readonly count: number;
}

export interface FollowUpAges {
  /** The oldest first. */
  readonly open: readonly AgedFollowUp[];
  readonly overdue: number;
  readonly buckets: readonly AgeBucket[];
}

const edges = [0, 7, 30, 90];

/** `now`: ms since epoch, UTC. */
export function followUpAges(rows: readonly FollowUpRow[], now: number): FollowUpAges {
  const open = rows
    .toSorted(byAge)
    .map((row): AgedFollowUp => ({ row, days: Math.max(0, Math.floor((now - row.addedAt) / day)), overdue: isRowOverdue(row, now) }));
  const buckets = edges.map((from, index): AgeBucket => {
    const to = edges[index + 1];
    const count = open.filter(({ days }) => days >= from && (to === undefined || days < to)).length;
    return { from, ...(to !== undefined && { to }), count };
  });
  return { open, overdue: open.filter(({ overdue }) => overdue).length, buckets };
}

/** A bucket in words: `under 7 days`, `30 to 89 days`, `90 days and more`. */
export function bucketWords({ from, to }: AgeBucket): string {
  if (from === 0) return `under ${to} days`;
  return to === undefined ? `${from} days and more` : `${from} to ${to - 1} days`;
}
