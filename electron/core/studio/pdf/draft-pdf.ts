/** A draft as a PDF: its HTML, printed. */
import type { Draft, TimelineTable } from '../../../../shared/postmortem/draft.ts';
import { htmlOf } from '../../../../shared/postmortem/writers/html.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Printer } from './printer.ts';
import { steadyPdf } from './steady-pdf.ts';

/** The document's bytes. On one machine, the same draft gives the same bytes. Errors: words for people. */
export async function draftPdf(draft: Draft, incident: string, printer: Printer): Promise<Result<Uint8Array, string>> {
  const printed = await printer.print(withoutUnseen(htmlOf(forPaper(draft))));
  return printed.ok ? steadyPdf(printed.value, draft.heads && { incident, heads: draft.heads }) : printed;
}

/** Paper is narrow, and each cell takes its time to print: the times of a line stand in one column. */
function forPaper(draft: Draft): Draft {
  const sections = draft.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.type === 'timeline' ? timesTogether(block) : block)),
  }));
  return { ...draft, sections };
}

/** `2026-03-01 02:14 01:14` under `Date (Berlin) Berlin UTC`, with wide spaces between. */
function timesTogether(table: TimelineTable): TimelineTable {
  const kind = table.columns.indexOf('Kind');
  const joined = (cells: readonly string[]): readonly string[] => [cells.slice(0, kind).join('\u2003'), ...cells.slice(kind)];
  return { ...table, columns: joined(table.columns), rows: table.rows.map((row) => ({ ...row, cells: joined(row.cells) })) };
}

/**
 * Without what nobody sees on paper, which takes a quarter of the time to print: the ids of events, and the isolation of texts that have nothing in
 * them that could turn the text around. Markup in people's words is escaped, so that neither occurs in them.
 */
function withoutUnseen(html: string): string {
  return html.replace(/ data-from="[^"<>]*"/g, '').replace(/<bdi>([ -;=?-~]*)<\/bdi>/g, '$1');
}
