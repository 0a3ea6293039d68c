/** A draft as a Word document (Office Open XML). */
import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Chart, Draft, Section } from '../../../../shared/postmortem/draft.ts';
import { visibleLine } from '../../../../shared/postmortem/writers/plain-text.ts';
import { blockChildren, type DocumentParts } from './docx-blocks.ts';
import { figureLook, numbering, page, styles } from './docx-style.ts';
import { paragraph, readsRightToLeft, runs } from './docx-text.ts';
import { withoutChance } from './same-bytes.ts';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The document's bytes. The same draft gives the same bytes. */
export async function draftDocx(draft: Draft): Promise<Uint8Array> {
  const parts: DocumentParts = { footnotes: {}, pictures: await picturesOf(draft), lists: 0 };
  const mark = draft.watermark;
  const children = [
    heading(draft.title, 1),
    ...draft.sections.flatMap(({ heading: says, level, blocks }: Section) => [
      heading(says, level),
      ...blocks.flatMap((block) => blockChildren(block, parts)),
    ]),
    paragraph(draft.footer, 'Small'),
  ];
  const document = new Document({
    title: visibleLine(draft.title),
    creator: 'Wheelhouse',
    lastModifiedBy: 'Wheelhouse',
    styles,
    numbering,
    footnotes: parts.footnotes,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: margins } },
        ...(mark !== undefined && { headers: { default: new Header({ children: [paragraph(mark, 'Watermark')] }) } }),
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  return withoutChance(await Packer.toBuffer(document));
}

/** None where they cannot be drawn here: what they show stands in words. What draws is large, and loaded for a draft with figures only. */
async function picturesOf({ sections }: Draft): Promise<ReadonlyMap<Chart, Uint8Array>> {
  const charts = sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'chart');
  if (charts.length === 0) return new Map();
  const { picture } = await import('./chart-picture.ts');
  const drawn = await Promise.all(charts.map(async (chart) => [chart, await picture(chart.figure, figureLook.ink)] as const));
  return new Map(drawn.flatMap(([chart, png]) => (png === undefined ? [] : [[chart, png]])));
}

const margins = { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin };

function heading(text: string, level: 1 | 2 | 3): Paragraph {
  return new Paragraph({ heading: levels[level], children: runs(text), ...(readsRightToLeft(text) && { bidirectional: true }) });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: 'Small',
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });
}
