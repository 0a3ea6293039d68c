/** What a line may say about a transition beside the transition itself: when it happened, why, and that it is to go on all the same. */
import { ok, type Result } from '../../result.ts';
import { type Cursor, faultAt, restOf } from './cursor.ts';
import type { LineFault } from './parsed-line.ts';
import { type CommandInput, readTextWithOverride } from './reading.ts';

/** As the commands of transitions have them. `at` in ms since epoch, UTC. */
export interface Circumstances {
  readonly at?: number;
  readonly reason?: string;
  readonly override?: { reason: string };
}

/** The rest of a line: words, then perhaps `override: why`. `what` names the words in faults. */
export function readCircumstances(cursor: Cursor, input: CommandInput, what = 'the reason'): Result<Circumstances, LineFault> {
  const body = readTextWithOverride(cursor, what);
  if (!body.ok) return body;
  const { text, override } = body.value;
  return ok({
    ...(input.time === undefined ? {} : { at: input.time.occurredAt }),
    ...(text === undefined ? {} : { reason: text }),
    ...(override === undefined ? {} : { override: { reason: override.reason } }),
  });
}

/** Circumstances whose words are no reason but something that the command has a field for, and that must be there. */
export function readWords(
  cursor: Cursor,
  input: CommandInput,
  what: string,
): Result<{ readonly words: string; readonly others: Omit<Circumstances, 'reason'> }, LineFault> {
  const found = readCircumstances(cursor, input, what);
  if (!found.ok) return found;
  const { reason: words, ...others } = found.value;
  return words === undefined ? faultAt(cursor, `${what} is missing`, what) : ok({ words, others });
}

/** Circumstances without words: anything that stands there is a fault. `expected` says what belongs there. */
export function readNoWords(cursor: Cursor, input: CommandInput, expected: string): Result<Circumstances, LineFault> {
  const found = readCircumstances(cursor, input);
  if (!found.ok || found.value.reason === undefined) return found;
  return faultAt(cursor, `/${input.name} takes no more words: ${restOf(cursor).slice(0, 20).trim()}`, expected);
}

/** For the chip. */
export function overrideDetail(from: Pick<Circumstances, 'override'>): readonly string[] {
  return from.override === undefined ? [] : ['override'];
}
