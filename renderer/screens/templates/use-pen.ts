/** The text of a template under the pen: kept through reloads, tried as it is typed, and saved only over what it was made from. */
import { useCallback, useEffect, useState } from 'react';
import type { ShownTemplate } from '../../../shared/api/template-procedures.ts';
import type { Draft } from '../../../shared/postmortem/draft.ts';
import type { TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { keepPenText, type PenText, readPenText } from './template-pen-box.ts';

export interface Pen {
  readonly text: string;
  /** What the text was made from. */
  readonly from: string;
  /** `overtaken`: another was saved, or the own one removed, since the text was taken. */
  readonly standing: 'unchanged' | 'changed' | 'overtaken';
  readonly write: (text: string) => void;
  /** What is in use now is what the text is made from: saving replaces it. */
  readonly goOn: () => void;
  readonly drop: () => void;
}

/** `shown`: what is in use, or null for one that was never saved. */
export function usePen(id: string, shown: ShownTemplate | null): Pen {
  const [pen, setPen] = useState<PenText | undefined>(() => readPenText(sessionStorage, id));
  const keep = useCallback(
    (next: PenText | undefined) => {
      setPen(next);
      keepPenText(sessionStorage, id, next);
    },
    [id],
  );
  // Saved as it is, it is what is in use: nothing has to be kept any more.
  const same = pen !== undefined && pen.text === shown?.text;
  useEffect(() => {
    if (same) keep(undefined);
  }, [same, keep]);
  const now = shown?.from ?? 'none';
  const from = pen?.from ?? now;
  return {
    text: pen?.text ?? shown?.text ?? '',
    from,
    standing: pen === undefined || same ? 'unchanged' : pen.from === now ? 'changed' : 'overtaken',
    write: (text) => keep(text === shown?.text && from === now ? undefined : { text, from }),
    goOn: () => pen && keep({ text: pen.text, from: now }),
    drop: () => keep(undefined),
  };
}

/** So long after the last key the text is tried, ms. */
const pause = 400;

export interface Trial {
  /** What is wrong with the text, or why it could not be tried. */
  readonly faults: readonly TemplateFault[];
  /** The draft of the last text that was right, and whether that is the present one. */
  readonly draft: { readonly draft: Draft; readonly standing: 'present' | 'earlier' } | undefined;
  readonly refused: string | undefined;
}

/** Tries the text over an incident, or over the sample. */
export function useTrial(text: string, incident: string | undefined): Trial {
  const bridge = useBridge();
  const [trial, setTrial] = useState<Trial>({ faults: [], draft: undefined, refused: undefined });
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await bridge.call('templates.preview', { text, ...(incident !== undefined && { id: incident }) });
      if (!current) return;
      setTrial(({ draft: before }) => {
        const earlier = before && ({ ...before, standing: 'earlier' } as const);
        if (!answer.ok) return { faults: [], draft: earlier, refused: answer.error.message };
        const { draft, faults } = answer.value;
        return { faults, draft: draft === undefined ? earlier : { draft, standing: 'present' }, refused: undefined };
      });
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [bridge, text, incident]);
  return trial;
}
