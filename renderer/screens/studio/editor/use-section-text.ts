/** The text of a section under the pen: kept through reloads and refusals, and saved only over the version that it was made from. */
import { useCallback, useRef, useState } from 'react';
import type { SectionView } from '../../../../shared/incident/review-view.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { GeneratedPart } from '../../../../shared/vocabulary/words.ts';
import type { CommandRunner } from '../../../bridge/run-command.ts';
import { type KeptText, keepText, readKept } from './kept-text.ts';

export interface SectionText {
  readonly text: string;
  readonly generated: GeneratedPart;
  /** `overtaken`: somebody else wrote the section, or cleared it, since this text was begun. */
  readonly standing: 'unchanged' | 'changed' | 'overtaken';
  readonly write: (text: string) => void;
  readonly choose: (generated: GeneratedPart) => void;
  /** What is saved now is what this text is made from: saving replaces it. */
  readonly goOn: () => void;
  readonly drop: () => void;
  /** Answers whether it is in the log. */
  readonly save: () => Promise<boolean>;
}

interface SectionTextParts {
  readonly view: IncidentView;
  readonly section: string;
  readonly template: string;
  /** Hash of what the log gives for the section now. */
  readonly basis: string | undefined;
  readonly run: CommandRunner['run'];
}

const keptOf = (saved: SectionView | undefined): KeptText => ({
  text: saved?.text ?? '',
  generated: saved?.generated ?? 'kept',
  ...(saved !== undefined && { after: saved.event }),
});

/** The unsaved text where there is one, else what is saved. */
export function useSectionText({ view, section, template, basis, run }: SectionTextParts): SectionText {
  const saved = view.sections[section];
  const [kept, setKept] = useState(() => readKept(sessionStorage, view.id, section));
  const latest = useRef(kept);
  const keep = useCallback(
    (next: KeptText | undefined) => {
      latest.current = next;
      setKept(next);
      keepText(sessionStorage, view.id, section, next);
    },
    [view.id, section],
  );
  const here = kept ?? keptOf(saved);
  const change = (next: KeptText) => {
    const same = next.text === (saved?.text ?? '') && next.generated === (saved?.generated ?? 'kept') && next.after === saved?.event;
    keep(same ? undefined : next);
  };
  const save = async () => {
    const { text, generated, after } = latest.current ?? keptOf(saved);
    const answer = await run({
      type: 'section.write',
      section,
      text,
      generated,
      template,
      ...(basis !== undefined && { basis }),
      ...(after !== undefined && { after }),
    });
    if (!answer.ok) return false;
    const now = latest.current;
    // What was typed while this was on its way is the beginning of the next version.
    const event = answer.value.find(({ type }) => type === 'section.written')?.id;
    keep(
      now === undefined || (now.text === text && now.generated === generated)
        ? undefined
        : { ...now, ...(event !== undefined && { after: event }) },
    );
    return true;
  };
  return {
    text: here.text,
    generated: here.generated,
    standing: kept === undefined ? 'unchanged' : kept.after === saved?.event ? 'changed' : 'overtaken',
    write: (text) => change({ ...(latest.current ?? keptOf(saved)), text }),
    choose: (generated) => change({ ...(latest.current ?? keptOf(saved)), generated }),
    goOn: () => keep({ text: here.text, generated: here.generated, ...(saved !== undefined && { after: saved.event }) }),
    drop: () => keep(undefined),
    save,
  };
}
