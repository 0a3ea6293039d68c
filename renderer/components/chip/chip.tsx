/** A word or two in a frame: a severity, a state, the kind of the line being typed. */
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './chip.module.css';

/** What a colour may say; always beside a word that says it too. */
export type Tone = 'neutral' | 'now' | 'broken' | 'done';

export interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** `strong` is filled: one per row at most. `bare` is a word and its shape, without a frame. */
  readonly look?: 'outline' | 'strong' | 'bare';
}

/** The second signal, after the word: a shape for each tone. */
const shapes: Readonly<Record<Tone, string>> = { neutral: '', now: '◆', broken: '■', done: '✓' };

/** The shape in front of the words is drawn, not read aloud. */
export function Chip({ children, tone = 'neutral', look = 'outline' }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone], styles[look])}>
      {shapes[tone] === '' ? null : (
        <span aria-hidden="true" className={styles.shape}>
          {shapes[tone]}
        </span>
      )}
      {children}
    </span>
  );
}
