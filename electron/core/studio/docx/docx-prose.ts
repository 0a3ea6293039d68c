/** The Markdown of people and templates in a Word document: headings, lists, quotations, code, tables and links, as `proseTree` left them harmless. */
import { BorderStyle, ExternalHyperlink, type FileChild, Paragraph, type ParagraphChild } from 'docx';
import type { BlockContent, List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { proseTree } from '../../../../shared/postmortem/writers/prose.ts';
import { bullets, deepest, numbers } from './docx-style.ts';
import { type Cell, tableOf } from './docx-table.ts';
import { type Look, paragraph, paragraphOf, readsRightToLeft, runs } from './docx-text.ts';

/** Where a block stands: in which style, and in which list. */
interface Place {
  readonly style?: string;
  readonly depth: number;
}

/** Counts the numbered lists of one document, each of which begins anew. */
export interface ListCount {
  lists: number;
}

export function proseBlocks(markdown: string, count: ListCount): readonly FileChild[] {
  return proseTree(markdown).children.flatMap((node) => blocks(node, { depth: 0 }, count));
}

function blocks(node: RootContent, place: Place, count: ListCount): readonly FileChild[] {
  switch (node.type) {
    case 'heading':
      return [paragraphOf(inline(node.children), wordsOf(node), `Heading${node.depth}`)];
    case 'list':
      return listItems(node, place, count);
    case 'blockquote':
      return node.children.flatMap((child) => blocks(child, { ...place, style: 'Quotation' }, count));
    case 'code':
      return [paragraph(node.value, 'CodeBlock')];
    case 'table': {
      const rows = node.children.map((row) => row.children.map((cell): Cell => ({ text: wordsOf(cell), children: inline(cell.children) })));
      return rows.length === 0
        ? []
        : [
            tableOf(
              rows[0]?.map(({ text }) => text),
              rows.slice(1),
            ),
            spacing(),
          ];
    }
    case 'thematicBreak':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'BBBBBB' } } })];
    case 'paragraph':
      return [paragraphOf(inline(node.children), wordsOf(node), place.style)];
    default:
      return 'value' in node ? [paragraph(node.value, place.style)] : [];
  }
}

/** A table that follows another at once would become one with it. */
export const spacing = (): Paragraph => new Paragraph({ style: 'Cell' });

function listItems(list: List, place: Place, count: ListCount): readonly FileChild[] {
  count.lists += list.ordered ? 1 : 0;
  const reference = {
    reference: list.ordered ? numbers : bullets,
    level: Math.min(deepest, place.depth),
    instance: list.ordered ? count.lists : 0,
  };
  return list.children.flatMap((item) => itemBlocks(item, place, count, reference));
}

type Reference = { readonly reference: string; readonly level: number; readonly instance: number };

/** The first paragraph of an item carries its sign; what follows stands under it. */
function itemBlocks(item: ListItem, place: Place, count: ListCount, reference: Reference): readonly FileChild[] {
  const [first, ...rest] = item.children;
  const done = item.checked === null || item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ ';
  const lead: readonly (BlockContent | undefined)[] = first?.type === 'paragraph' ? [] : [first as BlockContent | undefined];
  const children = first?.type === 'paragraph' ? inline(first.children) : [];
  const text = first?.type === 'paragraph' ? wordsOf(first) : '';
  const head = new Paragraph({
    children: [...(done === '' ? [] : runs(done)), ...children],
    numbering: reference,
    ...(place.style !== undefined && { style: place.style }),
    ...(readsRightToLeft(text) && { bidirectional: true }),
  });
  const under = [...lead, ...rest].flatMap((child) => (child ? blocks(child, { ...place, depth: place.depth + 1 }, count) : []));
  return [head, ...under];
}

/** Text with its looks and links. */
function inline(nodes: readonly PhrasingContent[], look: Look = {}): readonly ParagraphChild[] {
  return nodes.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return runs(node.value, look);
      case 'strong':
        return inline(node.children, { ...look, bold: true });
      case 'emphasis':
        return inline(node.children, { ...look, italics: true });
      case 'delete':
        return inline(node.children, { ...look, strike: true });
      case 'inlineCode':
        return runs(node.value, { ...look, style: 'CodeWords' });
      case 'break':
        return runs('\n', look);
      case 'link':
        return [new ExternalHyperlink({ link: node.url, children: inline(node.children, { ...look, style: 'Hyperlink' }) })];
      default:
        return 'value' in node ? runs(node.value, look) : [];
    }
  });
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as readonly Nodes[]).map(wordsOf).join('') : '';
}
