/** What the review found, in the order of the draft; in the section under the pen, what it finds in the words as they are typed. */
import type { Draft } from '../../../../shared/postmortem/draft.ts';
import type { DraftFinding } from '../../../../shared/postmortem/review/review-draft.ts';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';
import type { PlacedFinding } from '../margin/finding-panel.tsx';

interface Parts {
  readonly draft: Draft;
  readonly found: readonly DraftFinding[];
  /** The section under the pen. */
  readonly writing: string | undefined;
  readonly pen: readonly Finding[];
}

interface Placed {
  readonly findings: readonly PlacedFinding[];
  /** Those under the pen; undefined where nobody writes. */
  readonly penned: readonly PlacedFinding[] | undefined;
}

export function placedFindings({ draft, found, writing, pen }: Parts): Placed {
  const headings = new Map(draft.sections.map(({ id, heading }) => [id, heading]));
  const placed = (finding: Finding, section: string, at: string): PlacedFinding => ({
    ...finding,
    section,
    heading: headings.get(section) ?? section,
    key: `${section}-${at}-${finding.rule}-${finding.start}`,
  });
  const penned = writing === undefined ? undefined : pen.map((finding, index) => placed(finding, writing, `pen-${index}`));
  const findings = draft.sections.flatMap(({ id, written }) => {
    // The words that are saved are the block at the beginning: those that are typed stand in their place.
    const saved = found.filter(({ section, block }) => section === id && !(id === writing && written !== undefined && block === 0));
    const shown = saved.map((finding) => placed(finding, id, `${finding.block}-${finding.item ?? ''}-${finding.cell ?? ''}`));
    return id === writing ? [...(penned ?? []), ...shown] : shown;
  });
  return { findings, penned };
}
