/** Names what differs between a file and what an earlier import of the same file id stored. */
import type { FieldFault } from '../../../shared/api/errors.ts';
import type { LogEvent } from '../../../shared/log/event.ts';
import { byClock } from '../../../shared/log/order.ts';
import { contentOf, contentOfEvents, type FactsContent } from './facts-content.ts';
import type { TimelineFacts } from './timeline-facts.ts';

/** More differences than this are counted and not listed. */
const mostListed = 10;
/** Longer values are cut, characters. */
const longestValue = 80;

/** A file as it would be stored. */
export interface Incoming {
  readonly facts: TimelineFacts;
  readonly events: readonly { readonly event: LogEvent }[];
}

/**
 * The differences, file's order, at most ten and a count of the rest. A path is as in the file; an event goes by its own `seq`,
 * such as `events.seq=5.text`, since its place in the list means nothing. What was erased here is not compared.
 */
export function describeDifference(stored: readonly LogEvent[], incoming: Incoming): readonly FieldFault[] {
  const first = stored.filter((event) => event.type === 'incident.imported').toSorted(byClock)[0];
  const { content, erased } = contentOfEvents(stored.filter((event) => event.origin === first?.origin));
  const before = flatten(content);
  const after = flatten(contentOf(incoming.facts));
  const gone = erasedPaths(incoming, erased);
  const paths = [...new Set([...after.keys(), ...before.keys()])];
  const differing = paths.filter((path) => before.get(path) !== after.get(path) && !gone.some((prefix) => path.startsWith(prefix)));
  const listed = differing.slice(0, mostListed).map((path) => ({ path, message: change(before.get(path), after.get(path)) }));
  const more = differing.length - listed.length;
  return more > 0 ? [...listed, { path: '(more)', message: `${more} more differences` }] : listed;
}

function change(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `is new: ${cut(after ?? '')}`;
  if (after === undefined) return `is missing; the log has ${cut(before)}`;
  return `is ${cut(after)}; the log has ${cut(before)}`;
}

const cut = (value: string): string => (value.length > longestValue ? `${value.slice(0, longestValue)}…` : value);

/** Every value under its path, as JSON; times as ISO 8601. An event that only one side has counts once, by its text. */
function flatten(content: FactsContent): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const { events, ...rest } = content;
  spread(flat, '', rest);
  for (const { seq, ...row } of events) spread(flat, `events.seq=${seq}`, row);
  return flat;
}

function spread(flat: Map<string, string>, path: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) spread(flat, path === '' ? key : `${path}.${key}`, inner);
    return;
  }
  const isTime = typeof value === 'number' && /\.(at|endAt)$/.test(path);
  flat.set(path, isTime ? new Date(value).toISOString() : JSON.stringify(value));
}

/** The first paths of what the erased rows told, by the incoming file's own rows: the erased text itself is gone, and so is its `seq`. */
function erasedPaths(incoming: Incoming, erased: ReadonlySet<number>): readonly string[] {
  return incoming.events.flatMap(({ event }) => {
    if (!('row' in event.cause) || !erased.has(event.cause.row)) return [];
    const body = event.body as { name?: string; sourceSeq?: number };
    if (event.type === 'entry.added') return [`events.seq=${body.sourceSeq}.`];
    if (event.type === 'milestone.set') return [`milestones.${body.name}`];
    return event.type === 'incident.imported'
      ? ['title', 'organisation', 'impact', 'fictional', 'completeness', 'sourceTimezone', 'notes', 'conflicts', 'sources']
      : [];
  });
}
