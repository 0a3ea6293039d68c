/** Comma-separated values as RFC 4180 has them, in which no cell is ever a formula. No byte order mark. */
import { visible } from './plain-text.ts';

/** What spreadsheets take for a formula, behind blanks too; and the sign that takes that meaning away, so that reading gives back every text. */
const actsInSheets = /^(?:'|[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%])/u;

/** Records with line ends of their own (CRLF). What cannot be seen in a text is written out. */
export function csvOf(records: readonly (readonly string[])[]): string {
  return records.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const shown = visible(text);
  const inert = actsInSheets.test(shown) || /^[\t\n]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
