/** The hash chain: an event's header names the hash of its body and of its origin's previous event, so nothing changes, goes or comes in unseen. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../result.ts';
import type { Via } from '../vocabulary/words.ts';
import { physicalPart } from './clock.ts';
import type { Cause, EventHeader, LogEvent, NewEvent } from './event.ts';
import { headerBytes, parseJson, readHeader } from './header.ts';
import { readUtf8 } from './utf8.ts';

/** The `prevHash` of an origin's first event in a stream. */
export const noHash = '0'.repeat(64);
/** Length of a body's salt, bytes: it keeps a short body from being guessed by its hash after it was erased. */
export const saltLength = 16;
/** Keeps the hash of an event apart from every other SHA-256 of the same bytes. */
const eventDomain = utf8ToBytes('wheelhouse.event.1\n');

/** An event as bytes, as it is stored and carried between consoles. Body and salt are `null` once erased. */
export interface EventBytes {
  readonly headerBytes: Uint8Array;
  readonly bodyBytes: Uint8Array | null;
  readonly salt: Uint8Array | null;
}

/** An event that was just written: its bytes, and what anyone will read out of them. */
export interface SealedEvent extends EventBytes {
  readonly bodyBytes: Uint8Array;
  readonly salt: Uint8Array;
  readonly event: LogEvent;
}

/** The stamp that a console puts on a fact. Times are ms since epoch, UTC. */
export interface Stamp {
  readonly incidentId: string;
  readonly origin: string;
  readonly seq: number;
  readonly hlc: string;
  readonly recordedAt: number;
  readonly actor: string;
  readonly via: Via;
  readonly cause: Cause;
  /** Hash of this origin's previous event in the stream, or `noHash`. */
  readonly prevHash: string;
  /** 16 random bytes, never used twice. */
  readonly salt: Uint8Array;
}

/** Hex SHA-256(`wheelhouse.event.1\n` ‖ header bytes): the hash of an event. */
export function hashHeader(header: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(eventDomain, header)));
}

/** Hex SHA-256(salt ‖ body bytes). Throws RangeError for a salt that is not 16 bytes. */
export function hashBody(salt: Uint8Array, bodyBytes: Uint8Array): string {
  if (salt.length !== saltLength) throw new RangeError(`a salt has ${saltLength} bytes, not ${salt.length}`);
  return bytesToHex(sha256(concatBytes(salt, bodyBytes)));
}

/**
 * Makes an event of a fact. Its body is `JSON.stringify`'s UTF-8: NUL and lone surrogates are escaped there and survive.
 * `occurredAt` is the clock's physical part unless the fact states one, `precision` then `exact`.
 * Throws TypeError for a body that JSON cannot write, and for `null`, which means erased.
 */
export function seal(fact: NewEvent, stamp: Stamp): SealedEvent {
  const bodyText = fact.body === null ? undefined : JSON.stringify(fact.body);
  if (bodyText === undefined) throw new TypeError(`no body for ${fact.type}`);
  const bodyBytes = utf8ToBytes(bodyText);
  const header = headerOf(fact, stamp, hashBody(stamp.salt, bodyBytes));
  const bytes = headerBytes(header);
  // Read back: a body is what JSON kept of it, on every console alike.
  const event: LogEvent = { ...header, hash: hashHeader(bytes), body: JSON.parse(bodyText) as unknown };
  return { headerBytes: bytes, bodyBytes, salt: stamp.salt, event };
}

function headerOf(fact: NewEvent, stamp: Stamp, bodyHash: string): EventHeader {
  const { incidentId, origin, seq, hlc, recordedAt, actor, via, cause, prevHash } = stamp;
  return {
    chain: 1,
    id: fact.id,
    incidentId,
    origin,
    seq,
    hlc,
    occurredAt: fact.occurredAt ?? physicalPart(hlc),
    ...(fact.endAt !== undefined && { endAt: fact.endAt }),
    precision: fact.precision ?? 'exact',
    recordedAt,
    actor,
    via,
    ...(fact.by !== undefined && { by: fact.by }),
    cause,
    type: fact.type,
    v: fact.v,
    bodyHash,
    prevHash,
  };
}

/** Why bytes are not an event, or not the one that was expected. */
export interface EventFault {
  readonly code: 'header' | 'body' | 'stream' | 'seq' | 'prevHash';
  /** One line for a person. */
  readonly says: string;
}

/** Reads an event strictly: header, body and the hash that binds them. An erased body reads as `null`. */
export function openEvent(bytes: EventBytes): Result<LogEvent, EventFault> {
  const header = readHeader(bytes.headerBytes);
  if (!header.ok) return err({ code: 'header', says: header.error });
  const body = openBody(bytes, header.value.bodyHash);
  if (!body.ok) return err({ code: 'body', says: body.error });
  return ok({ ...header.value, hash: hashHeader(bytes.headerBytes), body: body.value });
}

function openBody({ bodyBytes, salt }: EventBytes, bodyHash: string): Result<unknown, string> {
  if (bodyBytes === null && salt === null) return ok(null);
  if (bodyBytes === null || salt === null) return err('body and salt are erased together or not at all');
  if (salt.length !== saltLength) return err(`the salt has ${salt.length} bytes`);
  if (hashBody(salt, bodyBytes) !== bodyHash) return err('the body does not hash to what the header says');
  const text = readUtf8(bodyBytes);
  if (!text.ok) return err(`the body is ${text.error}`);
  const json = parseJson(text.value);
  if (!json.ok) return err(`the body is ${json.error}`);
  return json.value === null ? err('the body is null, which means erased') : json;
}

/** The newest event of a chain, as far as the next one needs it. */
export interface ChainHead {
  readonly incidentId: string;
  readonly origin: string;
  readonly seq: number;
  readonly hash: string;
}

/** The first event at which a chain breaks. */
export interface ChainFault extends EventFault {
  /** 0-based place in the list. */
  readonly index: number;
}

/** Checks the events of one (stream, origin) in order of seq, from its first. Answers the head, `undefined` for no events. Erased bodies verify. */
export function verifyChain(events: readonly EventBytes[]): Result<ChainHead | undefined, ChainFault> {
  let head: ChainHead | undefined;
  for (const [index, bytes] of events.entries()) {
    const event = openEvent(bytes);
    if (!event.ok) return err({ ...event.error, index });
    const next = follow(event.value, head);
    if (!next.ok) return err({ ...next.error, index });
    head = next.value;
  }
  return ok(head);
}

/** The head after an event that goes on from it; without one the event must be the first of its chain. */
function follow(event: LogEvent, head: ChainHead | undefined): Result<ChainHead, EventFault> {
  const { incidentId, origin, seq, hash } = event;
  if (head && (incidentId !== head.incidentId || origin !== head.origin)) return err({ code: 'stream', says: 'belongs to another chain' });
  const due = (head?.seq ?? 0) + 1;
  if (seq !== due) return err({ code: 'seq', says: `has number ${seq} where ${due} was due` });
  if (event.prevHash !== (head?.hash ?? noHash)) return err({ code: 'prevHash', says: 'does not follow from the event before it' });
  return ok({ incidentId, origin, seq, hash });
}
