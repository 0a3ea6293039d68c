/** What the log gave for a section when people wrote it, and what it gives now. */
import type { ApiError } from '../../../shared/api/errors.ts';
import { knownAt } from '../../../shared/incident/known-at.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handlers } from '../server/router.ts';
import type { EventStore } from '../store/event-store.ts';
import type { DraftWish, Studio } from './studio.ts';

/** The handlers of single sections. */
export function sectionHandlers(desk: Desk, store: EventStore, studio: Studio): Pick<Handlers, 'postmortem.sectionSince'> {
  /** The section as the log gives it, without its heading; undefined where the template has none of it. */
  const given = async (view: IncidentView, section: string, wish: DraftWish): Promise<Result<string | undefined, ApiError>> => {
    const made = await studio.draft(view, wish);
    if (!made.ok) return made;
    const found = made.value.generated.sections.find(({ id }) => id === section);
    if (found) {
      const { sectionMarkdown } = await import('../../../shared/postmortem/writers/markdown.ts');
      return ok(sectionMarkdown(found).split('\n\n').slice(1).join('\n\n'));
    }
    // The log gives nothing for it, and it is there for the words of people alone.
    return ok(made.value.draft.sections.some(({ id }) => id === section) ? '' : undefined);
  };
  return {
    'postmortem.sectionSince': async ({ id, section, template, anonymous }) => {
      const found = await desk.incident(id);
      if (!found.ok) return found;
      const { view } = found.value;
      const wish = { template, ...(anonymous === true && { anonymous }) };
      const now = await given(view, section, wish);
      if (!now.ok) return now;
      if (now.value === undefined) return err({ code: 'not-found', message: `The template ${template} has no section ${section}.` });
      const words = view.sections[section];
      if (words === undefined) return ok({ now: now.value });
      const events = await store.read(view.id);
      const written = events.find((event) => event.id === words.event);
      if (written === undefined) return ok({ now: now.value });
      const before = await given(knownAt(view.id, events, written.recordedAt).view, section, wish);
      if (!before.ok) return before;
      return ok({ ...(before.value !== undefined && { before: before.value }), now: now.value });
    },
  };
}
