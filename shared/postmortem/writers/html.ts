/** A draft as one HTML file that needs nothing beside it and can do nothing: its policy allows its own style and no more. */
import { svgText } from '../charts/svg.ts';
import type { Block, Draft, Section, Statement } from '../draft.ts';
import { draftStyle, markedStyle } from './html-style.ts';
import { documentPolicy, escaped } from './html-text.ts';
import { proseHtml } from './prose.ts';

/** The whole document, ending in a newline. The same draft gives the same bytes. */
export function htmlOf(draft: Draft): string {
  const mark = draft.watermark === undefined ? '' : `<p class="watermark" role="note">${escaped(draft.watermark)}</p>\n`;
  const style = draft.watermark === undefined ? draftStyle : markedStyle(draft.watermark);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${documentPolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(draft.title)}</title>
<style>${style}</style>
</head>
<body>
${mark}<main>
<h1>${escaped(draft.title)}</h1>
${sectionsHtml(draft.sections)}
</main>
<footer>${escaped(draft.footer)}</footer>
</body>
</html>
`;
}

function sectionsHtml(sections: readonly Section[]): string {
  return sections
    .map(({ id, heading, level, blocks }) =>
      [`<section id="${escaped(id)}">`, `<h${level}>${escaped(heading)}</h${level}>`, ...blocks.map(blockHtml), '</section>'].join('\n'),
    )
    .join('\n');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'prose':
      return `<div class="prose"${fromOf(block.from)}>${proseHtml(block.markdown)}</div>`;
    case 'chart':
      return `<figure${fromOf(block.from)}><figcaption>${escaped(block.title)}</figcaption>${svgText(block.figure, block.title)}<p>${lines(block.alternative)}</p></figure>`;
    case 'paragraph':
      return `<p${fromOf(block.from)}>${lines(block.text)}</p>`;
    case 'note':
      return `<p class="note"${fromOf(block.from)}>${lines(block.text)}</p>`;
    case 'prompt':
      return `<p class="prompt"><strong>To answer:</strong> ${lines(block.question)}</p>`;
    case 'facts': {
      const rows = block.rows.map(
        ({ label, value, from }) => `<div${fromOf(from)}><dt>${escaped(label)}</dt><dd>${lines(value)}</dd></div>`,
      );
      return `<dl>\n${rows.join('\n')}\n</dl>`;
    }
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li${fromOf(item.from)}>${listItem(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return table(
        block.columns,
        block.rows.map(({ cells, from }) => `<tr${fromOf(from)}>${cells.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`),
      );
    case 'timeline':
      return timelineHtml(block);
  }
}

function timelineHtml(block: Extract<Block, { readonly type: 'timeline' }>): string {
  const what = block.columns.indexOf('What happened');
  const rows = block.rows.map(({ cells, notes, mark, from }) => {
    const refs = notes.map((number) => `<sup><a href="#note-${number}">${number}</a></sup>`).join('');
    const columns = cells.map((cell, index) => `<td${classOf(block.columns[index])}>${lines(cell)}${index === what ? refs : ''}</td>`);
    return `<tr${mark === undefined ? '' : ` class="mark ${mark}"`}${fromOf(from)}>${columns.join('')}</tr>`;
  });
  const footnotes = block.footnotes.map(({ number, text, from }) => `<li id="note-${number}"${fromOf(from)}>${lines(text)}</li>`);
  const list = footnotes.length === 0 ? '' : `\n<ol class="footnotes">\n${footnotes.join('\n')}\n</ol>`;
  return `${table(block.columns, rows)}${list}`;
}

/** Days stay on one line, and the longest words break where they happened. */
function classOf(column: string | undefined): string {
  if (column === 'What happened') return ' class="what"';
  return column !== undefined && /^Date(?: \([^)]*\))?$/.test(column) ? ' class="day"' : '';
}

function table(columns: readonly string[], rows: readonly string[]): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function listItem({ text, href }: Statement & { readonly href?: string }): string {
  if (href === undefined || !text.includes(href)) return lines(text);
  const at = text.indexOf(href);
  const link = `<a href="${escaped(href)}" rel="noopener noreferrer">${escaped(href)}</a>`;
  return `${lines(text.slice(0, at))}${link}${lines(text.slice(at + href.length))}`;
}

/** The events that a statement came from, for whoever wants to look them up. */
function fromOf(from: readonly string[]): string {
  return from.length === 0 ? '' : ` data-from="${escaped(from.join(' '))}"`;
}

/** Text with its line ends kept. `<bdi>` keeps its reading direction to itself. */
function lines(text: string): string {
  return text === '' ? '' : `<bdi>${escaped(text).replace(/\n/g, '<br>')}</bdi>`;
}
