/** A place in a line, and the few ways in which the grammar moves on from it. */
import { err, ok, type Result } from '../../result.ts';
import type { LineFault } from './parsed-line.ts';

/** A line without blanks at its end, and the column that is read next. */
export interface Cursor {
  readonly line: string;
  readonly at: number;
}

/** The longest text that a command carries, in UTF-16 units, as the commands' schemas have it. */
export const longestText = 20_000;
/** The longest title, name or reason of an override. */
export const longestLine = 500;

/** What is still to be read. */
export function restOf(cursor: Cursor): string {
  return cursor.line.slice(cursor.at);
}

/** The place of the next thing that is not a blank. */
export function skipBlanks(cursor: Cursor): Cursor {
  const blanks = /^\s*/.exec(restOf(cursor))?.[0].length ?? 0;
  return moved(cursor, blanks);
}

/** The place so many columns further. */
export function moved(cursor: Cursor, columns: number): Cursor {
  return { line: cursor.line, at: cursor.at + columns };
}

/** The place after a word, and after the blanks behind it. */
export function afterWord(cursor: Cursor, word: string): Cursor {
  return skipBlanks(moved(cursor, word.length));
}

/** The word at the cursor, up to a blank; empty at the end. */
export function wordAt(cursor: Cursor): string {
  return /^\S*/.exec(restOf(cursor))?.[0] ?? '';
}

/** A fault at the cursor. */
export function faultAt(cursor: Cursor, message: string, expected: string): { readonly ok: false; readonly error: LineFault } {
  return err({ message, at: cursor.at, expected });
}

/** The rest of the line, which must not be empty; `what` names it in the fault. */
export function requiredText(cursor: Cursor, what: string, longest: number): Result<string, LineFault> {
  const text = restOf(cursor).trim();
  if (text === '') return faultAt(cursor, `${what} is missing`, what);
  return fitting(cursor, text, what, longest);
}

/** The rest of the line, or nothing. */
export function optionalText(cursor: Cursor, what: string): Result<string | undefined, LineFault> {
  const text = restOf(cursor).trim();
  return text === '' ? ok(undefined) : fitting(cursor, text, what, longestText);
}

function fitting(cursor: Cursor, text: string, what: string, longest: number): Result<string, LineFault> {
  if (text.length <= longest) return ok(text);
  return faultAt(moved(cursor, longest), `${what} is ${text.length} characters long; at most ${longest} fit`, 'the end of the line');
}
