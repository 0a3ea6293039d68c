/** Finds the word that somebody may have meant. */

/** The word among `known` that is nearest to `word`, where it is near enough to be a slip; undefined otherwise. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  // A third of a word may be wrong: enough for slips and for a plural, too little for another word.
  const most = Math.max(1, Math.floor(written.length / 3));
  if (written.length < 2 || written.length > longest) return undefined;
  const ranked = known
    .filter((candidate) => Math.abs(candidate.length - written.length) <= most)
    .map((candidate) => ({ candidate, slips: slipsBetween(written, candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.candidate;
}

/** No key of a playbook is longer. */
const longest = 64;

/** Letters to add, drop, change or swap with their neighbour until one word is the other. */
function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = (row[j - 1] ?? 0) + (same ? 0 : 1);
      const best = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The turn of a sentence from what is wrong to what is allowed: `; allowed are`, with what may have been meant before it. */
export function butAllowed(word: string, known: readonly string[], turn: string): string {
  const near = nearestWord(word, known);
  if (near === undefined) return `; ${turn}`;
  return `; did you mean “${near}”? ${turn.charAt(0).toUpperCase()}${turn.slice(1)}`;
}
