/** The one gate that every door leads to: it checks a call against the table of procedures, and only then lets it in. */
import type { StreamRequest } from '../../../shared/api/bridge.ts';
import type { ApiError } from '../../../shared/api/errors.ts';
import { fieldFaults } from '../../../shared/api/errors.ts';
import type { Procedure } from '../../../shared/api/procedure.ts';
import type { OutputOf, ParsedInputOf, ProcedureName } from '../../../shared/api/procedures.ts';
import { maxRequestBytes, procedures } from '../../../shared/api/procedures.ts';
import type { StreamMessage } from '../../../shared/api/wire.ts';
import type { Result } from '../../../shared/result.ts';
import { err } from '../../../shared/result.ts';
import { maxFactsBytes } from '../files/timeline-facts.ts';
import type { Caller } from './caller.ts';
import { reaches } from './caller.ts';

/** What carries out each procedure, after the gate. */
export type Handlers = {
  readonly [N in ProcedureName]: (input: ParsedInputOf<N>, caller: Caller) => Promise<Result<OutputOf<N>, ApiError>>;
};

/** Takes one message of a stream; the promise is kept once the receiver can take the next. */
export type StreamSink = (message: StreamMessage) => Promise<void>;

/** Opens a stream; answers the function that closes it. */
export type StreamOpener = (request: StreamRequest, caller: Caller, sink: StreamSink) => Promise<Result<() => void, ApiError>>;

export interface Router {
  /** Runs a procedure. Never throws: a bug is answered as `bug`, and told to `onBug`. */
  readonly call: (caller: Caller, name: string, input: unknown) => Promise<Result<unknown, ApiError>>;
  readonly openStream: (caller: Caller, request: unknown, sink: StreamSink) => Promise<Result<() => void, ApiError>>;
}

export interface RouterParts {
  readonly handlers: Handlers;
  readonly openStream: StreamOpener;
  readonly onBug: (error: unknown) => void;
}

/** Whether the table has a procedure of this name. */
export function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name);
}

/** Puts the gate before the handlers: size, then schema, then scope. */
export function createRouter({ handlers, openStream, onBug }: RouterParts): Router {
  async function guarded<T>(work: () => Promise<Result<T, ApiError>>): Promise<Result<T, ApiError>> {
    try {
      return await work();
    } catch (error) {
      onBug(error);
      return err({ code: 'bug', message: 'The console made a mistake with this request. It is in its error output.' });
    }
  }

  return {
    call: (caller, name, input) =>
      guarded(async () => {
        if (!isProcedure(name)) return err({ code: 'not-found', message: `There is no procedure ${name.slice(0, 80)}.` });
        const admitted = admit(caller, name, input);
        if (!admitted.ok) return admitted;
        const handler = handlers[name] as (input: unknown, caller: Caller) => Promise<Result<unknown, ApiError>>;
        return handler(admitted.value, caller);
      }),
    openStream: (caller, request, sink) =>
      guarded(async () => {
        const parsed = parseStreamRequest(request);
        return parsed.ok ? openStream(parsed.value, caller, sink) : parsed;
      }),
  };
}

function admit(caller: Caller, name: ProcedureName, input: unknown): Result<unknown, ApiError> {
  const procedure: Procedure = procedures[name];
  if (sizeOf(input) > (name === 'incidents.import' ? maxFactsBytes : maxRequestBytes)) return err(tooLarge);
  const parsed = procedure.input.safeParse(input);
  if (!parsed.success) {
    const fields = fieldFaults(parsed.error);
    return err({ code: 'invalid', message: faultsInOneLine(fields), fields });
  }
  if (!reaches(caller.scope, procedure.scope)) {
    return err({ code: 'forbidden', message: 'Only the owner of this console may do that.' });
  }
  return { ok: true, value: parsed.data };
}

/** The answer to a request over the size limit, the same at every door. */
export const tooLarge: ApiError = { code: 'too-large', message: `A request may be ${maxRequestBytes / 1024} KB at most.` };

function sizeOf(input: unknown): number {
  let text: string;
  try {
    text = JSON.stringify(input) ?? '';
  } catch {
    // Nested too deep, or circular: nothing that a client of ours sends.
    return Number.POSITIVE_INFINITY;
  }
  // A UTF-16 unit is three bytes of UTF-8 at most: short texts need no count.
  return text.length * 3 <= maxRequestBytes ? text.length : new TextEncoder().encode(text).length;
}

function faultsInOneLine(fields: readonly { readonly path: string; readonly message: string }[]): string {
  const first = fields[0];
  if (!first) return 'The request is malformed.';
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  return `${first.path ? `${first.path}: ` : ''}${first.message}${more}`;
}

function parseStreamRequest(request: unknown): Result<StreamRequest, ApiError> {
  const { incident, after = 0 } = (typeof request === 'object' && request !== null ? request : {}) as Record<string, unknown>;
  if (typeof after !== 'number' || !Number.isSafeInteger(after) || after < 0) {
    return err({ code: 'invalid', message: 'after: is a position', fields: [{ path: 'after', message: 'is a position' }] });
  }
  if (incident === undefined) return { ok: true, value: { after } };
  if (typeof incident !== 'string' || incident.length < 4 || incident.length > 100) {
    return err({ code: 'invalid', message: 'incident: is an id', fields: [{ path: 'incident', message: 'is an id' }] });
  }
  return { ok: true, value: { incident, after } };
}
