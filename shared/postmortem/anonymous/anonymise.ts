/** A draft in which names became roles, and what still looks like a name in it. */
import type { IncidentView } from '../../incident/view.ts';
import type { Figure } from '../charts/figure.ts';
import type { Block, Draft, Section } from '../draft.ts';
import { escapedMarkdown } from '../writers/markdown-text.ts';
import { proseText } from '../writers/prose.ts';
import { type Leftover, leftoversOf } from './leftovers.ts';
import { type NameHider, nameHider } from './name-hider.ts';

export interface AnonymousDraft {
  readonly draft: Draft;
  readonly leftovers: readonly Leftover[];
}

/** `view` is the incident with its names: they are looked for in every text of the draft. The same draft and view give the same answer. */
export function anonymised(draft: Draft, view: IncidentView, hider: NameHider = nameHider(view)): AnonymousDraft {
  const { hide } = hider;
  const named: Draft = {
    ...draft,
    title: hide(draft.title),
    sections: draft.sections.map((section) => anonymousSection(section, hider)),
  };
  return { draft: named, leftovers: leftoversOf(named, view) };
}

function anonymousSection(section: Section, hider: NameHider): Section {
  return { ...section, heading: hider.hide(section.heading), blocks: section.blocks.map((block) => anonymousBlock(block, hider)) };
}

function anonymousBlock(block: Block, hider: NameHider): Block {
  const { hide } = hider;
  switch (block.type) {
    case 'prose':
      return { ...block, markdown: anonymousProse(block.markdown, hider) };
    case 'paragraph':
    case 'note':
      return { ...block, text: hide(block.text) };
    case 'prompt':
      return { ...block, question: hide(block.question) };
    case 'chart':
      return { ...block, title: hide(block.title), figure: anonymousFigure(block.figure, hide), alternative: hide(block.alternative) };
    case 'facts':
      return { ...block, rows: block.rows.map((row) => ({ ...row, label: hide(row.label), value: hide(row.value) })) };
    case 'list':
      return { ...block, items: block.items.map((item) => anonymousItem(item, hide)) };
    case 'table':
      return { ...block, columns: block.columns.map(hide), rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(hide) })) };
    case 'timeline':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(hide) })),
        footnotes: block.footnotes.map((footnote) => ({ ...footnote, text: hide(footnote.text) })),
      };
  }
}

type Item = Extract<Block, { readonly type: 'list' }>['items'][number];

/** An address with a name in it leads nowhere without: it is text then. */
function anonymousItem(item: Item, hide: (text: string) => string): Item {
  const { href, ...rest } = item;
  const keeps = href !== undefined && hide(href) === href;
  return { ...rest, text: hide(item.text), ...(keeps && { href }) };
}

/** Markup may part the letters of a name, which then stands whole where it is read: such prose becomes plain words. */
function anonymousProse(markdown: string, { hide, names }: NameHider): string {
  const said = hide(markdown);
  const read = proseText(said);
  if (!names(read)) return said;
  const lines = hide(read).split('\n');
  return lines.map(escapedMarkdown).join('\n\n');
}

/** What is written in a figure; where it stands, and all else, stays. */
const anonymousFigure = (figure: Figure, hide: (text: string) => string): Figure => ({
  ...figure,
  marks: figure.marks.map((mark) => (mark.type === 'words' ? { ...mark, text: hide(mark.text) } : mark)),
});
