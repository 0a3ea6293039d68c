/** From a draft to its text in a format. No clock: the same draft and source give the same bytes. */
import type { ShownEntry } from '../../incident/timeline.ts';
import type { Draft } from '../draft.ts';
import type { DraftSource } from '../template/draft-source.ts';
import type { TextFormat } from './formats.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';

/** The draft as text. */
export function written(format: TextFormat, draft: Draft, source: DraftSource): string {
  if (format === 'md') return markdownOf(draft);
  if (format === 'html') return htmlOf(draft);
  return jsonOf(source, draft);
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
