/** The blocks of a draft in a Word document. */
import { ExternalHyperlink, type FileChild, FootnoteReferenceRun, ImageRun, Paragraph, type ParagraphChild } from 'docx';
import { svgText } from '../../../../shared/postmortem/charts/svg.ts';
import type { Block, Chart, Statement, TimelineTable } from '../../../../shared/postmortem/draft.ts';
import { visibleInXml } from '../../../../shared/postmortem/writers/plain-text.ts';
import { type ListCount, proseBlocks, spacing } from './docx-prose.ts';
import { bullets, figureLook } from './docx-style.ts';
import { type Cell, tableOf } from './docx-table.ts';
import { paragraph, paragraphOf, readsRightToLeft, runs } from './docx-text.ts';

/** What the blocks of one document share: its footnotes, by the number that Word knows them by, its pictures, and how many lists it has. */
export interface DocumentParts extends ListCount {
  readonly footnotes: { [id: string]: { readonly children: readonly Paragraph[] } };
  /** A PNG of each figure that could be drawn. */
  readonly pictures: ReadonlyMap<Chart, Uint8Array>;
}

export function blockChildren(block: Block, parts: DocumentParts): readonly FileChild[] {
  switch (block.type) {
    case 'prose':
      return proseBlocks(block.markdown, parts);
    case 'chart':
      return chart(block, parts);
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

/** The picture stands with its caption above and its words below it. Word shows the SVG; who cannot, the PNG. */
function chart(block: Chart, { pictures }: DocumentParts): readonly FileChild[] {
  const { title, figure, alternative } = block;
  const png = pictures.get(block);
  if (png === undefined) return [paragraph(title, undefined, { bold: true }), paragraph(alternative)];
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svgText(figure, title, figureLook)),
    transformation: { width: figure.width, height: figure.height },
    fallback: { type: 'png', data: png },
    altText: {
      // The library would number all that it ever drew.
      id: String([...pictures.keys()].indexOf(block) + 1),
      name: visibleInXml(title),
      description: visibleInXml(alternative),
    },
  });
  return [
    new Paragraph({ children: runs(title, { bold: true }), keepNext: true }),
    new Paragraph({ children: [picture], keepNext: true }),
    paragraph(alternative),
  ];
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
