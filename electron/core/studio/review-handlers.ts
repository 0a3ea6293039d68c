/** The procedure of the blameless review. */
import { reviewContextOf, reviewDraft } from '../../../shared/postmortem/review/review-draft.ts';
import { countsOf } from '../../../shared/postmortem/review/review-text.ts';
import { ok } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handlers } from '../server/router.ts';
import type { Studio } from './studio.ts';

/** The handlers of the review. */
export function reviewHandlers(desk: Desk, studio: Studio): Pick<Handlers, 'postmortem.review'> {
  return {
    'postmortem.review': async ({ id, template }) => {
      const found = await desk.incident(id);
      if (!found.ok) return found;
      const made = await studio.draft(found.value.view, { template });
      if (!made.ok) return made;
      const findings = reviewDraft(
        made.value.draft,
        reviewContextOf(found.value.view, desk.playbook.shelf.library.inForce.playbook.review),
      );
      return ok({ findings, counts: countsOf(findings) });
    },
  };
}
