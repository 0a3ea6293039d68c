/** The blocks of a draft in a Word document. */
import { ExternalHyperlink, type FileChild, FootnoteReferenceRun, Paragraph, type ParagraphChild } from 'docx';
import type { Block, Statement, TimelineTable } from '../../../../shared/postmortem/draft.ts';
import { type ListCount, proseBlocks, spacing } from './docx-prose.ts';
import { bullets } from './docx-style.ts';
import { type Cell, tableOf } from './docx-table.ts';
import { paragraph, paragraphOf, readsRightToLeft, runs } from './docx-text.ts';

/** What the blocks of one document share: its footnotes, by the number that Word knows them by, and how many lists it has. */
export interface DocumentParts extends ListCount {
  readonly footnotes: { [id: string]: { readonly children: readonly Paragraph[] } };
}

export function blockChildren(block: Block, parts: DocumentParts): readonly FileChild[] {
  switch (block.type) {
    case 'prose':
      return proseBlocks(block.markdown, parts);
    case 'chart':
      return [paragraph(block.title, undefined, { bold: true }), paragraph(block.alternative)];
    case 'paragraph':
      return [paragraph(block.text)];
    case 'note':
      return [paragraph(block.text, 'Note')];
    case 'prompt':
      return [paragraphOf([...runs('To answer: ', { bold: true }), ...runs(block.question)], '', 'Question')];
    case 'facts':
      return [
        tableOf(
          undefined,
          block.rows.map(({ label, value }) => [{ text: label, bold: true }, { text: value }]),
        ),
        spacing(),
      ];
    case 'list':
      return block.items.map(listItem);
    case 'table':
      return [
        tableOf(
          block.columns,
          block.rows.map(({ cells }) => cells.map((text) => ({ text }))),
        ),
        spacing(),
      ];
    case 'timeline':
      return timeline(block, parts);
  }
}

function listItem(item: Statement & { readonly href?: string }): Paragraph {
  return new Paragraph({
    children: linked(item),
    numbering: { reference: bullets, level: 0 },
    ...(readsRightToLeft(item.text) && { bidirectional: true }),
  });
}

/** An address that was checked to hold nothing else stands as a link; the rest of its item is text. */
function linked({ text, href }: Statement & { readonly href?: string }): readonly ParagraphChild[] {
  if (href === undefined || !text.includes(href)) return runs(text);
  const at = text.indexOf(href);
  const link = new ExternalHyperlink({ link: href, children: runs(href, { style: 'Hyperlink' }) });
  return [...runs(text.slice(0, at)), link, ...runs(text.slice(at + href.length))];
}

function timeline(block: TimelineTable, parts: DocumentParts): readonly FileChild[] {
  const what = block.columns.indexOf('What happened');
  const notes = new Map(block.footnotes.map(({ number, text }) => [number, text]));
  const rows = block.rows.map(({ cells, notes: numbers, mark }) =>
    cells.map((text, at): Cell => {
      const bold = mark !== undefined;
      if (at !== what || numbers.length === 0) return { text, bold };
      return { text, children: [...runs(text, { bold }), ...numbers.map((number) => footnote(notes.get(number) ?? '', parts))] };
    }),
  );
  return [tableOf(block.columns, rows), spacing()];
}

/** Word numbers footnotes itself, in the order in which the text refers to them. */
function footnote(text: string, { footnotes }: DocumentParts): FootnoteReferenceRun {
  const id = Object.keys(footnotes).length + 1;
  footnotes[id] = { children: [paragraph(text)] };
  return new FootnoteReferenceRun(id);
}
