/** Which lever a line names: by its key, by its name, or, in quotes or as one word, one that nobody listed. */
import { ok, type Result } from '../../result.ts';
import { type Cursor, faultAt, longestLine, moved, restOf, skipBlanks } from './cursor.ts';
import { folded } from './names.ts';
import type { LineContext, LineFault, LineLever } from './parsed-line.ts';

/** A lever as the commands name it; `name` is there where the playbook has none of this key. */
interface NamedLever {
  readonly lever: string;
  readonly name?: string;
}

interface ReadLever {
  readonly named: NamedLever;
  /** For the chip. */
  readonly words: string;
  readonly next: Cursor;
}

/** No listed name that a line can mean is longer than this many words. */
const longestName = 8;
/** As the commands' schemas have keys. */
const longestKey = 64;

/** Reads a lever at the cursor. `known`: one that is listed, or was used here. `any`: another name makes one. Errors: none there, not known, or too like a known one. */
export function readLever(cursor: Cursor, context: LineContext, wanted: 'known' | 'any'): Result<ReadLever, LineFault> {
  const levers = context.levers ?? [];
  const expected = expectedOf(levers, wanted);
  if (restOf(cursor) === '') return faultAt(cursor, 'the lever is missing', expected);
  const quoted = /^["“]([^"“”]+)["”]/.exec(restOf(cursor));
  const whole = quoted === null ? readListed(cursor, levers) : undefined;
  if (whole !== undefined) return ok(whole);
  const word = /^\S+/.exec(restOf(cursor))?.[0] ?? '';
  const name = (quoted?.[1] ?? word.replace(/[,:;.]+$/, '')).trim();
  const next = skipBlanks(moved(cursor, quoted?.[0].length ?? word.length));
  const listed = leverCalled(name, levers);
  if (listed !== undefined) return ok(readingOf(listed, next));
  if (wanted === 'known') return faultAt(cursor, `no lever is called ${name}`, expected);
  const like = quoted === null ? levers.filter((lever) => beginsLike(lever, name)) : [];
  if (like.length > 0) {
    const others = like.map(({ lever }) => lever).join(' or ');
    return faultAt(cursor, `${name} may be ${others}`, `the whole key, or "${name}" in quotes for a lever of that name`);
  }
  const key = leverKeyOf(name);
  if (key === '' || key.length > longestKey || name.length > longestLine) {
    return faultAt(cursor, `${name.slice(0, longestKey)} cannot name a lever`, 'a few letters or digits');
  }
  const same = levers.find(({ lever }) => lever === key);
  if (same !== undefined) return ok(readingOf(same, next));
  return ok({ named: { lever: key, name }, words: `new lever ${name}`, next });
}

/** The key that a name makes: small letters and digits, with a hyphen for whatever else; other scripts by their code points, so that no two names share one. */
export function leverKeyOf(name: string): string {
  const letters = [...folded(name)].map((letter) => {
    if (/[a-z0-9]/.test(letter)) return letter;
    return /[\p{L}\p{N}]/u.test(letter) ? `u${letter.codePointAt(0)?.toString(16) ?? ''}` : '-';
  });
  return letters.join('').replace(/-+/g, '-').replace(/^-|-$/g, '');
}

function readListed(cursor: Cursor, levers: readonly LineLever[]): ReadLever | undefined {
  const words = [...restOf(cursor).slice(0, longestLine).matchAll(/\S+/g)].slice(0, longestName);
  for (const word of words.toReversed()) {
    const end = word.index + word[0].length;
    const name = restOf(cursor).slice(0, end);
    const listed = leverCalled(name.replace(/[,:;.]+$/, ''), levers);
    if (listed !== undefined) return readingOf(listed, skipBlanks(moved(cursor, end)));
  }
  return undefined;
}

function readingOf({ lever, name, listed }: LineLever, next: Cursor): ReadLever {
  return { named: { lever, ...(listed ? {} : { name }) }, words: name, next };
}

/** A key wins over a name: nobody's lever hides another's. */
function leverCalled(name: string, levers: readonly LineLever[]): LineLever | undefined {
  const wanted = folded(name);
  if (wanted === '') return undefined;
  return levers.find(({ lever }) => folded(lever) === wanted) ?? levers.find((lever) => folded(lever.name) === wanted);
}

function beginsLike({ lever, name }: LineLever, typed: string): boolean {
  const wanted = folded(typed);
  return wanted !== '' && (folded(lever).startsWith(wanted) || folded(name).startsWith(wanted));
}

function expectedOf(levers: readonly LineLever[], wanted: 'known' | 'any'): string {
  const keys = levers.map(({ lever }) => lever).join(', ');
  if (wanted === 'known') return keys === '' ? 'a lever: none is known here' : `one of ${keys}`;
  return keys === '' ? 'a name for the lever' : `${keys}, or another name`;
}
