/** Who is asking: set by the door that a request came through, never by the request. */
import type { Scope } from '../../../shared/api/procedure.ts';
import type { Via } from '../../../shared/vocabulary/words.ts';

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
