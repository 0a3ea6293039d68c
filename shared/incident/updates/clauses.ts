/** A message taken apart into clauses, and which of them speak of the next message: what they promise is meant. */

/** A piece of a text between two stops; `end` is behind its last letter, both in UTF-16 units. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it says when the next message comes. */
  readonly saysNext: boolean;
}

/** A stop ends a clause where a blank, or nothing, follows: `10.30` and `api.example.com` are one word. */
const stops = /[.!?;,:]+(?=\s|$)|\n+|\s[–—-]\s|\s+(?:and|but|so)(?=\s)/g;
const messages = 'updates?|messages?|posts?|summary|summaries|reports?|news|statements?';
const nextMessage = new RegExp(`\\b(?:next|another|further|more)\\s+(?:\\w+\\s+)?(?:${messages}|information|details)\\b`, 'i');
const writesAgain =
  /\b(?:we|i)(?:'ll|’ll| will| shall| are going to)?\s+(?:\w+\s+)?(?:write|post|report|update|tell|inform|speak|publish|share|be back|come back)\b.*\b(?:again|you|here|more|next|update|by|at|in|before)\b/i;
/** `Next: 02:50`, as short as it gets, and the sleep that ends with a word. */
const nextAlone = /^\s*(?:next\s*:|(?:next|update)\b[^a-z]*$)|\bpaused until\b/i;

/** The clauses of a text, in its order. A colon behind "next message" does not part it from its time. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const stop of [...text.matchAll(stops), undefined]) {
    const end = stop?.index ?? text.length;
    const words = text.slice(start, end);
    const saysNext = nextMessage.test(words) || writesAgain.test(words) || nextAlone.test(words);
    if (stop?.[0].startsWith(':') && saysNext) continue;
    if (words.trim() !== '') clauses.push({ text: words, start, end, saysNext });
    start = end + (stop?.[0].length ?? 0);
  }
  return clauses;
}
