/** What was written for a section before: every version is in the log. */
import { personName } from '../../../../shared/incident/names.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';

export interface SectionVersion {
  /** The event that wrote it. */
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly by: string;
  /** Ms since epoch, UTC. */
  readonly at: number;
}

/** The versions of a section, the newest first. What was erased or hidden since has no text any more and is left out. */
export function sectionVersions(view: IncidentView, section: string): readonly SectionVersion[] {
  const written = view.items.flatMap((block) => block.filter((item) => item.type === 'section.written' && item.standing === 'plain'));
  return written
    .flatMap((item) => {
      const body = item.body as { readonly section?: unknown; readonly text?: unknown } | null;
      const hidden = view.amendments[item.id]?.some(({ redacted }) => redacted === true) === true;
      if (body?.section !== section || typeof body.text !== 'string' || hidden) return [];
      return [{ id: item.id, text: body.text, by: personName(view, item.by ?? item.actor), at: item.occurredAt }];
    })
    .toReversed();
}
