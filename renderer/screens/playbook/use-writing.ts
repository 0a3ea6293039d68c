/** The text under the pen: kept through reloads, checked as it is typed, and saved only over what it was made from. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ShownPlaybook } from '../../../shared/api/playbook-wire.ts';
import type { PlaybookFault } from '../../../shared/playbook/playbook-fault.ts';
import { readPlaybook } from '../../../shared/playbook/read-playbook.ts';
import { keepPlaybookDraft, type PlaybookDraft, readPlaybookDraft } from './playbook-draft.ts';

/** So long after the last key the text is read, ms. */
const pause = 250;

export interface Writing {
  readonly text: string;
  /** `overtaken`: another version came into force since the text was taken. */
  readonly standing: 'unchanged' | 'changed' | 'overtaken';
  /** The version that the text was made from. */
  readonly from: string;
  readonly faults: readonly PlaybookFault[];
  readonly write: (text: string) => void;
  /** What is in force now is what the text is made from: saving replaces it. */
  readonly goOn: () => void;
  readonly drop: () => void;
  /** Faults that the console found beside those of the text: of cards that the directory refuses. They go with the next key. */
  readonly blame: (faults: readonly PlaybookFault[]) => void;
}

/** The text: a draft where there is one, else what is in force. */
export function useWriting(shown: ShownPlaybook): Writing {
  const [draft, setDraft] = useState<PlaybookDraft | undefined>(() => readPlaybookDraft(sessionStorage));
  const [blamed, setBlamed] = useState<readonly PlaybookFault[]>([]);
  const keep = useCallback((next: PlaybookDraft | undefined) => {
    setDraft(next);
    setBlamed([]);
    keepPlaybookDraft(sessionStorage, next);
  }, []);
  const text = draft?.text ?? shown.text;
  const from = draft?.from ?? shown.id;
  const read = useFaults(text);
  return {
    text,
    from,
    standing: draft === undefined ? 'unchanged' : draft.from === shown.id ? 'changed' : 'overtaken',
    faults: useMemo(() => (read.length > 0 ? read : blamed), [read, blamed]),
    write: (next) => keep(next === shown.text ? undefined : { text: next, from }),
    goOn: () => draft && keep({ text: draft.text, from: shown.id }),
    drop: () => keep(undefined),
    blame: setBlamed,
  };
}

function useFaults(text: string): readonly PlaybookFault[] {
  const [faults, setFaults] = useState<readonly PlaybookFault[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const read = readPlaybook(text);
      setFaults(read.ok ? [] : read.error);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  return faults;
}
