/** What holds for every table of comma-separated values. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../shared/postmortem/writers/csv.ts';
import { visible } from '../../shared/postmortem/writers/plain-text.ts';

/** Reads RFC 4180 back, letter by letter. */
function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (inside && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') inside = !inside;
    else if (!inside && letter === ',') {
      record.push(cell);
      cell = '';
    } else if (!inside && letter === '\r' && text[at + 1] === '\n') {
      records.push([...record, cell]);
      record = [];
      cell = '';
      at += 1;
    } else cell += letter;
  }
  expect([inside, record, cell]).toEqual([false, [], '']);
  return records;
}

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r\n', '\n', '\t', ' ', '\u202e', '\ufeff', '＝', '|', '%', 'SUM(A1)', 'x'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

test('a table that is written and read back has the same texts, and no cell begins as a formula does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(hostileText, { minLength: width, maxLength: width }))),
      (table) => {
        const read = readCsv(csvOf(table));
        expect(read.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(table.map((cells) => cells.map(visible)));
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠|%]/u);
        for (const cell of read.flat()) expect(cell).not.toMatch(/\p{Bidi_Control}/u);
      },
    ),
  );
});
