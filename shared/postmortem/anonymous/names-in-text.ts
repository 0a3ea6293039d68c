/** Finds people's names in a text: whole, in parts, in any case, with or without accents, and as handles and addresses made of them. */
import { wordsThatAreNames } from '../../incident/updates/named-people.ts';

/** A name and whose it is; several names may be one person's. */
export interface KnownName {
  readonly name: string;
  readonly person: string;
}
/** Where a person is named: `start` to `end` in UTF-16 units. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  readonly person: string;
}
export type NameFinder = (text: string) => readonly NamePlace[];

/** Words in the fields of names that name nobody: accounts, titles, trades. */
const noNames = new Set(
  `root admin administrator user owner me test ubuntu runner guest sre dba ops team oncall lead dr mr mrs ms the and of night day shift phone incident
  commander deputy scribe comms liaison support network security engineer manager someone somebody nobody new on call desk office bot service`.split(
    /\s+/,
  ),
);
/** Letters of scripts that put no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const token = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]+(?:['’ʼ][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]+)*/gu;
const between = /^[\s.,_·-]{1,3}$/u;
const mailAddress = /[^\s@<>(),;:"'[\]|]{1,64}@[^\s@<>(),;:"'[\]|]{1,200}/gu;
const handle = /@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,80}/gu;
const possessive = /['’]s$/iu;

/** A word without what may differ between two ways to write it: case, accents, apostrophes. */
export function foldedWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼ]/gu, '')
    .toLowerCase();
}

interface Spelling {
  readonly words: readonly string[];
  readonly person: string;
  /** It is a word of every day too: only with a capital letter it is the name. */
  readonly capital: boolean;
}

/** Reads a list of names once; what it answers finds them in time that goes with the text's length. */
export function nameFinder(known: readonly KnownName[]): NameFinder {
  const byFirst = new Map<string, Spelling[]>();
  const handles = new Map<string, string>();
  const solid = new Map<string, string>();
  for (const { name, person } of known) {
    for (const spelling of [name, ...nicknamesOf(name)].flatMap((said) => spellingsOf(said, person))) {
      const first = spelling.words[0] as string;
      byFirst.set(first, [...(byFirst.get(first) ?? []), spelling]);
    }
    for (const made of handlesOf(name)) if (!handles.has(made)) handles.set(made, person);
    for (const part of unspaced.test(name) ? [name, ...partsOf(name)] : []) {
      if (unspaced.test(part) && [...part].length >= 2 && !solid.has(part)) solid.set(part, person);
    }
  }
  for (const spellings of byFirst.values()) spellings.sort((a, b) => b.words.length - a.words.length);
  return (text) =>
    inOrder([
      ...addressPlaces(text, handles),
      ...Array.from(solid, ([part, person]) => placesOf(part, person, text)).flat(),
      ...tokenPlaces(text, byFirst),
    ]);
}

const partsOf = (name: string): readonly string[] =>
  Array.from(name.replace(/\([^()]*\)/g, ' ').matchAll(token), ([part]) => part.replace(possessive, ''));

/** What stands in brackets within a name is what its person is called; behind it, it is a team or a place. */
const nicknamesOf = (name: string): readonly string[] =>
  Array.from(name.matchAll(/\(([^()]+)\)(?=\s*\p{L})/gu), ([, nickname]) => nickname as string);

function spellingsOf(name: string, person: string): readonly Spelling[] {
  const parts = partsOf(name);
  const folded = parts.map(foldedWord);
  if (folded.length === 0) return [];
  const lower = name === name.toLowerCase() && name !== name.toUpperCase();
  const alone = parts.flatMap((part, index): readonly Spelling[] => {
    const word = folded[index] as string;
    const particle = !lower && part === part.toLowerCase() && part !== part.toUpperCase();
    if ([...word].length < 2 || particle || noNames.has(word)) return [];
    const capital = ([...word].length < 3 && word !== word.toUpperCase()) || wordsThatAreNames.has(word);
    return [{ words: [word], person, capital }];
  });
  // "o-brien" is O'Brien too.
  const pieces = parts.flatMap((part) => (/['’ʼ]/.test(part) ? part.split(/['’ʼ]/) : [])).filter((piece) => [...piece].length >= 3);
  for (const piece of pieces) alone.push({ words: [foldedWord(piece)], person, capital: false });
  if (folded.length === 1) return alone;
  const whole: Spelling = { words: folded, person, capital: false };
  return [whole, ...alone];
}

