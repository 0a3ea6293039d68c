/** Telling a command that is sent again from another one that took its id. */
import { createHash } from 'node:crypto';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FoundCommand } from '../store/event-store.ts';

/** The answer to a command whose id was used for another one. */
export const reused: ApiError = {
  code: 'invalid',
  message: 'commandId: was used before for another command',
  fields: [{ path: 'commandId', message: 'was used before for another command' }],
};

/** A hash of what was asked: the same request gives the same one, whatever the order of its keys. */
export function requestHashOf(command: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalJson(command)).digest('hex');
}

/** The answer to a command whose id is in the log already. */
export function answerAgain({ requestHash: before, events }: FoundCommand, requestHash: string): Result<readonly WireEvent[], ApiError> {
  // Once a text of the command is erased, so is the hash: what remains is answered to whoever asks.
  return before === null || before === requestHash ? ok(events) : err(reused);
}

/** JSON with keys in one order: the same request gives the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
