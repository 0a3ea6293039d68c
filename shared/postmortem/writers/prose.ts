/** The Markdown that people and templates write, made harmless: no HTML, no pictures from afar, no links but to the web and to mail, no headings that would break into the document's own. */

import { toHtml } from 'hast-util-to-html';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { visible } from './plain-text.ts';

/** The topmost heading that prose may have: a draft's own sections are of levels 2 and 3. */
const topHeading = 4;
const safeLink = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

/** The prose as a tree that any writer may write. The same text gives the same tree. */
export function proseTree(markdown: string): Root {
  const tree = fromMarkdown(visible(markdown), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { type: 'root', children: tree.children.flatMap((node) => harmless(node) as RootContent[]) };
}

/** As Markdown, which reads the same wherever it stands in a document. */
export function proseMarkdown(markdown: string): string {
  const options = { bullet: '-', rule: '-', emphasis: '*', fences: true } as const;
  return toMarkdown(proseTree(markdown), { ...options, extensions: [gfmToMarkdown({ tablePipeAlign: false })] }).trimEnd();
}

/** As HTML: elements of text, lists, tables and links, without attributes that could do anything. */
export function proseHtml(markdown: string): string {
  return toHtml(toHast(proseTree(markdown)));
}

/** The words alone, for whoever reads or searches them. */
export function proseText(markdown: string): string {
  return wordsOf(proseTree(markdown))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const blocks = node.type === 'root' || node.type === 'list' || node.type === 'blockquote' || node.type === 'table';
  return (node.children as readonly Nodes[]).map(wordsOf).join(blocks ? '\n' : '');
}

function harmless(node: Nodes): readonly Nodes[] {
  switch (node.type) {
    case 'html':
      return [{ type: 'text', value: node.value }];
    case 'image':
      return safeLink.test(node.url)
        ? [linkTo(node.url, [{ type: 'text', value: node.alt || node.url }])]
        : [{ type: 'text', value: node.alt ?? '' }];
    case 'imageReference':
    case 'linkReference':
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
      // Numbers and names of references would meet those of the document.
      return [{ type: 'text', value: 'children' in node ? node.children.map((child) => wordsOf(child)).join('') : '' }];
    case 'link': {
      const children = node.children.flatMap((child) => harmless(child) as PhrasingContent[]);
      return safeLink.test(node.url) ? [linkTo(node.url, children)] : children;
    }
    case 'heading':
      return [
        {
          ...node,
          depth: Math.min(6, Math.max(topHeading, node.depth + 2)) as 4 | 5 | 6,
          children: node.children.flatMap((child) => harmless(child) as PhrasingContent[]),
        },
      ];
    default:
      return 'children' in node ? [{ ...node, children: (node.children as readonly Nodes[]).flatMap(harmless) } as Nodes] : [node];
  }
}

const linkTo = (url: string, children: PhrasingContent[]): Nodes => ({ type: 'link', url, children });