/** Accounts that are probably somebody's, such as `zmueller`: too like other words to be taken for the person without a look. */
export function accountNames(known: readonly KnownName[]): ReadonlySet<string> {
  const made = known.flatMap(({ name }) => (partsOf(name).length < 2 ? [] : handlesOf(name)));
  const parts = new Set(known.flatMap(({ name }) => partsOf(name).map(foldedWord)));
  return new Set(made.filter((account) => account.length >= 4 && !parts.has(account)));
}

/** What handles and addresses are made of a name: `zoemueller`, `zmueller`, `zoem`, and each part. */
function handlesOf(name: string): readonly string[] {
  const parts = (name.startsWith('@') ? name.slice(1).split(/[._-]/) : partsOf(name)).map(foldedWord).filter((part) => part !== '');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const made = [
    parts.join(''),
    foldedWord(name).replace(/[^\p{L}\p{N}]/gu, ''),
    first + last,
    last + first,
    first.slice(0, 1) + last,
    first + last.slice(0, 1),
    last + first.slice(0, 1),
    ...parts,
  ];
  const initials = parts.map((part) => part.slice(0, 1)).join('');
  return [...new Set([...made, ...(initials.length >= 3 ? [initials] : [])])].filter(
    (word) => [...word].length >= 2 && (!noNames.has(word) || name.startsWith('@')),
  );
}

const handleKey = (text: string): string => foldedWord(text).replace(/[._-]|\d+$/g, '');

function addressPlaces(text: string, handles: ReadonlyMap<string, string>): readonly NamePlace[] {
  const mails = Array.from(text.matchAll(mailAddress), ({ 0: found, index }) => ({
    found,
    index,
    key: handleKey(found.split('@')[0] ?? ''),
  }));
  const called = Array.from(text.matchAll(handle), ({ 0: found, index }) => {
    const said = found.replace(/[.-]+$/, '');
    return { found: said, index, key: handleKey(said.slice(1)) };
  });
  return [...mails, ...called].flatMap(({ found, index, key }) => {
    const person = handles.get(key) ?? holding(key, handles);
    return person === undefined ? [] : [{ start: index, end: index + found.length, person }];
  });
}

/** Whose name a longer handle holds, such as `zoemueller_work`: only of parts that are no chance. */
function holding(key: string, handles: ReadonlyMap<string, string>): string | undefined {
  for (const [made, person] of handles) if (made.length >= 5 && key.includes(made)) return person;
  return undefined;
}

function placesOf(part: string, person: string, text: string): readonly NamePlace[] {
  const places: NamePlace[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    places.push({ start: at, end: at + part.length, person });
  }
  return places;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly capital: boolean;
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(token), ({ 0: found, index }) => {
    const word = found.replace(possessive, '');
    return { start: index, end: index + word.length, folded: foldedWord(word), capital: /^\p{Lu}/u.test(word) };
  });
}

function tokenPlaces(text: string, byFirst: ReadonlyMap<string, readonly Spelling[]>): readonly NamePlace[] {
  const tokens = tokensOf(text);
  const found: NamePlace[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index] as Token;
    const spelling = byFirst.get(first.folded)?.find((candidate) => stands(candidate, tokens, index, text));
    if (!spelling) continue;
    const last = tokens[index + spelling.words.length - 1] as Token;
    found.push({ start: first.start, end: last.end, person: spelling.person });
    index += spelling.words.length - 1;
  }
  return found;
}

function stands({ words, capital }: Spelling, tokens: readonly Token[], index: number, text: string): boolean {
  if (capital && (!tokens[index]?.capital || isVerb(text, tokens[index]))) return false;
  return words.every((word, at) => {
    const here = tokens[index + at];
    if (here?.folded !== word) return false;
    const before = tokens[index + at - 1];
    return at === 0 || (before !== undefined && between.test(text.slice(before.end, here.start)));
  });
}

/** "Will it hold?" and "Mark the entry" name nobody. */
function isVerb(text: string, { start, end }: Token): boolean {
  const begins = /(?:^|[\n.!?>*-]\s*)$/.test(text.slice(Math.max(0, start - 3), start));
  return (
    begins && /^ (?:it|we|they|the|this|that|these|those|there|you|i|an?|our|any|all)(?![\p{L}\p{N}'’])/iu.test(text.slice(end, end + 8))
  );
}

/** In the order of the text; of two that overlap, the longer. */
function inOrder(places: readonly NamePlace[]): readonly NamePlace[] {
  const sorted = places.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: NamePlace[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (!last || place.start >= last.end) kept.push(place);
    else if (place.end - place.start > last.end - last.start)
      kept[kept.length - 1] = { ...place, start: Math.min(place.start, last.start) };
  }
  return kept;
}
