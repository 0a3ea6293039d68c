/** Two texts as one: words that went, words that came. */
import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import said from '../../../components/said-only/said-only.module.css';
import styles from './editor.module.css';

interface WordDifferenceProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Marked by a line, through or below, and said; the colour is the ordinary one. */
export function WordDifference({ label, before, after }: WordDifferenceProps) {
  const pieces = useMemo(() => diffWordsWithSpace(before, after), [before, after]);
  if (before === after) return <p className={styles.quiet}>They are the same, letter by letter.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section aria-label={label} className={styles.difference} dir="auto" tabIndex={0}>
      {pieces.map(({ value, added, removed }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces have no identity.
        if (added)
          return (
            <ins key={index}>
              <span className={said.saidOnly}>added: </span>
              {value}
            </ins>
          );
        if (removed)
          return (
            <del key={index}>
              <span className={said.saidOnly}>taken out: </span>
              {value}
            </del>
          );
        return <span key={index}>{value}</span>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: pieces have no identity.
      })}
    </section>
  );
}
