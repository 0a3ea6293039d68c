/** Promised finish times in a message. Nobody knows when it will be mended; the time that can be kept is that of the next message (design: content). */
import type { Clause } from './clauses.ts';

const clock = "(?:\\d{1,2}[:.h]\\d{2}|\\d{1,2}\\s?(?:am|pm|o[’']clock)|noon|midnight)";
const few =
  '(?:a few|a couple of|half an?|an?|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|\\d{1,4}(?:\\s?(?:-|–|to)\\s?\\d{1,4})?)';
const stretch = `(?:(?:about|around|roughly|approximately|less than|under|the next)\\s+){0,2}${few}[\\s-]*(?:more\\s+)?(?:min(?:ute)?s?|m|hours?|hrs?|h|days?|moments?)\\b`;
const daytime =
  '(?:tonight|tomorrow|today|this (?:morning|afternoon|evening)|(?:the )?end of (?:the )?(?:day|hour|week|business)|eod|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunch(?:time)?)';
const mended =
  '(?:fix(?:ed)?|resolved?|restored?|recover(?:ed|y)?|mended|repaired|solved|done|finished|complete[d]?|back|up|available|working|running|normal|operational|online|over|gone|rolled (?:back|out)|a fix|the fix|service|resolution)';

/** Of a time that has been, nothing is promised. */
const past =
  /\b(?:was|were|has been|have been|had|since|took|did|been|ago|last|past|(?:works again|is back)(?! (?:in|by|within|before|at)\b))\b/i;

const rules: readonly { readonly pattern: RegExp }[] = [
  { pattern: /(?<!\bas )\bsoon\b(?! (?:after|as)\b)/i },
  {
    pattern:
      /\b(?:shortly|momentarily|imminently|any (?:minute|moment|time|second) now|before long|in no time|very quickly|right away)\b(?! (?:after|before)\b)/i,
  },
  {
    pattern: /\bin (?:a|the next) (?:moment|minute|little while|short while|few (?:minutes|moments|hours)|couple of (?:minutes|hours))\b/i,
  },
  { pattern: /\b(?:almost|nearly|close to(?: being)?|about to be) (?:fixed|done|there|resolved|restored|back|mended|finished|over)\b/i },
  {
    pattern:
      /\bshould (?:all |now |soon |again |then )*(?:be|have)(?: (?:been|it|this|them|everything|service))? (?:\w+ )?(?:fixed|resolved|restored|back|mended|repaired|solved|working|over|up|ok|okay|fine|available|done|normal|gone|running)\b/i,
  },
  {
    pattern:
      /\b(?:will|shall|’ll|'ll) (?:all |soon |then )*(?:be|have)(?: (?:it|this|them|everything|service))? (?:fixed|resolved|restored|back|mended|repaired|solved|working again|over|up|available again|normal)\b/i,
  },
  { pattern: /\b(?:we|i)(?:’ll|'ll| will| shall) (?:fix|resolve|restore|mend|repair|solve) (?:it|this|them|the|everything|service)\b/i },
  {
    pattern:
      /\b(?:expect|expecting|expected|hope|hoping|aim|aiming|plan|planning|estimate|estimated)\b[^.]{0,40}\b(?:fix|fixed|resolv\w+|restor\w+|recover\w*|resolution|back|mended|repaired|solved|completed?|done|normal)\b/i,
  },
  { pattern: /\beta\b|\bestimated (?:time|resolution|fix|recovery|completion)\b|\btime to (?:fix|resolution|recovery)\b/i },
  {
    pattern: new RegExp(
      `\\b${mended}\\b[^.]{0,30}\\b(?:by|until|before|at|around|towards|no later than|within)\\s+(?:about\\s+|around\\s+)?(?:${clock}|${daytime})`,
      'i',
    ),
  },
  { pattern: new RegExp(`\\bby\\s+(?:about\\s+|around\\s+)?(?:${clock}|${daytime})`, 'i') },
  { pattern: new RegExp(`\\b(?:in|within)\\s+${stretch}`, 'i') },
];

/** A stretch of the text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a clause promises an end; `undefined` where it does not, or speaks of the next message or of what has been. */
export function finishTimeIn({ text, start, saysNext }: Clause): Stretch | undefined {
  if (saysNext || past.test(text)) return undefined;
  for (const { pattern } of rules) {
    const found = pattern.exec(text);
    if (found) return { start: start + found.index, end: start + found.index + found[0].length };
  }
  return undefined;
}

const sayable = new RegExp(`${clock}|\\b${daytime}|\\b${stretch}`, 'i');
/** Whether words hold a time of day, a day, or a stretch of time. */
export const holdsTime = (words: string): boolean => sayable.test(words);
