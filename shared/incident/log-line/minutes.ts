/** Timeboxes as people type them: `5m`, `20min`, `1h`, `1h30m`. */
import { ok, type Result } from '../../result.ts';
import { afterWord, type Cursor, faultAt, wordAt } from './cursor.ts';
import type { LineFault } from './parsed-line.ts';

/** A timebox is a minute at least and a day at most, as the commands' schemas have it. */
const longestBox = 1440;
const duration = /^(?:(\d{1,4})h)?(?:(\d{1,4})(?:m|min))?$/i;
const expected = 'minutes, such as 5m or 1h';

interface ReadMinutes {
  readonly minutes: number;
  readonly next: Cursor;
}

/** Whether a word is a timebox: `5m`. */
export const isTimebox = (word: string): boolean => word !== '' && duration.test(word);

/** Reads a timebox at the cursor; undefined where there is none. Errors: no time at all, or more than a day. */
export function readMinutes(cursor: Cursor): Result<ReadMinutes | undefined, LineFault> {
  const shown = wordAt(cursor);
  const word = shown.replace(/[,:;]$/, '');
  return isTimebox(word) ? fittingMinutes(cursor, word, afterWord(cursor, shown)) : ok(undefined);
}

/** Reads more time at the cursor: `+5`, `+5m`, `+1h`. Errors: not minutes, none, or more than a day. */
export function readMoreMinutes(cursor: Cursor): Result<ReadMinutes, LineFault> {
  const shown = wordAt(cursor);
  const more = shown.replace(/^\+/, '');
  const word = /^\d{1,4}$/.test(more) ? `${more}m` : more;
  if (!isTimebox(word)) return faultAt(cursor, `${shown} is not a number of minutes`, 'more time, such as +5 or +1h');
  return fittingMinutes(cursor, word, afterWord(cursor, shown));
}

function fittingMinutes(cursor: Cursor, word: string, next: Cursor): Result<ReadMinutes, LineFault> {
  const [, hours, rest] = duration.exec(word) ?? [];
  const minutes = Number(hours ?? 0) * 60 + Number(rest ?? 0);
  if (minutes < 1) return faultAt(cursor, `${word} is no time at all`, expected);
  if (minutes > longestBox) return faultAt(cursor, `${word} is longer than a day`, expected);
  return ok({ minutes, next });
}

/** For the chip: `5 min`. */
export const minutesWords = (minutes: number): string => `${minutes} min`;
