/** A "no" from the charts: what is missing before a transition may happen, and what would supply each missing thing. */
import type { CommandType } from './commands.ts';

export type Remedy =
  /** Send this command; `fields` names the fields it must carry to count, `line` the composer text that leads to it, where the type alone does not. */
  | { readonly kind: 'command'; readonly type: CommandType; readonly fields?: readonly string[]; readonly line?: string }
  /** Nothing to do but wait until this time (ms since epoch, UTC). */
  | { readonly kind: 'wait'; readonly until: number };

export interface Unmet {
  readonly requirement: string;
  /** One plain sentence: what is missing. */
  readonly says: string;
  readonly remedy: Remedy;
}

export interface Refusal {
  /** `requirements`: see `unmet`, and an override with a reason gets past them. `impossible`: there is no such way from here. */
  readonly code: 'requirements' | 'impossible';
  readonly message: string;
  readonly unmet: readonly Unmet[];
}

/** The refusal of what cannot be from here; `why` goes on after a colon, and ends without a stop. */
export const notFromHere = (why: string): Refusal => ({ code: 'impossible', message: `Not from here: ${why}.`, unmet: [] });
