/** A sentence that stays until it is no longer true: a refusal with its remedies, faults of a file, what went wrong. */
import type { ReactNode } from 'react';
import type { Tone } from '../chip/chip.tsx';
import { classNames } from '../class-names.ts';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons that do something about it. */
  readonly actions?: ReactNode;
}

const shapes: Readonly<Record<Tone, string>> = { neutral: '·', now: '◆', broken: '■', done: '✓' };

/** Said politely when it appears; it takes no focus. */
export function Notice({ tone = 'neutral', title, children, actions }: NoticeProps) {
  return (
    <div role="status" className={classNames(styles.notice, styles[tone])}>
      <span aria-hidden="true" className={styles.shape}>
        {shapes[tone]}
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
