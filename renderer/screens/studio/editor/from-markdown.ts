/** From Markdown to the document that is edited: read as a draft reads it, so that what one sees is what will be printed. */
import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { Mark, Node } from 'prosemirror-model';
import { linkAddress, sectionSchema } from './schema.ts';

const { nodes, marks } = sectionSchema;

/** The document of a text. Any text has one; what the editor has no form for stands in it as it was typed. */
export function documentOf(markdown: string): Node {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const blocks = tree.children.map((block) => (block.type === 'table' ? asTyped(markdown, block) : blockOf(block)));
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
}

function asTyped(markdown: string, { position }: RootContent): Node {
  return nodes.verbatim.create(null, textOf(markdown.slice(position?.start.offset, position?.end.offset), []));
}

function blockOf(block: RootContent | BlockContent | DefinitionContent): Node {
  switch (block.type) {
    case 'paragraph':
      return nodes.paragraph.create(null, inlineOf(block.children, []));
    case 'heading':
      return nodes.heading.create({ level: block.depth }, inlineOf(block.children, []));
    case 'blockquote':
      return nodes.blockquote.create(null, blocksOf(block.children));
    case 'list':
      return listOf(block);
    case 'code':
      return nodes.code_block.create({ lang: block.lang ?? '' }, textOf(block.value, []));
    case 'thematicBreak':
      return nodes.horizontal_rule.create();
    case 'html':
      return nodes.verbatim.create(null, textOf(block.value, []));
    default:
      return nodes.verbatim.create(null, textOf(sourceOf(block), []));
  }
}

function blocksOf(children: readonly (BlockContent | DefinitionContent)[]): readonly Node[] {
  return children.length > 0 ? children.map(blockOf) : [nodes.paragraph.create()];
}

function listOf(list: List): Node {
  const items = list.children.map(itemOf);
  return list.ordered === true ? nodes.ordered_list.create({ start: list.start ?? 1 }, items) : nodes.bullet_list.create(null, items);
}

function itemOf(item: ListItem): Node {
  const blocks = blocksOf(item.children);
  const whole = blocks[0]?.type === nodes.paragraph ? blocks : [nodes.paragraph.create(), ...blocks];
  return nodes.list_item.create({ checked: item.checked ?? null }, whole);
}

function inlineOf(children: readonly PhrasingContent[], within: readonly Mark[]): readonly Node[] {
  return children.flatMap((child) => inlineNode(child, within));
}

function inlineNode(child: PhrasingContent, within: readonly Mark[]): readonly Node[] {
  const inside = (mark: Mark, inner: readonly PhrasingContent[]) => inlineOf(inner, mark.addToSet(within));
  switch (child.type) {
    case 'text':
      // A line's end in the source is a blank on paper.
      return textOf(child.value.replace(/\n/g, ' '), within);
    case 'strong':
      return inside(marks.strong.create(), child.children);
    case 'emphasis':
      return inside(marks.em.create(), child.children);
    case 'delete':
      return inside(marks.strike.create(), child.children);
    case 'inlineCode':
      return textOf(child.value, marks.code.create().addToSet(within));
    case 'link':
      return linkAddress.test(child.url)
        ? inside(marks.link.create({ href: child.url }), child.children)
        : inlineOf(child.children, within);
    case 'linkReference':
      return inlineOf(child.children, within);
    case 'break':
      return [nodes.hard_break.create(null, null, within)];
    case 'image':
      return textOf(child.alt || child.url, linkAddress.test(child.url) ? marks.link.create({ href: child.url }).addToSet(within) : within);
    case 'imageReference':
      return textOf(child.alt ?? '', within);
    case 'footnoteReference':
      return textOf(`[^${child.label ?? child.identifier}]`, within);
    case 'html':
      // HTML is text in a draft.
      return textOf(child.value.replace(/\n/g, ' '), within);
  }
}

function textOf(text: string, within: readonly Mark[]): readonly Node[] {
  return text === '' ? [] : [sectionSchema.text(text, within)];
}

function sourceOf(block: RootContent): string {
  return toMarkdown({ type: 'root', children: [block] }, { extensions: [gfmToMarkdown({ tablePipeAlign: false })] }).trimEnd();
}
