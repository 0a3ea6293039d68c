/**
 * From a file of facts to sealed events that are the same, byte for byte, on every console.
 *
 * An import is written by an origin of its own, derived from the file's id and content, and not by the console that read it: ids, chain,
 * clock, salts and times follow from the file alone. So a second import, here or on a console that merges later, appends the same ids with
 * the same bytes, which the log takes as nothing new. Its clock is the row number, in ms after the epoch: it keeps the rows in order, sorts
 * before whatever a person writes into the incident, and pulls no console's clock. Files that were imported once must convert to the same
 * bytes for ever: a change to what is below needs a new `conversion`, and with it new ids.
 */
import { createHash } from 'node:crypto';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { EventBody, EventType } from '../../../shared/incident/events.ts';
import { noHash, type SealedEvent, saltLength, seal } from '../../../shared/log/chain.ts';
import { formatHlc } from '../../../shared/log/clock.ts';
import type { LogEvent } from '../../../shared/log/event.ts';
import { uuidv8FromSource } from '../../../shared/log/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { importActor, type MilestoneName, type Precision } from '../../../shared/vocabulary/words.ts';
import { contentHashOf, contentOf } from './facts-content.ts';
import { describeDifference } from './facts-difference.ts';
import { type FactsEvent, factsSchemaName, type TimelineFacts } from './timeline-facts.ts';

/** Names this way of turning facts into events. */
const conversion = 'wheelhouse.import.1';

export interface PreparedImport {
  readonly facts: TimelineFacts;
  readonly sourceId: string;
  /** The stream, derived from the file's id alone: other content under the same id meets what is stored there. */
  readonly incidentId: string;
  /** The derived origin: the file's id and content. */
  readonly origin: string;
  /** Hex SHA-256 of the content, whatever its white space, key order, time zones or order of events. */
  readonly contentHash: string;
  /** The whole chain of the origin, from `console.joined` on. */
  readonly events: readonly SealedEvent[];
}

/** Turns facts into the events of their incident. Pure: the same facts give the same bytes. */
export function prepareImport(facts: TimelineFacts): PreparedImport {
  const contentHash = contentHashOf(contentOf(facts));
  const sourceId = facts.id;
  const incidentId = incidentIdOf(sourceId);
  const origin = uuidv8FromSource(conversion, 'origin', sourceId, contentHash);
  const recordedAt = writtenAt(facts);
  const events: SealedEvent[] = [];
  for (const [index, fact] of rowsOf(facts, contentHash, recordedAt).entries()) {
    const row = index + 1;
    const sealed = seal(
      {
        id: uuidv8FromSource(conversion, 'event', sourceId, contentHash, String(row)),
        type: fact.type,
        v: 1,
        body: fact.body,
        occurredAt: fact.occurredAt,
        ...(fact.endAt !== undefined && { endAt: fact.endAt }),
        precision: fact.precision,
      },
      {
        incidentId,
        origin,
        seq: row,
        hlc: formatHlc({ physical: row, counter: 0 }),
        recordedAt,
        actor: importActor,
        via: 'import',
        cause: { import: sourceId, row },
        prevHash: events.at(-1)?.event.hash ?? noHash,
        salt: saltOf(contentHash, row),
      },
    );
    events.push(sealed);
  }
  return { facts, sourceId, incidentId, origin, contentHash, events };
}

/** The incident of a file, by the file's id. */
export function incidentIdOf(sourceId: string): string {
  return uuidv8FromSource(conversion, 'incident', sourceId);
}

/**
 * What an import still has to append, given the events that are stored in its stream: nothing the second time. Error: `refused`, where the
 * stream holds the same file id with other content; `fields` names what differs.
 */
export function planImport(prepared: PreparedImport, stored: readonly LogEvent[]): Result<readonly SealedEvent[], ApiError> {
  const imported = stored.filter((event) => event.type === 'incident.imported' && event.via === 'import');
  const same = imported.some((event) => event.origin === prepared.origin);
  if (imported.length > 0 && !same) {
    const fields = describeDifference(stored, prepared);
    const named = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
    return err({
      code: 'refused',
      message: `${prepared.sourceId} was imported before with other content, so nothing was imported. ${named}`,
      fields,
    });
  }
  const known = new Set(stored.map((event) => event.id));
  return ok(prepared.events.filter(({ event }) => !known.has(event.id)));
}

