/** Whom a line may name: people and audiences, with the short forms that people type. */
import { err, ok, type Result } from '../../result.ts';
import { type Audience, audiences } from '../../vocabulary/words.ts';
import { afterWord, type Cursor, faultAt, longestLine, moved, restOf, skipBlanks, wordAt } from './cursor.ts';
import type { LineContext, LineFault, LinePerson } from './parsed-line.ts';

/** No name that a line can mean is longer than this many words. */
const longestName = 5;

const audienceAliases: Readonly<Record<string, readonly Audience[]>> = {
  c: ['customers'],
  customer: ['customers'],
  customers: ['customers'],
  s: ['staff'],
  staff: ['staff'],
  support: ['staff'],
  e: ['executives'],
  exec: ['executives'],
  execs: ['executives'],
  executives: ['executives'],
  r: ['responders'],
  team: ['responders'],
  responders: ['responders'],
  p: ['partners'],
  partner: ['partners'],
  partners: ['partners'],
  regulator: ['partners'],
  all: audiences,
};

/** The form in which names are compared: no accents, no capitals, and `ada.lovelace` is `ada lovelace`. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._-]+/gu, ' ')
    .trim();
}

/** The people whom a name may mean: those of exactly that name, else those of that first name. */
function peopleCalled(name: string, people: readonly LinePerson[]): readonly LinePerson[] {
  const wanted = folded(name);
  if (wanted === '') return [];
  const exact = people.filter((person) => folded(person.name) === wanted);
  if (exact.length > 0) return exact;
  return people.filter((person) => folded(person.name.trim().split(/\s+/)[0] ?? '') === wanted);
}

/** The name of a person of this incident, for a chip. */
export function nameOf(id: string, context: LineContext): string {
  const named = context.people.find((person) => person.id === id) ?? context.teams?.find((team) => team.id === id);
  return named?.name ?? 'me';
}

interface ReadPerson {
  /** The person's id. */
  readonly person: string;
  readonly next: Cursor;
}

/** Reads `kim: ` at the cursor. Undefined unless exactly one known person is meant and something follows. */
export function readSpeaker(cursor: Cursor, context: LineContext): ReadPerson | undefined {
  const name = /^([^:\n]{1,200}):\s+(?=\S)/.exec(restOf(cursor));
  if (name?.[1] === undefined || /^\s|\s$/.test(name[1])) return undefined;
  const [person, ...others] = peopleCalled(name[1], context.people);
  if (person === undefined || others.length > 0) return undefined;
  return { person: person.id, next: moved(cursor, name[0].length) };
}

/**
 * Reads `@sam`, `@ada.lovelace`, `@Ada Lovelace` or `@me` at the cursor. Undefined when no `@` is there.
 * Errors: nobody, or more than one, is called that.
 */
export function readMention(cursor: Cursor, context: LineContext): Result<ReadPerson | undefined, LineFault> {
  return restOf(cursor).startsWith('@') ? readPerson(cursor, moved(cursor, 1), context) : ok(undefined);
}

/** Reads `@sam` or a team's `@net` at the cursor: whoever may be asked and released. Undefined and errors: as `readMention`. */
export function readAnybody(cursor: Cursor, context: LineContext): Result<ReadPerson | undefined, LineFault> {
  const { teams = [], ...others } = context;
  return readMention(cursor, { ...others, people: [...context.people, ...teams] });
}

/** Reads a person at the cursor, with or without the `@`. Errors: as `readMention`, and none there. */
export function requiredPerson(cursor: Cursor, context: LineContext): Result<ReadPerson, LineFault> {
  const start = restOf(cursor).startsWith('@') ? moved(cursor, 1) : cursor;
  if (wordAt(start) === '') return faultAt(cursor, 'a person is missing', 'a person, such as @kim');
  return readPerson(cursor, start, context);
}

function readPerson(cursor: Cursor, start: Cursor, context: LineContext): Result<ReadPerson, LineFault> {
  const whole = readWholeName(start, context.people);
  if (whole !== undefined) return ok(whole);
  const shown = wordAt(start);
  const name = shown.replace(/[,:;.]+$/, '');
  const next = afterWord(start, shown);
  const [person, ...others] = peopleCalled(name, context.people);
  if (person !== undefined && others.length === 0) return ok({ person: person.id, next });
  if (person === undefined && folded(name) === 'me') return ok({ person: context.self, next });
  const [team] = person === undefined ? peopleCalled(name, context.teams ?? []) : [];
  if (team !== undefined) return err({ message: `${team.name} is a team`, at: cursor.at, expected: 'one person by name, such as @kim' });
  if (person === undefined) {
    const message = `nobody here is called ${name === '' ? '@' : name}; add: /person ${name === '' ? 'Name' : name}`;
    return err({ message, at: cursor.at, expected: 'a person, such as @kim' });
  }
  const names = [person, ...others].map((one) => `@${one.name.trim().replace(/\s+/g, '.')}`);
  return err({ message: `${name} may be ${names.join(' or ')}`, at: cursor.at, expected: 'the whole name' });
}

/** A name of several words, the longest first, so that `@Ada Lovelace Smith` is not Ada Lovelace. */
function readWholeName(start: Cursor, people: readonly LinePerson[]): ReadPerson | undefined {
  const words = [...restOf(start).slice(0, longestLine).matchAll(/\S+/g)].slice(0, longestName);
  for (let count = words.length; count > 1; count -= 1) {
    const last = words[count - 1];
    if (last === undefined) continue;
    const end = last.index + last[0].length;
    const name = folded(
      restOf(start)
        .slice(0, end)
        .replace(/[,:;.]+$/, ''),
    );
    const [person, ...others] = people.filter((one) => name !== '' && folded(one.name) === name);
    if (person !== undefined && others.length === 0) return { person: person.id, next: skipBlanks(moved(start, end)) };
  }
  return undefined;
}

/** Reads audiences at the cursor: `customers,staff`, `c,s`, `all`. Errors: none there, or one that is not known. */
export function readAudiences(cursor: Cursor): Result<{ readonly audiences: readonly Audience[]; readonly next: Cursor }, LineFault> {
  const word = wordAt(cursor);
  const expected = 'customers, staff, executives, responders, partners or all, with commas and no blanks between';
  if (word === '') return faultAt(cursor, 'an audience is missing', expected);
  const named: Audience[] = [];
  for (const part of word.replace(/:$/, '').split(',')) {
    const key = part.toLowerCase();
    const meant = Object.hasOwn(audienceAliases, key) ? audienceAliases[key] : undefined;
    if (meant === undefined) return faultAt(cursor, part === '' ? 'an audience is missing' : `${part} is not an audience`, expected);
    named.push(...meant);
  }
  return ok({ audiences: [...new Set(named)], next: afterWord(cursor, word) });
}
