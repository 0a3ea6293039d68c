/** The content of a file of facts in one canonical form: what its hash is taken of, and what two files are compared by. */
import { createHash } from 'node:crypto';
import type { EventBody } from '../../../shared/incident/events.ts';
import type { LogEvent } from '../../../shared/log/event.ts';
import type { FactsEvent, TimelineFacts } from './timeline-facts.ts';

/** Keys stand in one order and absent fields are absent, so that JSON of it is canonical. Times are ms since epoch, UTC. `derivedMetrics` is no part of it. */
export interface FactsContent {
  readonly id: string;
  readonly title: string | undefined;
  readonly organisation: string | undefined;
  readonly impact: string | undefined;
  readonly fictional: boolean | undefined;
  readonly completeness: string | undefined;
  readonly sourceTimezone: string | undefined;
  readonly notes: readonly string[];
  readonly conflicts: readonly string[];
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly milestones: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly events: readonly FactsRow[];
}
type FactsRow = Readonly<Record<string, unknown>> & { readonly seq: unknown };

/** The content of a file that was read. */
export function contentOf(facts: TimelineFacts): FactsContent {
  const { id, title, organisation, impact, fictional, completeness, sourceTimezone, notes, conflicts, sources, milestones } = facts;
  const { impactStart, detected, declared, mitigated, resolved } = milestones;
  return {
    id,
    title,
    organisation,
    impact,
    fictional,
    completeness,
    sourceTimezone,
    notes,
    conflicts,
    sources: sources.map(sourceContent),
    milestones: {
      impactStart: milestoneContent(impactStart),
      detected: milestoneContent(detected),
      declared: milestoneContent(declared),
      mitigated: milestoneContent(mitigated),
      resolved: milestoneContent(resolved),
    },
    events: facts.events.map(rowContent),
  };
}

/** Hex SHA-256 of the canonical JSON. */
export function contentHashOf(content: FactsContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The content that the stored events of one import came from. Erased bodies give nothing: `erased` holds the rows that are gone. */
export function contentOfEvents(events: readonly LogEvent[]): { readonly content: FactsContent; readonly erased: ReadonlySet<number> } {
  const bodies = events.filter((event) => event.body !== null);
  const about = bodies.find((event) => event.type === 'incident.imported')?.body as EventBody<'incident.imported'> | undefined;
  const set = bodies.filter((event) => event.type === 'milestone.set').map((event) => event.body as EventBody<'milestone.set'>);
  const entries = bodies.filter((event) => event.type === 'entry.added');
  const erased = events.filter((event) => event.body === null).map(({ cause }) => ('row' in cause ? cause.row : 0));
  return {
    content: {
      id: about?.sourceId ?? '',
      title: about?.title,
      organisation: about?.organisation,
      impact: about?.impact,
      fictional: about?.fictional,
      completeness: about?.completeness,
      sourceTimezone: about?.sourceTimezone,
      notes: about?.notes ?? [],
      conflicts: about?.conflicts ?? [],
      sources: (about?.sources ?? []).map(sourceContent),
      milestones: Object.fromEntries(set.map((body) => [body.name, milestoneContent(body)])),
      events: entries.map(storedRow),
    },
    erased: new Set(erased),
  };
}

const sourceContent = ({ url, type, note }: { url: string; type: string; note?: string | undefined }) => ({ url, type, note });

function milestoneContent(milestone: { at: number | null; precision: string; note?: string | undefined } | null) {
  if (milestone === null || milestone.at === null) return null;
  return { at: milestone.at, precision: milestone.precision, note: milestone.note };
}

function rowContent({ seq, at, endAt, precision, kind, actorRole, text, source, tags }: FactsEvent): FactsRow {
  return { seq, at, endAt, precision, kind, actorRole, text, source, tags };
}

function storedRow(event: LogEvent): FactsRow {
  const { kind, text, actorRole, tags, source, sourceSeq } = event.body as EventBody<'entry.added'>;
  return { seq: sourceSeq, at: event.occurredAt, endAt: event.endAt, precision: event.precision, kind, actorRole, text, source, tags };
}
