/** The editor of a section, for any document that a person can make in it. */
import fc from 'fast-check';
import type { Mark, Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../renderer/screens/studio/editor/from-markdown.ts';
import { harmlessHtml } from '../../renderer/screens/studio/editor/harmless-html.ts';
import { sectionSchema } from '../../renderer/screens/studio/editor/schema.ts';
import { markdownOfDocument } from '../../renderer/screens/studio/editor/to-markdown.ts';

const { nodes, marks } = sectionSchema;

const word = fc.oneof(
  fc.constantFrom(
    'cache',
    'deploy 88',
    'Ada',
    '*',
    '_x_',
    '# 5',
    '1.',
    '-',
    '> 3',
    '<b>',
    '[a](b)',
    '`',
    '~',
    '\\',
    '|',
    '&amp;',
    'قاعدة',
    'ü',
    '!',
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }),
);
const markSet = fc
  .subarray(['strong', 'em', 'strike', 'code', 'link'] as const)
  .map((names) => names.reduce<readonly Mark[]>((set, name) => markOf(name).addToSet(set), []));
const markOf = (name: 'strong' | 'em' | 'strike' | 'code' | 'link') =>
  name === 'link' ? marks.link.create({ href: 'https://example.org/a' }) : marks[name].create();
const inline = fc
  .array(fc.tuple(word, markSet), { minLength: 1, maxLength: 5 })
  .map((runs) => runs.map(([text, set]) => sectionSchema.text(text, set)));
const paragraph = inline.map((content) => nodes.paragraph.create(null, content));
const { block } = fc.letrec<{ block: Node; item: Node }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc.tuple(fc.constantFrom(2, 3), inline).map(([level, content]) => nodes.heading.create({ level }, content)),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => nodes.blockquote.create(null, content)),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => nodes.bullet_list.create(null, content)),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => nodes.ordered_list.create({ start: 1 }, content)),
    fc.array(word).map((words) => nodes.code_block.create(null, words.length > 0 ? sectionSchema.text(words.join('\n')) : null)),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => nodes.list_item.create(null, [first, ...rest])),
}));
const document = fc.array(block, { minLength: 1, maxLength: 4 }).map((content) => nodes.doc.create(null, content));

describe('any section that is written in the rich editor', () => {
  test('its words are all in its Markdown, and come back from it', () => {
    const words = (node: Node) => node.textBetween(0, node.content.size, ' ', ' ').replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(document, (made) => {
        expect(words(documentOf(markdownOfDocument(made)))).toBe(words(made));
      }),
    );
  });

  test('saved, opened and saved again, it is the same text', () => {
    fc.assert(
      fc.property(document, (made) => {
        const once = markdownOfDocument(documentOf(markdownOfDocument(made)));
        expect(markdownOfDocument(documentOf(once))).toBe(once);
      }),
    );
  });

  test('any text at all can be opened', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.constantFrom('\n', '\n\n', '    ', '- ', '[^1]: ', '| a |'))), (pieces) => {
        expect(() => documentOf(pieces.join('')).check()).not.toThrow();
      }),
    );
  });
});

describe('any HTML that is pasted', () => {
  const tags = 'p|h1|h2|h3|h4|h5|h6|blockquote|ul|ol|li|pre|code|strong|b|em|i|s|del|br|hr|a|div|table|tr|td|th|tbody|thead';
  const allowed = new RegExp(`<(?:/?(?:${tags})|a href="(?:https?://|mailto:)[^"<>]*"|ol start="\\d+")>`, 'g');

  test('comes through as plain elements alone', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '/',
        '=',
        ' ',
        '<script',
        '</script>',
        '<p',
        '<a href=',
        'javascript:x',
        'https://e.org/',
        '<img ',
        'onerror=x',
      ],
      ...['<!--', '-->', '<style>', '<svg', '<b>', '</b>', 'words', '<ol start=', '3', '<iframe srcdoc=', '\n', '&lt;', '\u0000'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (given) => {
        expect(harmlessHtml(given.join('')).replace(allowed, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 2000 },
    );
  });
});
