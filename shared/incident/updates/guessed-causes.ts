/** Guessed causes in a message, while no explanation is supported: a wrong one has to be taken back before everybody (design: content). */
import type { Clause } from './clauses.ts';
import type { Stretch } from './finish-times.ts';

const rules: readonly RegExp[] = [
  /\b(?:probably|presumably|supposedly)\b/i,
  /\bapparently\b/i,
  /\b(?:we|i|our \w+) (?:now |strongly |currently |still )?(?:believe|think|suspect|assume|guess|fear|reckon)s?\b/i,
  /\b(?:most |very |quite )?likely (?:caused?|due|because|related|an?|the|to be|down to|comes?|came)\b/i,
  /\b(?:possibly|perhaps|maybe) (?:caused?|due|because|related|an?|the|down to)\b/i,
  /\b(?:seems?|appears?|looks?|may|might|could) (?:to )?(?:be |have been |like |come |stem )?(?:caused|due|related|the cause|the result|because|from|an? \w+ (?:problem|issue|fault|bug|failure|attack))\b/i,
  /\b(?:caused|triggered|brought about|provoked) by\b/i,
  /\b(?:due|owing|thanks) to\b/i,
  /\bbecause of\b/i,
  /\b(?:as a |the )?result of\b/i,
  /\b(?:stems?|stemmed|results?|resulted|originat(?:es?|ed)) (?:from|in|with)\b/i,
  /\b(?:root )?causes? (?:is|was|are|seems|appears|lies|being)\b/i,
  /\b(?:is|are|was) to blame\b/i,
];

/** Saying that the cause is open guesses nothing. */
const open =
  /\b(?:cause|reason|why)\b[^.]*\b(?:unknown|unclear|open|not (?:yet )?(?:known|clear|found|understood)|under investigation|being (?:looked|investigated))\b|\b(?:do not|don't|don’t) (?:yet )?know\b|\b(?:looking|look|search|searching|investigating|investigate|finding|find)\b[^.]*\b(?:cause|reason|why)\b|\bwhatever\b|\bno matter\b/i;

/** Where a clause guesses at a cause; `undefined` where it does not. */
export function guessedCauseIn({ text, start }: Clause): Stretch | undefined {
  if (open.test(text)) return undefined;
  for (const pattern of rules) {
    const found = pattern.exec(text);
    if (found) return { start: start + found.index, end: start + found.index + found[0].length };
  }
  return undefined;
}
