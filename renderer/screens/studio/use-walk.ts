/** Walking through what the review found, by keyboard: in the text that is written where the pen is, else from one to the next in the margin. */
import { type RefObject, useState } from 'react';
import { announce } from '../../components/live-region/announce.ts';
import type { TextHandle } from './editor/rich-text.tsx';
import { findingElement, type PlacedFinding } from './margin/finding-panel.tsx';

interface WalkParts {
  readonly findings: readonly PlacedFinding[];
  /** Those of the text under the pen, in its order; undefined where nothing is written. */
  readonly penned: readonly PlacedFinding[] | undefined;
  readonly handle: RefObject<TextHandle | null>;
}

export interface Walk {
  readonly chosen: string | undefined;
  readonly choose: (key: string | undefined) => void;
  readonly step: (step: 1 | -1) => void;
  readonly go: (finding: PlacedFinding) => void;
}

export function useWalk({ findings, penned, handle }: WalkParts): Walk {
  const [chosen, choose] = useState<string | undefined>();
  const go = (finding: PlacedFinding) => {
    choose(finding.key);
    const place = penned?.indexOf(finding) ?? -1;
    if (place !== -1) return handle.current?.jump(place);
    showInDraft(finding.section, finding.text);
  };
  const step = (by: 1 | -1) => {
    if (penned !== undefined && penned.length > 0) {
      const finding = penned[handle.current?.beside(by) ?? 0];
      if (finding === undefined) return;
      go(finding);
      return announce(`${finding.text}: ${finding.reason} ${finding.prompt}`);
    }
    const at = findings.findIndex(({ key }) => key === chosen);
    const finding = findings[at === -1 ? (by === 1 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length];
    if (finding === undefined) return;
    choose(finding.key);
    showInDraft(finding.section, finding.text);
    // After the margin has drawn it.
    requestAnimationFrame(() => document.getElementById(findingElement(finding.key))?.focus());
  };
  return { chosen, choose, step, go };
}

/** Brings the words into sight; the section where they are not underlined. */
function showInDraft(section: string, text: string): void {
  const part = document.querySelector(`[data-section="${CSS.escape(section)}"]`);
  const marks = [...(part?.querySelectorAll('mark.finding') ?? [])];
  const found = marks.find(({ textContent }) => textContent === text) ?? part;
  found?.scrollIntoView({ block: 'center' });
}
