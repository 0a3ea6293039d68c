/** Errors as they cross every boundary: data, never exceptions. */
import * as z from 'zod';
import type { Refusal } from '../incident/refusal.ts';

/** Error codes and the HTTP status of each. */
export const errorStatus = {
  invalid: 422,
  refused: 409,
  'not-found': 404,
  unauthorized: 401,
  forbidden: 403,
  'too-large': 413,
  'too-many': 429,
  /** The log cannot be written: disk full, read-only, damaged, or the core is gone. */
  'not-recording': 503,
  /** A document could not be printed: no browser is here, or it failed. */
  'not-printed': 503,
  bug: 500,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** One fault of an input: where (`events.3.at`), and what is wrong with it. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

export interface ApiError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldFault[];
  readonly refusal?: Refusal;
}

const remedySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), type: z.string(), fields: z.array(z.string()).optional(), line: z.string().optional() }),
  z.object({ kind: z.literal('wait'), until: z.number() }),
]);
export const refusalSchema = z
  .object({
    code: z.enum(['requirements', 'impossible']),
    message: z.string(),
    unmet: z.array(z.object({ requirement: z.string(), says: z.string(), remedy: remedySchema })),
  })
  .meta({ id: 'Refusal' });
export const apiErrorSchema = z
  .object({
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    refusal: refusalSchema.optional(),
  })
  .meta({ id: 'Error' });

/** Faults of a zod error with dotted paths, as 422 answers and refused files name them. */
export function fieldFaults(error: z.ZodError): readonly FieldFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: 'is not a field of this' }));
  });
}
