/** Which entries a draft uses: nothing that somebody starred is lost, whatever the template or the words of people leave out. */
import type { ShownEntry } from '../incident/timeline.ts';
import type { IncidentView } from '../incident/view.ts';
import type { Block, Draft, Section } from './draft.ts';
import { listedWithTimes } from './parts/statements.ts';
import type { DraftSource } from './template/draft-source.ts';

/** What the section means; no template has it. */
export const unusedMeaning = 'starred-not-used';

type Told = Pick<DraftSource, 'view' | 'entries'>;

/** Ids of the events that the blocks of a draft came from. */
export function usedEvents({ sections }: Pick<Draft, 'sections'>): ReadonlySet<string> {
  return new Set(sections.flatMap(({ blocks }) => blocks.flatMap(sourcesOf)));
}

function sourcesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'prompt':
      return [];
    case 'facts':
    case 'table':
    case 'timeline':
      return block.rows.flatMap(({ from }) => from);
    case 'list':
      return block.items.flatMap(({ from }) => from);
    default:
      return block.from;
  }
}

/** Starred entries that no block of the draft came from, in the order of the timeline. */
export function unusedStars(draft: Pick<Draft, 'sections'>, { view, entries }: Told): readonly ShownEntry[] {
  const used = usedEvents(draft);
  return entries.filter((entry) => entry.starred && !used.has(entry.item.id) && !isOvertaken(view, entry));
}

/** A milestone that was set anew has its star by itself; the one that holds now stands in its place. */
function isOvertaken(view: IncidentView, { item }: ShownEntry): boolean {
  const byHand = (view.amendments[item.id] ?? []).some(({ starred }) => starred === true);
  return item.type === 'milestone.set' && !byHand;
}

/** The draft with what is starred and not used in a last section; without one where all of it is used. */
export function withUnusedStars(draft: Draft, source: Told): Draft {
  const sections = draft.sections.filter(({ id }) => id !== unusedMeaning);
  const blocks = listedWithTimes('In the log, and in none of the sections above:', unusedStars({ sections }, source), source.view.zone);
  if (blocks.length === 0) return sections.length === draft.sections.length ? draft : { ...draft, sections };
  const last: Section = { id: unusedMeaning, heading: 'Starred, and not used above', level: 2, blocks };
  return { ...draft, sections: [...sections, last] };
}