/** When the account was written, as far as the file tells: not before the last thing in it. */
function writtenAt(facts: TimelineFacts): number {
  const milestones = Object.values(facts.milestones).flatMap((milestone) => (milestone === null ? [] : [milestone.at]));
  const events = facts.events.map((event) => event.endAt ?? event.at);
  return [...milestones, ...events].reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
}

/** Derived as the rest is: what is hidden in a public file would not be hidden by a random salt. */
function saltOf(contentHash: string, row: number): Uint8Array {
  const digest = createHash('sha256').update(`${conversion}\nsalt\n${contentHash}\n${row}`).digest();
  return new Uint8Array(digest.subarray(0, saltLength));
}

interface Row<T extends EventType = EventType> {
  readonly type: T;
  readonly body: EventBody<T>;
  readonly occurredAt: number;
  readonly endAt?: number;
  readonly precision: Precision;
}

function rowsOf(facts: TimelineFacts, contentHash: string, recordedAt: number): readonly Row[] {
  return [joined(recordedAt), imported(facts, contentHash, recordedAt), ...milestones(facts, recordedAt), ...facts.events.map(entry)];
}

function joined(recordedAt: number): Row<'console.joined'> {
  const body = { appVersion: factsSchemaName, platform: 'import', publicKey: '' };
  return { type: 'console.joined', body, occurredAt: recordedAt, precision: 'derived' };
}

function imported(facts: TimelineFacts, contentHash: string, recordedAt: number): Row<'incident.imported'> {
  const { id, title, organisation, impact, fictional, completeness, sourceTimezone, notes, conflicts } = facts;
  const body = {
    sourceId: id,
    label: id,
    contentHash,
    title,
    organisation,
    impact,
    fictional,
    completeness,
    zone: zoneOf(sourceTimezone),
    sourceTimezone,
    sources: facts.sources.map(({ url, type, note }) => ({ url, type, ...(note !== undefined && { note }) })),
    notes,
    conflicts,
  };
  return { type: 'incident.imported', body, occurredAt: recordedAt, precision: 'derived' };
}

const zoneName = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[A-Za-z0-9_+-]+){1,2}(?![\w/])/;

/** The IANA zone that the text begins with, or UTC. Judged by its form: whether this machine's tables have it must not change the bytes. */
function zoneOf(sourceTimezone: string): string {
  return zoneName.exec(sourceTimezone)?.[0] ?? 'UTC';
}

const milestoneOrder = ['impactStart', 'detected', 'declared', 'mitigated', 'resolved'] as const satisfies readonly MilestoneName[];

/** All five: one that the file has as `null` was asked for and is not known. */
function milestones(facts: TimelineFacts, recordedAt: number): readonly Row<'milestone.set'>[] {
  return milestoneOrder.map((name) => {
    const stated = facts.milestones[name];
    if (stated === null) {
      return { type: 'milestone.set', body: { name, at: null, precision: 'derived' }, occurredAt: recordedAt, precision: 'derived' };
    }
    const { at, precision, note } = stated;
    return { type: 'milestone.set', body: { name, at, precision, ...(note !== undefined && { note }) }, occurredAt: at, precision };
  });
}

const starredKinds = new Set<FactsEvent['kind']>(['decision', 'milestone', 'update', 'action']);

function entry(event: FactsEvent): Row<'entry.added'> {
  const { kind, text, actorRole, tags, source, seq, at, endAt, precision } = event;
  const starred = starredKinds.has(kind);
  const body = { kind, text, starred, actorRole, ...(tags !== undefined && { tags }), source, sourceSeq: seq };
  return { type: 'entry.added', body, occurredAt: at, ...(endAt !== undefined && { endAt }), precision };
}
