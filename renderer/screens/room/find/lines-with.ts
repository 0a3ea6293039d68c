/** Which lines of a timeline hold what somebody looks for. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';

/** The lines that hold every word somewhere in their text or the name of who wrote them, newest first, so many at most. Accents and case do not matter. */
export function linesWith(entries: readonly ShownEntry[], searched: string, limit: number): readonly ShownEntry[] {
  const words = plain(searched).split(/\s+/).filter(Boolean);
  const found: ShownEntry[] = [];
  for (let at = entries.length - 1; at >= 0 && found.length < limit; at -= 1) {
    const entry = entries[at];
    if (entry !== undefined && holdsAll(entry, words)) found.push(entry);
  }
  return found;
}

function holdsAll(entry: ShownEntry, words: readonly string[]): boolean {
  const text = plain(`${entry.text} ${entry.byName ?? entry.actorName}`);
  return words.every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
