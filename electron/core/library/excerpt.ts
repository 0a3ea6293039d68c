/** What a found event says, in one line around the words that were searched for. */

import { plainWord } from '../../../shared/postmortem/library/similar-words.ts';
import { visibleLine } from '../../../shared/postmortem/writers/plain-text.ts';
import { searchableText } from '../store/search-index.ts';

const length = 180;
const before = 60;

/** The words around the first of the terms; `terms` are in small letters without accents. */
export function excerptOf(body: unknown, terms: readonly string[]): string {
  const text = visibleLine((searchableText(body) ?? '').replaceAll(/\s+/g, ' '));
  const signs = [...text];
  if (signs.length <= length) return text;
  const start = Math.max(0, placeOf(text, terms) - before);
  const end = start + length;
  return `${start > 0 ? '… ' : ''}${signs.slice(start, end).join('')}${end < signs.length ? ' …' : ''}`;
}

/** How many characters stand before the first word that begins with a term. */
function placeOf(text: string, terms: readonly string[]): number {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const plain = plainWord(word);
    if (terms.some((term) => plain.startsWith(term))) return [...text.slice(0, index)].length;
  }
  return 0;
}
