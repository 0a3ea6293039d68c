/** A small button among words: it puts something to type into the composer, or does a small thing at once. */
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './ask-button.module.css';

interface AskButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `plain` stands out by its colour; `quiet` leaves that to what one would type, and steps back behind what stands around it. */
  readonly look?: 'plain' | 'quiet';
  /** What it is called aloud, where its words alone do not say it. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
}

/** Plain HTML: there are many of them, in places that are drawn every second. */
export function AskButton({ children, onPress, look = 'plain', label, title }: AskButtonProps) {
  return (
    <button type="button" className={classNames(styles.ask, styles[look])} onClick={onPress} aria-label={label} title={title}>
      {children}
    </button>
  );
}
