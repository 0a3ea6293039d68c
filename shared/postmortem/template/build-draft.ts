/** From what a template made to a draft: the parts filled in from the log, the words of people in their sections, and what stands in every draft. */
import type { IncidentView } from '../../incident/view.ts';
import type { Block, Draft, Section } from '../draft.ts';
import { note } from '../draft.ts';
import { partNamed } from '../parts/parts.ts';
import { withUnusedStars } from '../usage.ts';
import type { DraftSource } from './draft-source.ts';
import type { Piece, Skeleton, SkeletonSection } from './skeleton.ts';
import type { Template } from './template-file.ts';

/** What the log gives, without the words of people. The same source gives the same draft. */
export function buildDraft(template: Pick<Template, 'id' | 'title'>, skeleton: Skeleton, source: DraftSource): Draft {
  const { view } = source;
  const title = view.title || 'Untitled incident';
  const draft: Draft = {
    template: template.id,
    title: `${template.title ?? 'Postmortem'}: ${title}${view.label === '' ? '' : ` (${view.label})`}`,
    ...(view.mode === 'drill' && { watermark: 'DRILL: this was an exercise, not a real incident' }),
    sections: skeleton.sections.flatMap((section) => generated(section, source)),
    footer: `Incident ${view.id} · ${view.events} events in the log`,
  };
  return withUnusedStars(draft, source);
}

function generated({ means, heading, level, optional, pieces }: SkeletonSection, source: DraftSource): readonly Section[] {
  const blocks = pieces.flatMap((piece) => filled(piece, source));
  return optional && blocks.length === 0 ? [] : [{ id: means, heading, level, blocks }];
}

/** The draft with the words of people in their sections. A question that somebody answered is asked no more; what their words take the place of stays, where it is starred. */
export function withWords(draft: Draft, source: Pick<DraftSource, 'view' | 'entries'>): Draft {
  const { sections } = source.view;
  const spoken = (section: Section): Section => (section.written ? section : worded(section, sections[section.id]));
  const written = { ...draft, sections: draft.sections.map(spoken) };
  if (Object.values(sections).every(({ generated: stays }) => stays === 'kept')) return written;
  const whole = withUnusedStars(written, source);
  return { ...whole, sections: whole.sections.map(spoken) };
}

function worded(section: Section, words: IncidentView['sections'][string] | undefined): Section {
  if (!words) return section;
  const { text, generated: stays, event, by, at } = words;
  const prose: Block = { type: 'prose', markdown: text, from: [event] };
  const kept = stays === 'kept' ? section.blocks.filter((block) => block.type !== 'prompt') : [];
  return { ...section, blocks: [prose, ...kept], written: { event, by, at } };
}

function filled(piece: Piece, source: DraftSource): readonly Block[] {
  if (piece.type !== 'part') return [piece];
  const part = partNamed(piece.part);
  return part ? part.blocks(source, piece.options) : [note(`This console has no part that is called ${piece.part}.`)];
}
