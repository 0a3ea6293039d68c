/** What a warning of a message is: a rule, its place in the text, and what to write instead. */
import type { Audience } from '../../vocabulary/words.ts';
import type { Stretch } from './finish-times.ts';

/** A message before it goes out; `nextAt` in ms since epoch, UTC. */
export interface Message {
  readonly audiences: readonly Audience[];
  readonly text: string;
  readonly nextAt?: number | undefined;
  readonly final?: boolean | undefined;
}

export type WarningRule =
  | 'unfilled'
  | 'finishTime'
  | 'guessedCause'
  | 'personNamed'
  | 'sameWords'
  | 'noChange'
  | 'noChangeAgain'
  | 'noNext'
  | 'otherNext'
  | 'nextOver'
  | 'nextFar';

/** One thing to look at, and where: `start` to `end` in UTF-16 units, of no length where something is missing. */
export interface Warning extends Stretch {
  readonly rule: WarningRule;
  /** What is wrong with it, and what to write instead. */
  readonly says: string;
}
