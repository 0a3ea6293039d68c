/** The forms in which a draft goes out. */
import type { ExportFormat } from '../../../../shared/vocabulary/words.ts';

export interface FormatChoice {
  readonly format: ExportFormat;
  readonly says: string;
  readonly meaning: string;
  /** Whether it is text, for a clipboard. */
  readonly kind: 'text' | 'file';
}

export const formatChoices: readonly FormatChoice[] = [
  { format: 'md', says: 'Markdown', meaning: 'For a wiki or a repository', kind: 'text' },
  { format: 'html', says: 'HTML', meaning: 'One file for a browser, a mail or a print', kind: 'text' },
  { format: 'pdf', says: 'PDF', meaning: 'For reading and for keeping', kind: 'file' },
  { format: 'docx', says: 'Word', meaning: 'For whoever goes on writing elsewhere', kind: 'file' },
  { format: 'json', says: 'JSON', meaning: 'For programs, with every entry', kind: 'text' },
];
