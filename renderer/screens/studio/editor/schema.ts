/** What a section in people's words may hold while it is edited: the Markdown that a draft can print, and a place for the rest of it as it was typed. */
import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', { dir: 'auto' }, 0] },
  heading: {
    attrs: { level: { default: 2, validate: 'number' } },
    content: 'inline*',
    group: 'block',
    defining: true,
    // What is copied here has its own headings, a level deeper.
    parseDOM: Object.entries({ h1: 2, h2: 2, h3: 2, h4: 3, h5: 3, h6: 3 }).map(([tag, level]) => ({ tag, attrs: { level } })),
    // The page's own headings are of levels 1 and 2.
    toDOM: (node) => [`h${Math.min(6, Math.max(3, Number(node.attrs.level) + 1))}`, { dir: 'auto' }, 0],
  },
  blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  ordered_list: {
    attrs: { start: { default: 1, validate: 'number' } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: Math.max(0, Number(list.getAttribute('start') ?? 1) || 1) }) }],
    toDOM: (node) => ['ol', { start: String(node.attrs.start) }, 0],
  },
  list_item: {
    attrs: { checked: { default: null, validate: 'boolean|null' } },
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (node) => (node.attrs.checked === null ? ['li', 0] : ['li', { 'data-checked': String(node.attrs.checked) }, 0]),
  },
  code_block: {
    attrs: { lang: { default: '', validate: 'string' } },
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', { dir: 'auto' }, ['code', 0]],
  },
  /** Markdown that has no form here, such as a table: shown and edited as it is typed. */
  verbatim: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre[data-verbatim]', preserveWhitespace: 'full', priority: 60 }],
    toDOM: () => ['pre', { dir: 'auto', 'data-verbatim': '' }, ['code', 0]],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  text: { group: 'inline' },
} as const satisfies Record<string, NodeSpec>;

/** An address that a draft prints as a link. */
export const linkAddress = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

const marks = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    // Anything else that a page linked to is pasted as its words.
    parseDOM: [{ tag: 'a[href]', getAttrs: (anchor) => hrefOf(anchor.getAttribute('href') ?? '') }],
    // No `href`: what is being written is not followed by a click.
    toDOM: (mark) => ['a', { title: String(mark.attrs.href), 'data-href': String(mark.attrs.href) }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
} as const satisfies Record<string, MarkSpec>;

const hrefOf = (href: string) => (linkAddress.test(href) ? { href } : false);

export const sectionSchema = new Schema<keyof typeof nodes, keyof typeof marks>({ nodes, marks });
