/** Which incidents are alike, and why: the words that they share, each worth more the fewer incidents have it. Pure; the same texts give the same answer. */
import { wordsOf } from './similar-words.ts';

/** What a passage is in its incident. */
export type PassageKind = 'title' | 'type' | 'label' | 'tag' | 'impact' | 'summary' | 'detection' | 'hypothesis' | 'section';

export interface Passage {
  readonly kind: PassageKind;
  readonly text: string;
  /** The line of the timeline on which it stands. */
  readonly event?: string;
}

/** What an incident is compared by. */
export interface Compared {
  readonly id: string;
  readonly passages: readonly Passage[];
}

export interface Likeness {
  readonly id: string;
  /** 0 to 1; comparable among the answers to one question only. */
  readonly score: number;
  /** Shared words as the asking incident writes them, the most telling first. */
  readonly words: readonly string[];
  /** Passages of the found incident that hold them, the most telling first. */
  readonly passages: readonly Passage[];
}

/** How much a word counts by where it stands. */
const weights: Readonly<Record<PassageKind, number>> = {
  title: 3,
  type: 2,
  label: 2,
  tag: 1.5,
  impact: 1.5,
  summary: 1.5,
  detection: 1.5,
  hypothesis: 1.5,
  section: 1,
};
/** A word that stands there often counts for more, but ever less so. */
const saturation = 1.5;
/** Below this, or with fewer shared words, two incidents are not called alike. */
const leastScore = 0.12;
const leastWords = 2;
const wordsNamed = 8;
const passagesNamed = 3;

interface Counted {
  readonly id: string;
  /** How much each word counts here, before its rarity. */
  readonly counts: ReadonlyMap<string, number>;
  /** The first writing of each. */
  readonly written: ReadonlyMap<string, string>;
  readonly passages: readonly { readonly passage: Passage; readonly stems: ReadonlySet<string> }[];
}

const counted = new WeakMap<Compared, Counted>();

function countsOf(document: Compared): Counted {
  const known = counted.get(document);
  if (known) return known;
  const sums = new Map<string, number>();
  const written = new Map<string, string>();
  const passages = document.passages.map((passage) => {
    const words = wordsOf(passage.text);
    for (const { stem, written: as } of words) {
      sums.set(stem, (sums.get(stem) ?? 0) + weights[passage.kind]);
      if (!written.has(stem)) written.set(stem, as);
    }
    return { passage, stems: new Set(words.map(({ stem }) => stem)) };
  });
  const counts = new Map([...sums].map(([stem, sum]) => [stem, sum / (sum + saturation)]));
  const made = { id: document.id, counts, written, passages };
  counted.set(document, made);
  return made;
}

/** Of the others those that are alike, the most alike first; never itself, and none where none is. */
export function similarTo(wanted: Compared, others: readonly Compared[], limit: number): readonly Likeness[] {
  const asking = countsOf(wanted);
  const among = others.filter(({ id }) => id !== wanted.id).map(countsOf);
  const rarity = raritiesIn([asking, ...among]);
  const length = lengthOf(asking, rarity);
  return among
    .flatMap((other) => likeness(asking, other, rarity, length))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

type Rarity = (stem: string) => number;

function raritiesIn(documents: readonly Counted[]): Rarity {
  const holding = new Map<string, number>();
  for (const { counts } of documents) for (const stem of counts.keys()) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  const rarities = new Map([...holding].map(([stem, count]) => [stem, Math.log(1 + documents.length / count)]));
  return (stem) => rarities.get(stem) ?? 0;
}

function lengthOf({ counts }: Counted, rarity: Rarity): number {
  let squares = 0;
  for (const [stem, count] of counts) squares += (count * rarity(stem)) ** 2;
  return Math.sqrt(squares);
}

function likeness(asking: Counted, other: Counted, rarity: Rarity, length: number): readonly Likeness[] {
  const shared = [...asking.counts].flatMap(([stem, count]) => {
    const theirs = other.counts.get(stem);
    return theirs === undefined ? [] : [{ stem, worth: count * theirs * rarity(stem) ** 2 }];
  });
  if (shared.length < leastWords) return [];
  const product = shared.reduce((sum, { worth }) => sum + worth, 0);
  // What is long is not less alike for what it says besides: the shorter of the two measures both.
  const theirs = lengthOf(other, rarity);
  const score = product / (Math.min(length, theirs) * Math.sqrt(length * theirs));
  if (score < leastScore) return [];
  const worths = new Map(shared.map(({ stem, worth }) => [stem, worth]));
  const words = shared
    .toSorted((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1))
    .slice(0, wordsNamed)
    .map(({ stem }) => asking.written.get(stem) ?? stem);
  return [{ id: other.id, score: Math.min(1, score), words, passages: tellingPassages(other, worths) }];
}

function tellingPassages({ passages }: Counted, worths: ReadonlyMap<string, number>): readonly Passage[] {
  return passages
    .map(({ passage, stems }) => ({ passage, worth: [...stems].reduce((sum, stem) => sum + (worths.get(stem) ?? 0), 0) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, passagesNamed)
    .map(({ passage }) => passage);
}
