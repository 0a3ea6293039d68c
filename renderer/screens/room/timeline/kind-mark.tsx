/** The shape that stands for a kind of entry; the word beside it says the same, so that neither colour nor shape carries it alone. */
import type { ReactNode } from 'react';
import type { EntryKind } from '../../../../shared/vocabulary/words.ts';

const shapes: Readonly<Record<EntryKind | 'control', ReactNode>> = {
  note: <circle cx="8" cy="8" r="2" fill="currentColor" />,
  detection: <circle cx="8" cy="8" r="4.5" fill="currentColor" />,
  hypothesis: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2.2" />,
  action: <path d="M2.5 8h10M8.5 3.8 12.7 8l-4.2 4.2" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  decision: <path d="M8 2.5 13.5 8 8 13.5 2.5 8Z" fill="currentColor" />,
  update: (
    <path d="M2.5 6.2v3.6h2.6L11 13V3L5.1 6.2ZM13.4 5.6v4.8" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
  ),
  milestone: <path d="M4 14V2.5h8l-2.2 3L12 8.5H4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />,
  question: <path d="M5.2 5.6a2.8 2.8 0 1 1 4 2.5c-.9.5-1.2 1-1.2 1.9M8 12.6v.9" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  control: <path d="M4 8h8" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

/** `control` is for events that no person wrote as an entry: a severity set, a role taken. */
export function KindMark({ kind }: { readonly kind: EntryKind | 'control' }) {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
  );
}
