/** The formats of drafts, and what their files are called. */
import type { IncidentView } from '../../incident/view.ts';
import type { ExportFormat } from '../../vocabulary/words.ts';

/** The formats that are text; the others are made by what this folder cannot see. */
export type TextFormat = Exclude<ExportFormat, 'pdf' | 'docx'>;
export const textFormats = ['md', 'html', 'json'] as const satisfies readonly TextFormat[];
export const isTextFormat = (format: ExportFormat): format is TextFormat => (textFormats as readonly ExportFormat[]).includes(format);

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The name of the file: letters, digits, dots and dashes only. */
export function draftFileName(view: Pick<IncidentView, 'id' | 'label' | 'title'>, template: string, format: ExportFormat): string {
  return `${slug(view.label) || slug(view.title) || view.id}-${template}.${format}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
