/** Follow-ups as rows of one list, of one incident or of all: with names instead of ids, and what is still vague in them. */
import { type FollowUpStanding, followUpStanding, isFollowUpOpen, overdueFrom, webAddress } from '../../incident/follow-up-standing.ts';
import { personName } from '../../incident/names.ts';
import { timelineOf } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { FollowUpKind, Mode } from '../../vocabulary/words.ts';
import { withoutHidden } from '../hidden.ts';
import { type VagueFinding, vagueIn } from './vague.ts';

export interface FollowUpRow {
  readonly incident: {
    readonly id: string;
    readonly label: string;
    readonly title: string;
    readonly mode: Mode;
    /** In which its days begin and end. */
    readonly zone: string;
  };
  readonly id: string;
  /** `f1`, within its incident. */
  readonly label: string;
  readonly text: string;
  readonly owner?: { readonly id: string; readonly name: string };
  /** ISO date. */
  readonly due?: string;
  readonly kind?: FollowUpKind;
  readonly standing: FollowUpStanding;
  /** Why it will not be done. */
  readonly why?: string;
  /** An address of the web. */
  readonly link?: string;
  /** Ms since epoch, UTC. */
  readonly addedAt: number;
  /** Since when it stands as it does, ms since epoch, UTC. */
  readonly since: number;
  /** When its day is over in the incident's zone, ms since epoch, UTC; absent where nothing is left to do. */
  readonly overdueFrom?: number;
  /** Empty where nothing is left to do. */
  readonly vague: readonly VagueFinding[];
}

/** The follow-ups of an incident, in log order. Texts that were hidden stay so. */
export function followUpRows(view: IncidentView): readonly FollowUpRow[] {
  if (view.followUps.length === 0) return [];
  const { id, label, title, mode, zone } = view;
  return withoutHidden(view, timelineOf(view)).followUps.map((item): FollowUpRow => {
    const due = overdueFrom(item, zone);
    const link = webAddress(item.link);
    return {
      incident: { id, label, title, mode, zone },
      id: item.id,
      label: item.label,
      text: item.text,
      ...(item.owner !== undefined && { owner: { id: item.owner, name: personName(view, item.owner) } }),
      ...(item.due !== undefined && { due: item.due }),
      ...(item.kind !== undefined && { kind: item.kind }),
      standing: followUpStanding(item),
      ...(item.wontDo !== undefined && { why: item.wontDo }),
      ...(link !== undefined && { link }),
      addedAt: item.addedAt,
      since: item.since,
      ...(due !== undefined && { overdueFrom: due }),
      vague: isFollowUpOpen(item) ? vagueIn(item) : [],
    };
  });
}

/** What is left to do first, by the end of its day, those without a day behind; then by age, the oldest first. */
export function byDueThenAge(a: FollowUpRow, b: FollowUpRow): number {
  const left = (row: FollowUpRow): number => (isRowOpen(row) ? 0 : 1);
  const end = (row: FollowUpRow): number => row.overdueFrom ?? Number.MAX_SAFE_INTEGER;
  return left(a) - left(b) || end(a) - end(b) || byAge(a, b);
}

/** The oldest first. Those of one incident that came in one moment stay in log order, since sorting is stable. */
export function byAge(a: FollowUpRow, b: FollowUpRow): number {
  const [one, other] = [a.incident.id, b.incident.id];
  return a.addedAt - b.addedAt || (one < other ? -1 : one > other ? 1 : 0);
}

export const isRowOpen = ({ standing }: FollowUpRow): boolean => standing === 'open' || standing === 'started';

/** `now`: ms since epoch, UTC. */
export const isRowOverdue = (row: FollowUpRow, now: number): boolean => row.overdueFrom !== undefined && now >= row.overdueFrom;
