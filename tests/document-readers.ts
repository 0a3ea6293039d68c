/** The programs with which tests read Word documents and PDFs back: LibreOffice and poppler. */
import { onPath } from '../electron/installed-browsers.ts';

/** Those that are not on this machine. */
export const missingReaders = (): readonly string[] =>
  ['soffice', 'pdftotext', 'pdfinfo'].filter((program) => onPath(program).length === 0);

/** What a person is told where one is missing, and what was left out therefore. */
export const noReaders = (missing: readonly string[]): string =>
  `Tests that read Word documents and PDFs back were left out: ${missing.join(', ')} not found (Debian: apt-get install libreoffice-writer-nogui poppler-utils).`;
