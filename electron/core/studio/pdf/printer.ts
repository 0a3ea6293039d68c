/** What prints an HTML document on paper that is none: Electron in the desktop app, an installed Chromium everywhere else. */
import type { Result } from '../../../../shared/result.ts';

export interface Printer {
  /** The pages of an HTML document as a PDF. Errors: words for people, what is missing and what to do. */
  readonly print: (html: string) => Promise<Result<Uint8Array, string>>;
}

/** A4, in inches; margins are those of the document's own style. */
export const paper = { width: 8.27, height: 11.69 } as const;
/** How long a print may take, ms: many times what ten thousand entries take. */
export const printPatience = 60_000;
