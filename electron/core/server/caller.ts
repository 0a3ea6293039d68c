/** Who is asking: set by the door that a request came through, never by the request. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Scope } from '../../../shared/api/procedure.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Via } from '../../../shared/vocabulary/words.ts';
import type { Actor } from '../desk/run-once.ts';

export interface Caller {
  /** Opaque person id. */
  readonly person: string;
  /** Absent until a browser gave it: no command runs before. */
  readonly name?: string;
  readonly scope: Scope;
  readonly via: Via;
  /** The browser session behind it, where there is one. */
  readonly session?: string;
}

/** Whether a caller of this scope may use what needs the other. */
export function reaches(scope: Scope, needed: Scope): boolean {
  return scope === 'owner' || needed === 'responder';
}

/** On whose behalf a caller's command runs. Errors: `forbidden` until there is a name. */
export function actorOf({ person, name, via }: Caller): Result<Actor, ApiError> {
  if (name === undefined) return err({ code: 'forbidden', message: 'Give your name first: whatever is written carries it.' });
  return ok({ id: person, name, via });
}
