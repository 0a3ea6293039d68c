/** What people write in a section: as it is edited, and as Markdown. */
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../renderer/screens/studio/editor/from-markdown.ts';
import { harmlessHtml } from '../../renderer/screens/studio/editor/harmless-html.ts';
import { sectionSchema } from '../../renderer/screens/studio/editor/schema.ts';
import { markdownOfDocument } from '../../renderer/screens/studio/editor/to-markdown.ts';
import { proseHtml } from '../../shared/postmortem/writers/prose.ts';

const again = (markdown: string) => markdownOfDocument(documentOf(markdown));
const { nodes, marks } = sectionSchema;

describe('a section that is opened in the rich editor', () => {
  test.each([
    ['a paragraph', 'The cache was cold.'],
    ['headings', '## What we saw\n\n### In the logs\n\nNothing.'],
    ['emphasis', 'It was **not** the *first* time, ~~twice~~ `once`.'],
    ['lists', '- one\n- two\n  - inside\n\n1. first\n2. second'],
    ['a list that begins at three', '3. third\n4. fourth'],
    ['tasks', '- [ ] open\n- [x] done'],
    ['a quotation', '> The pager was silent.\n>\n> So were we.'],
    ['code', '```sql\nselect 1;\n```'],
    ['a link', 'See [the dashboard](https://example.org/d?x=1) and <https://example.org/>.'],
    ['a table, as it is typed', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['a rule', 'before\n\n---\n\nafter'],
    ['a line that ends early', 'one\\\ntwo'],
  ])('keeps %s', (_what, markdown) => {
    expect(again(markdown)).toBe(markdown);
  });

  test.each([
    '<script>alert(1)</script>',
    'a <b onclick="x()">bold</b> claim',
    '![a picture](https://example.org/p.png)',
    '[press](javascript:alert)',
    '[ref]\n\n[ref]: https://example.org',
    '* * *\n\n+ plus\n+ list',
    'Title\n=====\n\nwords',
  ])('prints the same before and after, though nobody typed it that way: %s', (markdown) => {
    const words = (html: string) => html.replace(/\s+/g, ' ').trim();
    expect(words(proseHtml(again(markdown)))).toBe(words(proseHtml(markdown)));
  });

  test('what looks like markup but was typed as text stays text', () => {
    const typed = '# no heading, *no* emphasis, [no](link) <b> 1. - > `';
    const document = nodes.doc.create(null, nodes.paragraph.create(null, sectionSchema.text(typed)));
    expect(documentOf(markdownOfDocument(document)).eq(document)).toBe(true);
  });

  test('a blank at the end of bold words is not bold: it would make them plain again', () => {
    const bold = sectionSchema.text('cold ', [marks.strong.create()]);
    const document = nodes.doc.create(null, nodes.paragraph.create(null, [bold, sectionSchema.text('cache')]));
    expect(markdownOfDocument(document)).toBe('**cold** cache');
  });

  test('an empty section is an empty text', () => {
    expect(again('')).toBe('');
    expect(again('\n\n  \n')).toBe('');
  });
});

describe('what is pasted', () => {
  test.each([
    ['<p style="x" onclick="y()">a <b class="z">b</b></p>', '<p>a <b>b</b></p>'],
    ['a<script>alert(1)</script>b<style>*{}</style>c', 'abc'],
    ['<img src=x onerror=alert(1)>words', 'words'],
    ['<a href="javascript:alert(1)">press</a>', '<a>press</a>'],
    ['<a href="https://example.org/?a=1&amp;b=2" onclick="x">fine</a>', '<a href="https://example.org/?a=1&amp;b=2">fine</a>'],
    ['<p title="a > b" <script>alert(1)</script>', '<p>alert(1)'],
    ['<<script>script>alert(1)<</script>/script>', '&lt;/script&gt;'],
    ['<!-- <p onclick=x> -->words', 'words'],
    ['3 < 4 > 2', '3 &lt; 4 &gt; 2'],
  ])('is what a section may hold, and no more: %s', (html, left) => {
    expect(harmlessHtml(html)).toBe(left);
  });
});
