/** One thing of the work as a panel shows it: a label, words, perhaps a clock; below, its state in words and what one can say of it. */
import type { ReactNode } from 'react';
import { Written } from '../../../components/written/written.tsx';
import { ComposeButton } from './compose-button.tsx';
import styles from './thing.module.css';

/** Something that can be said of a thing, by the composer text that says it. */
export interface Answer {
  readonly line: string;
  /** In a word or two, for those who do not see the text. */
  readonly says: string;
}

interface ThingProps {
  readonly label: string;
  readonly text: string;
  readonly clock?: ReactNode;
  /** Amber where somebody is wanted now; the words in `below` or `clock` say so too. */
  readonly tone?: 'now' | undefined;
  readonly below?: ReactNode;
  readonly answers?: readonly Answer[];
}

export function Thing({ label, text, clock, tone, below, answers = [] }: ThingProps) {
  return (
    <li className={styles.thing}>
      <span className={styles.label}>{label}</span>
      <span className={styles.text} title={text}>
        <Written>{text}</Written>
      </span>
      <span className={tone === 'now' ? `${styles.clock} ${styles.now}` : styles.clock}>{clock}</span>
      <span className={styles.below}>
        {below !== undefined && below !== '' && <span>{below}</span>}
        <Answers answers={answers} />
      </span>
    </li>
  );
}

/** Buttons that put into the composer what they read. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  if (answers.length === 0) return null;
  return (
    <span className={styles.answers}>
      {answers.map(({ line, says }) => (
        <ComposeButton key={line} line={line} says={says} shows="alone" />
      ))}
    </span>
  );
}

/** Words that want somebody now, with the shape that says so without colour. */
export function Wanting({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles.now}>
      <span aria-hidden="true" className={styles.shape}>
        ◆{' '}
      </span>
      {children}
    </span>
  );
}
