/** A draft as a PDF: its HTML, printed. */
import type { Draft } from '../../../../shared/postmortem/draft.ts';
import { htmlOf } from '../../../../shared/postmortem/writers/html.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Printer } from './printer.ts';
import { steadyPdf } from './steady-pdf.ts';

/** The document's bytes. On one machine, the same draft gives the same bytes. Errors: words for people. */
export async function draftPdf(draft: Draft, incident: string, printer: Printer): Promise<Result<Uint8Array, string>> {
  const printed = await printer.print(forPaper(htmlOf(draft)));
  return printed.ok ? steadyPdf(printed.value, draft.heads && { incident, heads: draft.heads }) : printed;
}

/**
 * Without what nobody sees on paper, which takes a quarter of the time to print: the ids of events, and the isolation of texts that have nothing in
 * them that could turn the text around. Markup in people's words is escaped, so that neither occurs in them.
 */
function forPaper(html: string): string {
  return html.replace(/ data-from="[^"<>]*"/g, '').replace(/<bdi>([ -;=?-~]*)<\/bdi>/g, '$1');
}
