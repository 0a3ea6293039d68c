/** Answers of more than one desk that say no. */
import type { ApiError } from '../../../shared/api/errors.ts';

/** The way from here does not exist: `message` says why, and what to do instead. */
export function impossible(message: string): ApiError {
  return { code: 'refused', message, refusal: { code: 'impossible', message, unmet: [] } };
}

/** A fault of a text; line and column from 1. `path`: the field that it is about, where the text has fields. */
interface TextFault {
  readonly line: number;
  readonly column: number;
  readonly path?: string;
  readonly message: string;
}

/** Every fault of a text at once, each with its place; nothing was changed. */
export function faulty(what: 'playbook' | 'template', faults: readonly TextFault[]): ApiError {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return {
    code: 'invalid',
    message: `The ${what} has ${count}, and nothing was changed. Mend the text and save it again.`,
    fields: faults.map(({ line, column, path, message }) => ({ path: path || 'text', message: `${line}:${column}: ${message}` })),
  };
}
