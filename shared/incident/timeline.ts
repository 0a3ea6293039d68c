/** The timeline as people read it: every event in words, with what was corrected, hidden or starred since, in the one order that screens and exports share. */
import { byTime } from '../log/order.ts';
import type { EntryKind, Precision } from '../vocabulary/words.ts';
import { describeItem } from './describe.ts';
import { personName } from './names.ts';
import type { Amendment, IncidentView, TimelineItem } from './view.ts';

const minute = 60_000;
/** An entry counts as back-dated when it was written this long after it happened. */
const backdatedAfter = 2 * minute;

export interface ShownEntry {
  readonly item: TimelineItem;
  /** The text as it reads now; what was hidden or erased says so. */
  readonly text: string;
  /** The text as it was first written, where a correction changed it. */
  readonly original?: string;
  readonly kind: EntryKind;
  /** Whether a person wrote it as an entry; the rest are records of what was done. */
  readonly written: boolean;
  readonly occurredAt: number;
  readonly endAt?: number;
  readonly precision: Precision;
  readonly recordedAt: number;
  readonly origin: string;
  readonly seq: number;
  readonly starred: boolean;
  readonly redacted: boolean;
  readonly corrections: readonly Amendment[];
  readonly actorName: string;
  /** Who said or did it, where that was not the writer. */
  readonly byName?: string;
  /** The role that an imported file names. */
  readonly actorRole?: string;
  readonly ownerName?: string;
  readonly tags: readonly string[];
  /** Written well after it happened. */
  readonly backdated: boolean;
}

/** Records that a person need not read: how consoles, rules and amendments came in. */
const plumbing = new Set([
  'console.joined',
  'playbook.pinned',
  'entry.corrected',
  'entry.redacted',
  'entry.starred',
  'entry.tagged',
  'person.sameAs',
]);

const kindOf: Readonly<Record<string, EntryKind>> = {
  'incident.declared': 'milestone',
  'incident.accepted': 'milestone',
  'incident.declined': 'milestone',
  'incident.markedFalseAlarm': 'milestone',
  'incident.cancelled': 'milestone',
  'incident.reopened': 'milestone',
  'fix.started': 'milestone',
  'fix.stopped': 'milestone',
  'mitigation.recorded': 'milestone',
  'regression.recorded': 'milestone',
  'incident.resolved': 'milestone',
  'incident.closed': 'milestone',
  'incident.paused': 'milestone',
  'incident.woken': 'milestone',
  'review.started': 'milestone',
  'incident.mergedInto': 'milestone',
  'incident.absorbed': 'milestone',
  'incident.unmerged': 'milestone',
  'incident.separated': 'milestone',
  'severity.set': 'milestone',
  'milestone.set': 'milestone',
  'update.sent': 'update',
  'hypothesis.opened': 'hypothesis',
  'decision.decided': 'decision',
  'decision.reversed': 'decision',
  'lever.applied': 'action',
  'lever.reverted': 'action',
};
/** Kinds that belong in the report unless somebody says otherwise. */
const starredKinds = new Set<EntryKind>(['decision', 'milestone', 'update', 'action']);

type Shown = readonly ShownEntry[];
interface Remembered {
  readonly people: IncidentView['people'];
  readonly amendments: IncidentView['amendments'];
  readonly shown: Shown;
}
/** What each full block read as: blocks never change, so only names and amendments can. */
const remembered = new WeakMap<readonly TimelineItem[], Remembered>();

/** Every line of the timeline, in the one order: when it happened, then when it was written, by whom, and which of theirs. */
export function timelineOf(view: IncidentView): readonly ShownEntry[] {
  return view.items.flatMap((block) => shownBlock(view, block)).sort(byTime);
}

function shownBlock(view: IncidentView, block: readonly TimelineItem[]): Shown {
  const known = remembered.get(block);
  if (known && known.people === view.people && known.amendments === view.amendments) return known.shown;
  const shown = block.filter((item) => !plumbing.has(item.type) || item.standing !== 'plain').map((item) => shownEntry(view, item));
  remembered.set(block, { people: view.people, amendments: view.amendments, shown });
  return shown;
}

/** One item as it reads now. */
export function shownEntry(view: IncidentView, item: TimelineItem): ShownEntry {
  const amendments = view.amendments[item.id] ?? [];
  const body = (item.body ?? {}) as {
    kind?: EntryKind;
    starred?: boolean;
    owner?: string;
    actorRole?: string;
    tags?: readonly string[];
    text?: string;
  };
  const written = item.type === 'entry.added';
  const latest = <K extends keyof Amendment>(field: K): Amendment[K] | undefined =>
    amendments.findLast((amendment) => amendment[field] !== undefined)?.[field];
  const kind = latest('kind') ?? (written && item.standing === 'plain' ? (body.kind ?? 'note') : (kindOf[item.type] ?? 'note'));
  const redacted = latest('redacted') === true;
  const corrected = latest('text');
  const gone = item.standing === 'erased' && corrected === undefined;
  const occurredAt = latest('occurredAt') ?? item.occurredAt;
  const moved = amendments.findLast((amendment) => amendment.occurredAt !== undefined);
  const endAt = moved ? moved.endAt : item.endAt;
  return {
    item,
    text: redacted && !gone ? 'Text hidden' : (corrected ?? describeItem(item, view)),
    ...(corrected !== undefined && !redacted && { original: describeItem(item, view) }),
    kind,
    written,
    occurredAt,
    ...(endAt !== undefined && { endAt }),
    precision: latest('precision') ?? (moved ? 'exact' : item.precision),
    recordedAt: item.recordedAt,
    origin: item.origin,
    seq: item.seq,
    starred: latest('starred') ?? body.starred ?? (item.standing === 'plain' && starredKinds.has(kind)),
    redacted,
    corrections: amendments.filter((amendment) => amendment.starred === undefined && amendment.tags === undefined),
    actorName: personName(view, item.actor),
    ...(item.by !== undefined && { byName: personName(view, item.by) }),
    ...(body.actorRole !== undefined && { actorRole: body.actorRole }),
    ...(body.owner !== undefined && { ownerName: personName(view, body.owner) }),
    tags: latest('tags') ?? body.tags ?? [],
    backdated: item.via !== 'import' && item.recordedAt - occurredAt > backdatedAfter,
  };
}
