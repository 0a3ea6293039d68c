/** The procedures of the studio. */
import { ok } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handlers } from '../server/router.ts';
import type { DraftWish, Studio } from './studio.ts';

type StudioHandlers = Pick<Handlers, 'incidents.export' | 'postmortem.draft'>;

/** The handlers of drafts. */
export function studioHandlers(desk: Desk, studio: Studio): StudioHandlers {
  return {
    'incidents.export': async ({ id, format, ...wish }) => {
      const found = await desk.incident(id);
      return found.ok ? studio.document(found.value.view, { ...wished(wish), upTo: found.value.position }, format) : found;
    },
    'postmortem.draft': async ({ id, ...wish }) => {
      const found = await desk.incident(id);
      if (!found.ok) return found;
      const made = await studio.draft(found.value.view, { ...wished(wish), upTo: found.value.position });
      if (!made.ok) return made;
      const { draft, generated, leftovers } = made.value;
      const { sectionBases } = await import('../../../shared/postmortem/section-basis.ts');
      return ok({ draft, basis: sectionBases(generated), ...(leftovers && { leftovers }) });
    },
  };
}

function wished({ template, anonymous }: { readonly template: string; readonly anonymous?: boolean | undefined }): DraftWish {
  return { template, ...(anonymous === true && { anonymous }) };
}
