/** From an incident's view to a draft in a format. No clock: the same view gives the same bytes. */
import { type ShownEntry, timelineOf } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { ExportFormat } from '../../vocabulary/words.ts';
import type { Draft } from '../draft.ts';
import { withoutHidden } from '../hidden.ts';
import { metricsOf } from '../metrics/metrics.ts';
import type { DraftSource } from '../template/draft-source.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';

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

/** What drafts of an incident are made of: what was hidden stays so. */
export function draftSource(view: IncidentView): DraftSource {
  const all = timelineOf(view);
  const told = withoutHidden(view, all);
  const entries = told === view ? all : timelineOf(told);
  return { view: told, entries, metrics: metricsOf(told, entries) };
}

/** The draft as text. */
export function written(format: TextFormat, draft: Draft, source: DraftSource): string {
  if (format === 'md') return markdownOf(draft);
  if (format === 'html') return htmlOf(draft);
  return jsonOf(source, draft);
}

/** The name of the file: letters, digits, dots and dashes only. */
export function draftFileName(view: Pick<IncidentView, 'id' | 'label' | 'title'>, template: string, format: ExportFormat): string {
  return `${slug(view.label) || slug(view.title) || view.id}-${template}.${format}`;
}

/** Keys stand in the order in which they are written here. Times are ms since epoch, UTC; hidden texts are not in it. */
function jsonOf({ view, entries, metrics }: DraftSource, draft: Draft): string {
  const { id, label, title, mode, zone, phase, severity, incidentType, labels, milestones, imported } = view;
  const document = {
    schema: 'wheelhouse-postmortem/1',
    incident: {
      ...{ id, label, title, mode, zone, phase, severity: severity ?? null },
      ...(incidentType !== undefined && { incidentType }),
      ...(labels.length > 0 && { labels }),
      ...{ milestones, imported: imported ?? null },
    },
    metrics,
    draft,
    entries: entries.map(jsonEntry),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonEntry(entry: ShownEntry) {
  const { item, text, kind, written, occurredAt, endAt, precision, recordedAt, starred, redacted, actorName, byName, actorRole, tags } =
    entry;
  return {
    id: item.id,
    type: item.type,
    standing: item.standing,
    kind,
    text,
    written,
    occurredAt,
    endAt,
    precision,
    recordedAt,
    starred,
    redacted,
    corrected: entry.corrections.length > 0,
    actor: actorName,
    by: byName,
    actorRole,
    tags: tags.length > 0 ? tags : undefined,
  };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
