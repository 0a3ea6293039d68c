/** The blameless review of the draft as it is shown, a little at a time, so that it never keeps a key press waiting. */
import { useEffect, useMemo, useState } from 'react';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { Block, Draft, Section } from '../../../../shared/postmortem/draft.ts';
import { type DraftFinding, reviewContextOf, reviewDraft } from '../../../../shared/postmortem/review/review-draft.ts';
import type { ReviewContext } from '../../../../shared/postmortem/review/rule.ts';

/** The screen is given back after so long, ms. */
const turn = 8;
/** Rows of a table that are looked at together. */
const rowsTogether = 50;

/** What the review knows of the incident; the same object while it knows the same. */
export function useReviewContext(view: IncidentView): ReviewContext {
  const context = reviewContextOf(view, assumedPlaybook(view).review);
  const known = JSON.stringify(context);
  return useMemo(() => JSON.parse(known) as ReviewContext, [known]);
}

/** The findings of the draft so far; those of the last draft until the first of this one are there. */
export function useReview(draft: Draft | undefined, context: ReviewContext): readonly DraftFinding[] {
  const [findings, setFindings] = useState<readonly DraftFinding[]>([]);
  useEffect(() => {
    if (draft === undefined) return undefined;
    const left = reviewed(draft, context);
    const found: DraftFinding[] = [];
    let timer = 0;
    const goOn = () => {
      const end = performance.now() + turn;
      for (;;) {
        const next = left.next();
        if (next.done === true) return setFindings(found);
        found.push(...next.value);
        if (performance.now() > end) break;
      }
      timer = window.setTimeout(goOn, 0);
    };
    timer = window.setTimeout(goOn, 0);
    return () => clearTimeout(timer);
  }, [draft, context]);
  return findings;
}

/** The review of one piece of the draft after the other. */
export function* reviewed(draft: Draft, context: ReviewContext): Generator<readonly DraftFinding[]> {
  for (const section of draft.sections) {
    for (const [block, piece] of section.blocks.entries()) yield* pieceReview(draft, { section, block, piece }, context);
  }
}

function* pieceReview(
  draft: Draft,
  { section, block, piece }: { readonly section: Section; readonly block: number; readonly piece: Block },
  context: ReviewContext,
): Generator<readonly DraftFinding[]> {
  const of = (part: Block, first: number) =>
    reviewDraft({ ...draft, sections: [{ ...section, blocks: [part] }] }, context).map((finding) => ({
      ...finding,
      block,
      ...(finding.item !== undefined && { item: finding.item + first }),
    }));
  if (piece.type !== 'table' && piece.type !== 'timeline') return yield of(piece, 0);
  for (let first = 0; first < piece.rows.length; first += rowsTogether) {
    yield of({ ...piece, rows: piece.rows.slice(first, first + rowsTogether) } as Block, first);
  }
}
