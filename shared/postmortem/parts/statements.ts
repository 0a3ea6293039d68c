/** What was said, as it reads now, with the events that it came from: hidden and corrected texts as such. */
import type { ShownEntry } from '../../incident/timeline.ts';
import type { IncidentView, TimelineItem } from '../../incident/view.ts';
import { type Block, note, notRecorded, type Statement } from '../draft.ts';
import { spanOfTime } from '../when.ts';

type Entries = readonly ShownEntry[];

/** An entry, with what corrected it. */
export const statementOf = (entry: ShownEntry): Statement => ({ text: entry.text, from: sourcesOf(entry) });

/** The event of an entry, and those that changed it. */
export const sourcesOf = ({ item, corrections }: ShownEntry): readonly string[] => [item.id, ...corrections.map(({ event }) => event)];

/** Entries by their ids: timelines never change, so each is gone through once. */
const indexes = new WeakMap<Entries, ReadonlyMap<string, ShownEntry>>();

function indexOf(entries: Entries): ReadonlyMap<string, ShownEntry> {
  const known = indexes.get(entries);
  if (known) return known;
  const index = new Map(entries.map((entry) => [entry.item.id, entry]));
  indexes.set(entries, index);
  return index;
}

/** The entry that an event is. */
export const entryOf = (entries: Entries, id: string): ShownEntry | undefined => indexOf(entries).get(id);

/** The text of a thing that an event began, as that event reads now. */
export function saidBy(entries: Entries, id: string, text: string): Statement {
  const entry = entryOf(entries, id);
  if (entry === undefined) return { text, from: [id] };
  return { text: entry.redacted || entry.original !== undefined ? entry.text : text, from: sourcesOf(entry) };
}

const told = {
  summary: ['summary.set'],
  impact: ['impact.described', 'incident.declared', 'incident.imported'],
} as const;

/** The last summary, or the customer impact as it was last described. */
export function lastSaid({ view, entries }: { readonly view: IncidentView; readonly entries: Entries }, what: keyof typeof told) {
  const text = view[what]?.text;
  if (text === undefined) return undefined;
  const types: readonly string[] = told[what];
  const sets = (entry: ShownEntry): boolean => {
    const body = entry.item.body as { text?: unknown; impact?: unknown } | null;
    return types.includes(entry.item.type) && (body?.text === text || body?.impact === text);
  };
  const source = entries.findLast(sets);
  return source === undefined ? { text, from: [] } : saidBy(entries, source.item.id, text);
}

/** Events of some types, in the order of the log, that changed something. */
export function eventsOf(view: IncidentView, types: readonly string[]): readonly TimelineItem[] {
  return view.items.flatMap((block) => block.filter(({ type, standing }) => standing === 'plain' && types.includes(type)));
}

/** The fields by which later events name what they are about. */
const naming = ['task', 'hypothesis', 'decision', 'question', 'checklist', 'meeting', 'person'] as const;

/** Ids of events by the thing that they are about; logs never change, so each is gone through once. */
const about = new WeakMap<IncidentView['items'], ReadonlyMap<string, readonly string[]>>();

function aboutIndex({ items }: IncidentView): ReadonlyMap<string, readonly string[]> {
  const known = about.get(items);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const { id, body, standing } of items.flat()) {
    if (standing !== 'plain') continue;
    for (const field of naming) {
      const thing = (body as Readonly<Record<string, unknown>> | null)?.[field];
      if (typeof thing !== 'string') continue;
      const its = index.get(thing);
      if (its) its.push(id);
      else index.set(thing, [id]);
    }
  }
  about.set(items, index);
  return index;
}

/** The events that said more of a thing after it began: a task, a hypothesis, a decision, a person. */
export const eventsAbout = (view: IncidentView, thing: string): readonly string[] => aboutIndex(view).get(thing) ?? [];

/** Entries as a list under a line. */
export function listed(intro: string, entries: Entries): readonly Block[] {
  return entries.length === 0 ? [] : listOf(intro, entries.map(statementOf));
}

/** The same, each with its time. */
export function listedWithTimes(intro: string, entries: Entries, zone: string): readonly Block[] {
  const timed = (entry: ShownEntry): Statement => ({ text: `${whenOf(entry, zone)}: ${entry.text}`, from: sourcesOf(entry) });
  return entries.length === 0 ? [] : listOf(intro, entries.map(timed));
}

const listOf = (intro: string, items: readonly Statement[]): readonly Block[] => [
  { type: 'paragraph', text: intro, from: [] },
  { type: 'list', items },
];

/** When an entry happened, in words. */
export const whenOf = (entry: ShownEntry, zone: string): string => spanOfTime(entry, zone);

/** Who said or did it: a person, or the role that a file names. */
export const whoOf = (entry: ShownEntry): string => entry.byName ?? entry.actorRole ?? entry.actorName;

/** The remark that there is nothing of it in the log. */
export const absent = (what: string): Block => note(`${what}: ${notRecorded}`);

/** A row of a table before its columns are known: empty cells are absent, and a column that nobody filled is left out. */
export interface SparseRow {
  readonly cells: Readonly<Record<string, string | undefined>>;
  readonly from: readonly string[];
}

/** A table without the columns that nobody filled. What lacks in the others is not recorded. */
export function sparseTable(columns: readonly string[], rows: readonly SparseRow[]): Block {
  const filled = columns.filter((column) => rows.some(({ cells }) => (cells[column] ?? '') !== ''));
  return {
    type: 'table',
    columns: filled,
    rows: rows.map(({ cells, from }) => ({ cells: filled.map((column) => cells[column] || notRecorded), from })),
  };
}
