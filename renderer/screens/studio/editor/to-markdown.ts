/** From the document that was edited back to Markdown: what people wrote stays text, and only what they marked is markup. */
import type { BlockContent, List, ListItem, Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { Mark, Node } from 'prosemirror-model';

/** From the outside in: the order in which marks enclose each other. */
const markOrder = ['link', 'strong', 'em', 'strike', 'code'] as const;
type MarkName = (typeof markOrder)[number];

/** The text of a document, without a line's end at its end; empty where nothing is in it. */
export function markdownOfDocument(document: Node): string {
  return written(blocksOf(document));
}

function written(children: BlockContent[]): string {
  const options = { bullet: '-', rule: '-', emphasis: '*', fences: true, listItemIndent: 'one' } as const;
  const extensions = [gfmToMarkdown({ tablePipeAlign: false })];
  return toMarkdown({ type: 'root', children }, { ...options, extensions }).trim();
}

function blocksOf(parent: Node): BlockContent[] {
  return parent.children.flatMap(blockOf);
}

function blockOf(node: Node): readonly BlockContent[] {
  switch (node.type.name) {
    case 'heading':
      return [{ type: 'heading', depth: node.attrs.level, children: inlineOf(node) }];
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(node) }];
    case 'bullet_list':
    case 'ordered_list':
      return [listOf(node)];
    case 'code_block':
      return [{ type: 'code', lang: node.attrs.lang === '' ? null : node.attrs.lang, value: node.textContent }];
    case 'verbatim':
      return node.textContent.trim() === '' ? [] : [{ type: 'html', value: node.textContent }];
    case 'horizontal_rule':
      return [{ type: 'thematicBreak' }];
    default: {
      const children = inlineOf(node);
      // Markdown has no empty paragraph.
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
  }
}

function listOf(node: Node): List {
  const items = node.children.map(
    (item): ListItem => ({ type: 'listItem', spread: false, checked: item.attrs.checked, children: blocksOf(item) }),
  );
  const spread = items.some(({ children }) => children.filter(({ type }) => type !== 'list').length > 1);
  const ordered = node.type.name === 'ordered_list';
  return {
    type: 'list',
    ordered,
    ...(ordered && { start: node.attrs.start }),
    spread,
    children: items.map((item) => ({ ...item, spread })),
  };
}

/** A stretch of text, or a break, with what marks it. */
interface Run {
  readonly text: string | null;
  readonly marks: readonly Mark[];
}

function inlineOf(parent: Node): PhrasingContent[] {
  const runs = trimmed(unmarkedBlanks(parent.children.flatMap(runsOf)));
  const marked = dispensable.filter((name) => runs.some(({ marks }) => marks.some(({ type }) => type.name === name)));
  const ways = [[], ...marked.map((_name, index) => marked.slice(0, index + 1))].map((without) =>
    nested(
      runs,
      markOrder.filter((name) => !without.some((left) => left === name)),
    ),
  );
  return ways.find((children) => marked.length === 0 || saysTheSame(children)) ?? ways.at(-1) ?? [];
}

/** Some marks cannot be written where letters touch them on both sides: they are left out, in this order, before a word is lost. */
const dispensable = ['strike', 'em', 'strong'] as const satisfies readonly MarkName[];

function saysTheSame(children: PhrasingContent[]): boolean {
  const read = fromMarkdown(written([{ type: 'paragraph', children }]), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return wordsOf(read) === wordsOf({ type: 'paragraph', children });
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return ' ';
  return (node.children as readonly Nodes[]).map(wordsOf).join('').replace(/\s+/g, ' ');
}

/** Blanks at the ends of a stretch are runs of their own. */
function runsOf(node: Node): readonly Run[] {
  if (!node.isText) return [{ text: null, marks: node.marks }];
  const { marks } = node;
  if (marks.some(({ type }) => type.name === 'code')) return [{ text: node.text ?? '', marks }];
  return (node.text ?? '').split(/^(\s+)|(\s+)$/).flatMap((text) => (text === undefined || text === '' ? [] : [{ text, marks }]));
}

/** A blank carries only marks that go on beyond it: emphasis that ends in a blank is none in Markdown. */
function unmarkedBlanks(runs: readonly Run[]): readonly Run[] {
  return runs.map((run, index) => {
    if (run.text !== null && run.text.trim() !== '') return run;
    const around = [runs.slice(0, index).findLast(isWord), runs.slice(index + 1).find(isWord)];
    return { ...run, marks: run.marks.filter((mark) => around.every((other) => other !== undefined && mark.isInSet(other.marks))) };
  });
}

const isWord = ({ text }: Run): boolean => text !== null && text.trim() !== '';

/** Without blanks and breaks at the beginning and the end. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const first = runs.findIndex(isWord);
  return first === -1 ? [] : runs.slice(first, runs.findLastIndex(isWord) + 1);
}

function nested(runs: readonly Run[], [name, ...inner]: readonly MarkName[]): PhrasingContent[] {
  if (name === undefined) return runs.map(leafOf);
  const groups: { readonly mark: Mark | undefined; readonly runs: Run[] }[] = [];
  for (const run of runs) {
    const mark = run.marks.find(({ type }) => type.name === name);
    const last = groups.at(-1);
    if (last && (mark === undefined ? last.mark === undefined : last.mark?.eq(mark))) last.runs.push(run);
    else groups.push({ mark, runs: [run] });
  }
  return groups.flatMap((group) => (group.mark === undefined ? nested(group.runs, inner) : [enclosed(group.mark, group.runs, inner)]));
}

function enclosed(mark: Mark, runs: readonly Run[], inner: readonly MarkName[]): PhrasingContent {
  if (mark.type.name === 'code') return { type: 'inlineCode', value: runs.map(({ text }) => text ?? ' ').join('') };
  const children = nested(runs, inner);
  if (mark.type.name === 'link') return { type: 'link', url: String(mark.attrs.href), children };
  if (mark.type.name === 'strong') return { type: 'strong', children };
  return { type: mark.type.name === 'em' ? 'emphasis' : 'delete', children };
}

const leafOf = ({ text }: Run): PhrasingContent => (text === null ? { type: 'break' } : { type: 'text', value: text });
