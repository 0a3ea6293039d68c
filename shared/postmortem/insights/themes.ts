/** What incidents have in common: words that people put on entries and incidents, how many incidents have each, and which come together. */
import type { InsightRow } from './insight-row.ts';

export interface Theme {
  readonly word: string;
  /** `tag`: of an entry; `label`: of an incident. */
  readonly of: 'tag' | 'label';
  readonly incidents: readonly string[];
}

export interface ThemePair {
  readonly words: readonly [string, string];
  /** How many incidents have both. */
  readonly incidents: number;
}

export interface Themes {
  /** The most frequent first. */
  readonly words: readonly Theme[];
  /** Pairs of tags that at least two incidents share, the most frequent first. */
  readonly pairs: readonly ThemePair[];
}

const mostPairs = 20;
/** An incident with more tags than this is described, not themed: its pairs say nothing. */
const mostTags = 60;

export function themesOf(rows: readonly InsightRow[]): Themes {
  return { words: [...counted(rows, 'tag'), ...counted(rows, 'label')].sort(byCount), pairs: pairsOf(rows) };
}

function counted(rows: readonly InsightRow[], of: Theme['of']): readonly Theme[] {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    for (const word of new Set(of === 'tag' ? row.tags : row.labels)) found.set(word, [...(found.get(word) ?? []), row.id]);
  }
  return [...found].map(([word, incidents]) => ({ word, of, incidents }));
}

function byCount(a: Theme, b: Theme): number {
  return b.incidents.length - a.incidents.length || (a.word < b.word ? -1 : a.word > b.word ? 1 : a.of < b.of ? -1 : 1);
}

function pairsOf(rows: readonly InsightRow[]): readonly ThemePair[] {
  const found = new Map<string, { readonly words: readonly [string, string]; incidents: number }>();
  for (const { tags } of rows) {
    const words = [...new Set(tags)].toSorted();
    if (words.length > mostTags) continue;
    for (const [index, first] of words.entries()) {
      for (const second of words.slice(index + 1)) {
        const key = JSON.stringify([first, second]);
        const pair = found.get(key) ?? { words: [first, second] as const, incidents: 0 };
        found.set(key, { ...pair, incidents: pair.incidents + 1 });
      }
    }
  }
  return [...found.entries()]
    .filter(([, { incidents }]) => incidents > 1)
    .sort(([a, one], [b, other]) => other.incidents - one.incidents || (a < b ? -1 : 1))
    .slice(0, mostPairs)
    .map(([, pair]) => pair);
}
