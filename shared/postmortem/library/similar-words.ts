/** Which words of a text say what an incident was about, in a form in which two texts can be compared. */

/** Words that stand in every report and tell none from another. */
const common = new Set(
  (
    'a about after again all also an and any are as at be because been before being but by can cannot could did do does for from get had has have ' +
    'he her his how if in into is it its just may more most no not now of off on once only or other our out over she should since so some still ' +
    'such than that the their them then there these they this those to too under until up was we were what when where which while who why will ' +
    'with would you your incident issue problem customer user error failure fail failed failing service und der die das ist ein eine mit nicht ' +
    'von für auf den dem des zu im wir sind wird'
  ).split(' '),
);

/** Scripts that are written without spaces: their words are compared in pairs of signs. */
const withoutSpaces = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]+$/u;
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]+|[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}]|(?<=\p{L})['’](?=\p{L}))*/gu;

/** The same for most of what is written, at a fraction of the time. */
const asciiRuns = /[a-z0-9](?:[a-z0-9]|(?<=[a-z])'(?=[a-z]))*/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

export interface Word {
  /** What is compared: small, without accents, in the singular. */
  readonly stem: string;
  /** As it was written. */
  readonly written: string;
}

/** The words of a text that say something, in their order. */
export function wordsOf(text: string): readonly Word[] {
  const ascii = isAscii(text);
  return [...(ascii ? text.matchAll(asciiRuns) : text.normalize('NFC').matchAll(runs))].flatMap(([run]) => {
    if (!ascii && withoutSpaces.test(run)) return pairs(run);
    const stem = stemOf(run);
    return isTelling(stem) && !common.has(run.toLowerCase()) ? [{ stem, written: run }] : [];
  });
}

/** Small letters without accents. */
export const plainWord = (text: string): string => (isAscii(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '')).toLowerCase();

function stemOf(word: string): string {
  const plain = plainWord(word);
  const small = /['’]/.test(plain) ? plain.replace(/['’]s$/, '').replaceAll(/['’]/g, '') : plain;
  return small.endsWith('s') && /^[a-z]{4,}s$/.test(small) && !/(ss|us|is)$/.test(small) ? small.slice(0, -1) : small;
}

/** Two digits are a time or a count, four a year; three may be the code of an answer, and with letters they are a name. */
function isTelling(stem: string): boolean {
  if (/^\p{N}+$/u.test(stem)) return stem.length === 3;
  return stem.length > 1 && !common.has(stem);
}

function pairs(run: string): readonly Word[] {
  const signs = [...run];
  if (signs.length === 1) return [{ stem: run, written: run }];
  return signs.slice(1).map((sign, index) => {
    const pair = `${signs[index]}${sign}`;
    return { stem: pair.normalize('NFKC'), written: pair };
  });
}
