/** A draft as Markdown (CommonMark with tables and footnotes). What people wrote is escaped: it makes no markup, no link and no HTML. */
import type { Block, Draft, Section, Statement } from '../draft.ts';
import { escapedMarkdown } from './markdown-text.ts';
import { proseMarkdown } from './prose.ts';

/** The whole document, ending in a newline. The same draft gives the same bytes. */
export function markdownOf(draft: Draft): string {
  const head = [
    `# ${escapedMarkdown(draft.title)}`,
    ...(draft.watermark === undefined ? [] : [`> **${escapedMarkdown(draft.watermark)}**`]),
  ];
  const parts = [...head, ...draft.sections.flatMap(sectionParts), '---', escapedMarkdown(draft.footer)];
  return `${parts.join('\n\n')}\n`;
}

/** One section, as it stands in the document. */
export function sectionMarkdown(section: Section): string {
  return sectionParts(section).join('\n\n');
}

function sectionParts(section: Section): readonly string[] {
  return [`${'#'.repeat(section.level)} ${escapedMarkdown(section.heading)}`, ...section.blocks.flatMap(blockParts)];
}

function blockParts(block: Block): readonly string[] {
  switch (block.type) {
    case 'prose':
      return [proseMarkdown(block.markdown)];
    case 'chart':
      return [`**${escapedMarkdown(block.title)}**`, escapedMarkdown(block.alternative)];
    case 'paragraph':
      return [lineStart(escapedMarkdown(block.text))];
    case 'note':
      return [`> **Note:** ${escapedMarkdown(block.text)}`];
    case 'prompt':
      return [`> **To answer:** ${escapedMarkdown(block.question)}`];
    case 'facts':
      return [
        table(
          ['', ''],
          block.rows.map(({ label, value }) => [`**${escapedMarkdown(label)}**`, escapedMarkdown(value)]),
        ),
      ];
    case 'list':
      return [block.items.map((item) => `- ${listItem(item)}`).join('\n')];
    case 'table':
      return [
        table(
          block.columns.map(escapedMarkdown),
          block.rows.map(({ cells }) => cells.map(escapedMarkdown)),
        ),
      ];
    case 'timeline': {
      const what = block.columns.indexOf('What happened');
      const rows = block.rows.map(({ cells, notes, mark }) =>
        cells.map((cell, index) => {
          const text = mark !== undefined && cell !== '' ? `**${escapedMarkdown(cell)}**` : escapedMarkdown(cell);
          return index === what ? `${text}${notes.map((number) => `[^${number}]`).join('')}` : text;
        }),
      );
      const footnotes = block.footnotes.map(({ number, text }) => `[^${number}]: ${escapedMarkdown(text)}`);
      return [table(block.columns.map(escapedMarkdown), rows), ...(footnotes.length > 0 ? [footnotes.join('\n')] : [])];
    }
  }
}

/** An address that was checked to hold nothing else stands as a link; the rest of its item is text. */
function listItem({ text, href }: Statement & { readonly href?: string }): string {
  if (href === undefined || !text.includes(href)) return lineStart(escapedMarkdown(text));
  const at = text.indexOf(href);
  return [escapedMarkdown(text.slice(0, at)), `<${href}>`, escapedMarkdown(text.slice(at + href.length))].filter(Boolean).join(' ');
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that begins a line: no heading, list, rule, quotation or setext underline. */
function lineStart(text: string): string {
  return text.replace(/^([+=:-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
