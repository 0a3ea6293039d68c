/** A part of a screen: a quiet heading on a hairline, and what belongs to it. Lines separate; boxes do not. */
import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** At the far end of the heading: a count, an age, a key, a button. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
}

/** A landmark with its heading as its name. */
export function Section({ title, children, aside, level = 2 }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className={styles.section}>
      <header className={styles.header}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
