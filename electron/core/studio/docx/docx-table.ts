/** Tables of a Word document: a header row that comes again on each page, rows that no page cuts, and columns as wide as what is in them needs. */
import { Paragraph, type ParagraphChild, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { tableBorders, textWidth } from './docx-style.ts';
import { paragraphOf, runs } from './docx-text.ts';

export interface Cell {
  /** By which its column's width is found, and which way it reads. */
  readonly text: string;
  /** In place of the text, where there is more in it. */
  readonly children?: readonly ParagraphChild[];
  readonly bold?: boolean;
}

/** Characters: a text this long is short; a short one gets no more than `onOneLine` of them, and a column no fewer than `narrowest`. */
const short = 22;
const onOneLine = 13;
const narrowest = 5;
/** Longer texts than this make a column no wider, characters. */
const long = 90;
/** Twips: of a letter of a cell, and of what stands beside a cell's text. */
const letter = 120;
const besideText = 180;
const cellMargins = { top: 40, bottom: 40, left: 60, right: 100, marginUnitType: WidthType.DXA } as const;

/** A table; without `header`, its first column says what stands in the second. */
export function tableOf(header: readonly string[] | undefined, rows: readonly (readonly Cell[])[]): Table {
  const widths = columnWidths(header, rows);
  const head =
    header &&
    new TableRow({ tableHeader: true, cantSplit: true, children: header.map((text, at) => cell({ text, bold: true }, widths[at])) });
  const body = rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((each, at) => cell(each, widths[at])) }));
  return new Table({
    rows: [...(head ? [head] : []), ...body],
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: cellMargins,
    borders: tableBorders,
  });
}

function cell({ text, children, bold }: Cell, width = 0): TableCell {
  const inside = children ?? runs(text, bold ? { bold } : {});
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [text === '' && !children ? new Paragraph({ style: 'Cell' }) : paragraphOf(inside, text, 'Cell')],
  });
}

/** In twips. Columns of short texts are as wide as those need; the others share the rest, by the longest text in each. */
function columnWidths(header: readonly string[] | undefined, rows: readonly (readonly Cell[])[]): readonly number[] {
  const count = header?.length ?? rows[0]?.length ?? 1;
  const longest = Array.from({ length: count }, (_, at) =>
    rows.reduce((most, cells) => Math.max(most, cells[at]?.text.length ?? 0), header?.[at]?.length ?? 0),
  );
  const needed = longest.map((length) => (length > short ? 0 : Math.max(narrowest, Math.min(onOneLine, length)) * letter + besideText));
  const left = textWidth - needed.reduce((sum, width) => sum + width, 0);
  const shares = longest.map((length) => (length > short ? Math.min(long, length) : 0));
  const all = shares.reduce((sum, share) => sum + share, 0);
  // Many columns of short texts, or no long one: all of them give or take alike.
  if (all === 0 || left < textWidth / 4) return alike(longest);
  return longest.map((_, at) => Math.floor(needed[at] || ((shares[at] ?? 0) / all) * left));
}

function alike(longest: readonly number[]): readonly number[] {
  const wanted = longest.map((length) => Math.max(narrowest, Math.min(short, length)));
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.floor((width / all) * textWidth));
}
