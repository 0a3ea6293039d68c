/** Procedures of the blameless review. */
import * as z from 'zod';
import type { DraftFinding } from '../postmortem/review/review-draft.ts';
import type { FindingCounts } from '../postmortem/review/review-text.ts';
import { templateId } from '../postmortem/template/template-file.ts';
import { answering, incident } from './procedure.ts';

/** What the review found in a draft, and how many of what. */
export interface DraftReview {
  readonly findings: readonly DraftFinding[];
  readonly counts: FindingCounts;
}

export const reviewProcedures = {
  'postmortem.review': answering<DraftReview>()({
    says: 'Places of a postmortem draft that are worth a second look: each with its rule, a reason and a question. Counts of the text, never of a person.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: incident, template: templateId }),
    output: z.object({ findings: z.array(z.unknown()), counts: z.unknown() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/review' },
  }),
} as const;
