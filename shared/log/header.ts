/** The header of an event as bytes: exact UTF-8 JSON with its keys in one order, written once and read strictly. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { err, ok, type Result } from '../result.ts';
import { precisions, vias } from '../vocabulary/words.ts';
import { parseHlc } from './clock.ts';
import type { Cause, EventHeader } from './event.ts';
import { isUuid } from './ids.ts';
import { readUtf8 } from './utf8.ts';

/** The farthest a JavaScript date reaches, ms either side of the epoch. */
const dateRange = 8.64e15;

const uuid = z.string().refine(isUuid, 'not a UUID in lower case');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'not 64 hex digits');
const time = z.int().min(-dateRange).max(dateRange);
const text = z.string().min(1);

const causeSchema = z.union([
  z.strictObject({ command: text }),
  z.strictObject({ deadline: text }),
  z.strictObject({ import: text, row: z.int().min(0) }),
]);

/** The keys stand in the order in which they are written. */
const headerSchema = z.strictObject({
  chain: z.literal(1),
  id: uuid,
  incidentId: uuid,
  origin: uuid,
  seq: z.int().min(1),
  hlc: z.string().refine((hlc) => parseHlc(hlc).ok, 'not a clock timestamp'),
  occurredAt: time,
  endAt: time.optional(),
  precision: z.enum(precisions),
  recordedAt: time,
  actor: text,
  via: z.enum(vias),
  by: text.optional(),
  cause: causeSchema,
  type: text,
  v: z.int().min(1),
  bodyHash: hash,
  prevHash: hash,
});

/** The canonical text of a header: no white space, keys in the order of the schema above, absent optional ones left out. */
export function headerText(header: EventHeader): string {
  const { chain, id, incidentId, origin, seq, hlc, occurredAt, endAt, precision, recordedAt, actor, via, by, type, v } = header;
  const cause = orderedCause(header.cause);
  const { bodyHash, prevHash } = header;
  return JSON.stringify({
    chain,
    id,
    incidentId,
    origin,
    seq,
    hlc,
    occurredAt,
    endAt,
    precision,
    recordedAt,
    actor,
    via,
    by,
    cause,
    type,
    v,
    bodyHash,
    prevHash,
  });
}

function orderedCause(cause: Cause): Cause {
  if ('command' in cause) return { command: cause.command };
  if ('deadline' in cause) return { deadline: cause.deadline };
  return { import: cause.import, row: cause.row };
}

/** The canonical bytes of a header: what is hashed and stored. */
export function headerBytes(header: EventHeader): Uint8Array {
  return utf8ToBytes(headerText(header));
}

/** What is wrong with a header: one line for a person. */
export type HeaderFault = string;

/**
 * Reads a header that came from anywhere. Error: not UTF-8, not JSON, a field missing, unknown or out of range,
 * or bytes that are not the canonical writing of what they say (white space, another order, a key twice).
 */
export function readHeader(bytes: Uint8Array): Result<EventHeader, HeaderFault> {
  const decoded = readUtf8(bytes);
  if (!decoded.ok) return err(`the header is ${decoded.error}`);
  const json = parseJson(decoded.value);
  if (!json.ok) return err(`the header is ${json.error}`);
  const checked = headerSchema.safeParse(json.value);
  if (!checked.success) return err(faultOf(checked.error));
  const header = checked.data as EventHeader;
  return headerText(header) === decoded.value ? ok(header) : err('the header is not written canonically');
}

function faultOf(error: z.ZodError): HeaderFault {
  const issue = error.issues[0];
  const path = issue?.path.join('.');
  return path ? `the header's ${path}: ${issue?.message}` : `the header: ${issue?.message ?? 'unreadable'}`;
}

/** Parses JSON. Error: the text is none. */
export function parseJson(json: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(json) as unknown);
  } catch {
    return err('not JSON');
  }
}
