/** The blameless review of a whole draft: what people and the log say in it, not its headings, its labels or its questions. */
import type { IncidentView } from '../../incident/view.ts';
import type { Playbook } from '../../playbook/schema.ts';
import type { Block, Draft } from '../draft.ts';
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

interface Text {
  readonly text: string;
  readonly item?: number;
  readonly cell?: number;
}

/** Sections that hold follow-ups, in any template. */
const followUpSections = /^(?:action-items|follow-ups|corrective-actions|actions|remediation)$/;

/** Findings in the order of the draft. */
export function reviewDraft(draft: Draft, context: ReviewContext): readonly DraftFinding[] {
  return draft.sections.flatMap(({ id, blocks }) => {
    const within: ReviewContext = followUpSections.test(id) ? { ...context, followUp: context.followUp ?? 'vague' } : context;
    return blocks.flatMap((block, index) =>
      textsOf(block).flatMap(({ text, ...place }) =>
        reviewText(text, within).map((finding) => ({ ...finding, section: id, block: index, ...place })),
      ),
    );
  });
}

function textsOf(block: Block): readonly Text[] {
  switch (block.type) {
    case 'prose':
      return [{ text: block.markdown }];
    case 'paragraph':
      return [{ text: block.text }];
    case 'list':
      return block.items.map(({ text }, item) => ({ text, item }));
    case 'facts':
      return block.rows.map(({ value }, item) => ({ text: value, item }));
    case 'table':
      return block.rows.flatMap(({ cells }, item) => cells.map((text, cell) => ({ text, item, cell })));
    case 'timeline': {
      const cell = block.columns.indexOf('What happened');
      return block.rows.map(({ cells }, item) => ({ text: cells[cell] ?? '', item, cell }));
    }
    default:
      return [];
  }
}

/** What the review knows of an incident: its people, which explanations are supported, and what the organisation's playbook says of reviews. */
export function reviewContextOf(view: IncidentView, rules: Playbook['review']): ReviewContext {
  const people = Object.values(view.people).flatMap(({ name, kind }) => (name === null || kind === 'team' ? [] : [name]));
  const supported = view.hypotheses.filter(({ state }) => state === 'supported').map(({ text }) => text);
  return { ...plainContext, ...rules, people, supported };
}
