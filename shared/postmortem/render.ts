/** From a view to a postmortem draft in a format. No clock: the same view gives the same bytes. */
import { type ShownEntry, timelineOf } from '../incident/timeline.ts';
import type { IncidentView } from '../incident/view.ts';
import { err, ok, type Result } from '../result.ts';
import type { ExportFormat } from '../vocabulary/words.ts';
import type { Draft } from './draft.ts';
import { googleSreDraft } from './google-sre.ts';
import { withoutHidden } from './hidden.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';
import { type Metrics, metricsOf } from './metrics.ts';

const templates = { 'google-sre': googleSreDraft } as const;
export type TemplateName = keyof typeof templates;
/** The templates that exist. */
export const templateNames = Object.keys(templates) as readonly TemplateName[];

export interface RenderOptions {
  readonly template: string;
  readonly format: ExportFormat;
}

export interface RenderedDraft {
  readonly text: string;
  readonly mediaType: string;
  /** Letters, digits, dots and dashes only. */
  readonly fileName: string;
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Renders the draft. Error: a template that does not exist, with the names of those that do. */
export function renderDraft(view: IncidentView, { template, format }: RenderOptions): Result<RenderedDraft, { readonly message: string }> {
  if (!isTemplate(template)) {
    return err({ message: `There is no template ${template.slice(0, 80)}. There is: ${templateNames.join(', ')}.` });
  }
  const entries = timelineOf(view);
  const told = withoutHidden(view, entries);
  const metrics = metricsOf(told, entries);
  const draft = templates[template](told, entries, metrics);
  const name = slug(view.label) || slug(view.title) || view.id;
  return ok({
    text: written(format, told, draft, metrics, entries),
    mediaType: mediaTypes[format],
    fileName: `${name}-${template}.${format}`,
  });
}

function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(templates, name);
}

function written(format: ExportFormat, view: IncidentView, draft: Draft, metrics: Metrics, entries: readonly ShownEntry[]): string {
  if (format === 'md') return markdownOf(draft);
  if (format === 'html') return htmlOf(draft);
  return jsonOf(view, draft, metrics, entries);
}

/** Keys stand in the order in which they are written here. Times are ms since epoch, UTC; hidden texts are not in it. */
function jsonOf(view: IncidentView, draft: Draft, metrics: Metrics, entries: readonly ShownEntry[]): string {
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
