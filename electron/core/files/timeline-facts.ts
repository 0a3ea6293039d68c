/** The file format `incident-timeline-facts/1`: an incident told as facts, each with its time, its precision and its source. */
import * as z from 'zod';
import type { ApiError, FieldFault } from '../../../shared/api/errors.ts';
import { fieldFaults } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';

export const factsSchemaName = 'incident-timeline-facts/1';
/** The largest file that is read, bytes. */
export const maxFactsBytes = 5 * 1024 * 1024;
/** The most events that one file may tell. */
export const maxFactsEvents = 20_000;
/** More faults than this are counted and not listed. */
const maxFaults = 100;

const time = z
  .string()
  .max(40)
  .pipe(z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time with its zone, such as 2017-01-31T23:27:00Z' }))
  .transform((text) => Date.parse(text));
const line = z.string().min(1).max(500);
const text = z.string().min(1).max(20_000);
const precisions = ['minute', 'hour', 'day', 'approx', 'derived'] as const;

const milestone = z.strictObject({ at: time, precision: z.enum(precisions), note: text.optional() }).nullable();

const event = z
  .strictObject({
    seq: z.number().int().nonnegative(),
    at: time,
    endAt: time.optional(),
    precision: z.enum([...precisions, 'between']),
    kind: z.enum(['detection', 'hypothesis', 'action', 'decision', 'update', 'milestone']),
    actorRole: line,
    text,
    source: z.number().int().nonnegative(),
    tags: z.array(line).max(50).optional(),
  })
  .superRefine((row, context) => {
    if (row.endAt === undefined && row.precision === 'between')
      context.addIssue({ code: 'custom', path: ['endAt'], message: 'must be given, because precision is between' });
    if (row.endAt !== undefined && row.endAt < row.at)
      context.addIssue({ code: 'custom', path: ['endAt'], message: 'must not be before at' });
  });

const minutesOrUnknown = z.number().nullable();

const factsSchema = z.strictObject({
  schema: z.literal(factsSchemaName),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{3,99}$/, 'must be 4 to 100 letters, digits, dots, dashes or underscores'),
  title: line,
  organisation: line,
  impact: text,
  fictional: z.boolean(),
  completeness: z.enum(['full', 'partial']),
  sourceTimezone: line,
  notes: z.array(text).max(500),
  conflicts: z.array(text).max(500),
  sources: z
    .array(z.strictObject({ url: z.string().min(1).max(2_000), type: z.enum(['primary', 'secondary']), note: text.optional() }))
    .max(500),
  milestones: z.strictObject({
    impactStart: milestone,
    detected: milestone,
    declared: milestone,
    mitigated: milestone,
    resolved: milestone,
  }),
  events: z.array(event).min(1).max(maxFactsEvents),
  /** Computed from the rest by whoever wrote the file; checked, and never imported. */
  derivedMetrics: z
    .strictObject({
      unit: z.literal('minutes'),
      impactToDetect: minutesOrUnknown,
      impactToDeclare: minutesOrUnknown,
      impactToMitigate: minutesOrUnknown,
      impactToResolve: minutesOrUnknown,
      updates: z.number().int().nonnegative(),
      longestGapBetweenMinutePrecisionUpdates: minutesOrUnknown,
      note: text.optional(),
    })
    .optional(),
});

/** A file as read: times are ms since epoch, UTC; events are in order of `at`, then `seq`. */
export type TimelineFacts = z.output<typeof factsSchema>;
export type FactsEvent = TimelineFacts['events'][number];

/** Reads the text of a file. Errors: `too-large`; `invalid` with the path of each fault. */
export function parseFacts(file: Uint8Array | string): Result<TimelineFacts, ApiError> {
  const bytes = typeof file === 'string' ? Buffer.byteLength(file) : file.byteLength;
  if (bytes > maxFactsBytes) {
    return err({ code: 'too-large', message: `The file is larger than ${maxFactsBytes / 1024 / 1024} MB, so nothing was imported.` });
  }
  try {
    const content = typeof file === 'string' ? file : new TextDecoder('utf-8', { fatal: true }).decode(file);
    return readFacts(JSON.parse(content.replace(/^\uFEFF/, '')));
  } catch (error) {
    return err({ code: 'invalid', message: `The file is not JSON in UTF-8, so nothing was imported: ${(error as Error).message}` });
  }
}

/** Reads a file that is already parsed as JSON. Error: `invalid`, with the path of each fault, such as `events.3.at`. */
export function readFacts(file: unknown): Result<TimelineFacts, ApiError> {
  const parsed = factsSchema.safeParse(file);
  const faults = [...(parsed.success ? [] : fieldFaults(parsed.error)), ...crossFaults(file)];
  if (faults.length > 0 || !parsed.success) return err(malformed(faults));
  const events = parsed.data.events.toSorted((a, b) => a.at - b.at || a.seq - b.seq);
  return ok({ ...parsed.data, events });
}

function malformed(faults: readonly FieldFault[]): ApiError {
  const fields = faults.slice(0, maxFaults).map(({ path, message }) => ({ path: path || '(the file)', message }));
  const first = fields.slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
  const more = faults.length > first.length ? `; and ${faults.length - first.length} more` : '';
  return { code: 'invalid', message: `The file is not ${factsSchemaName}, so nothing was imported. ${first.join('; ')}${more}`, fields };
}

/** Faults between parts of the file. Reads it raw, so that they are named beside the faults of single fields and not only after them. */
function crossFaults(file: unknown): readonly FieldFault[] {
  const { events, sources } = (typeof file === 'object' && file !== null ? file : {}) as { events?: unknown; sources?: unknown };
  if (!Array.isArray(events)) return [];
  const faults: FieldFault[] = [];
  const firstWithSeq = new Map<unknown, number>();
  for (const [index, row] of events.slice(0, maxFactsEvents).entries()) {
    if (typeof row !== 'object' || row === null) continue;
    const { seq, source } = row as { seq?: unknown; source?: unknown };
    const earlier = firstWithSeq.get(seq);
    if (typeof seq === 'number' && earlier !== undefined)
      faults.push({ path: `events.${index}.seq`, message: `is the same as that of events.${earlier}` });
    if (earlier === undefined) firstWithSeq.set(seq, index);
    if (Array.isArray(sources) && typeof source === 'number' && source >= sources.length)
      faults.push({ path: `events.${index}.source`, message: `names source ${source}, and the file has ${sources.length}` });
  }
  return faults;
}
