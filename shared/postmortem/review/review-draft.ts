/** The blameless review of a whole draft: what people and the log say in it, not its headings, its labels or its questions. */
import type { IncidentView } from '../../incident/view.ts';
import type { Playbook } from '../../playbook/schema.ts';
import { type Block, type Draft, notRecorded } from '../draft.ts';
import { spokenTexts } from '../draft-texts.ts';
import { reviewText } from './review-text.ts';
import { type Finding, plainContext, type ReviewContext } from './rule.ts';

/** A finding, and where in the draft. `start` and `end` count in the text of that place. */
export interface DraftFinding extends Finding {
  readonly section: string;
  /** Of the section's blocks, from 0. */
  readonly block: number;
  /** Which of the block's texts: an item of a list, a row; absent where it has one. */
  readonly item?: number;
  /** The column of a table. */
  readonly cell?: number;
}

/** Sections that hold follow-ups, in any template. */
const followUpSections = /^(?:action-items|follow-ups|corrective-actions|actions|remediation)$/;

/** Findings in the order of the draft. */
export function reviewDraft(draft: Draft, context: ReviewContext): readonly DraftFinding[] {
  return draft.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block, index) =>
      spokenTexts(block).flatMap(({ text, ...place }) => {
        const within = followUpSections.test(id) ? { ...context, followUp: context.followUp ?? followUpIn(block, place.item) } : context;
        return reviewText(text, within).map((finding) => ({ ...finding, section: id, block: index, ...place }));
      }),
    ),
  );
}

/** A row of the table of follow-ups tells who and when beside what. */
function followUpIn(block: Block, item: number | undefined): 'vague' | 'owned' {
  const row = block.type === 'table' && item !== undefined ? block.rows[item] : undefined;
  if (block.type !== 'table' || !row) return 'vague';
  const told = (column: string): boolean => ![undefined, '', notRecorded].includes(row.cells[block.columns.indexOf(column)]);
  return told('Owner') && told('Due') ? 'owned' : 'vague';
}

/** What the review knows of an incident: its people, which explanations are supported, and what the organisation's playbook says of reviews. */
export function reviewContextOf(view: IncidentView, rules: Playbook['review']): ReviewContext {
  const people = Object.values(view.people).flatMap(({ name, kind }) => (name === null || kind === 'team' ? [] : [name]));
  const supported = view.hypotheses.filter(({ state }) => state === 'supported').map(({ text }) => text);
  return { ...plainContext, ...rules, people, supported };
}
