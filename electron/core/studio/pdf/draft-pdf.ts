/** A draft as a PDF: its HTML, printed. */
import type { Draft } from '../../../../shared/postmortem/draft.ts';
import { htmlOf } from '../../../../shared/postmortem/html.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Printer } from './printer.ts';
import { steadyPdf } from './steady-pdf.ts';

/** The document's bytes. On one machine, the same draft gives the same bytes. Errors: words for people. */
export async function draftPdf(draft: Draft, incident: string, printer: Printer): Promise<Result<Uint8Array, string>> {
  const printed = await printer.print(htmlOf(draft));
  return printed.ok ? steadyPdf(printed.value, draft.heads && { incident, heads: draft.heads }) : printed;
}
