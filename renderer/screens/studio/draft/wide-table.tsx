/** Room for a table that may be wider than its place: it is moved by the keyboard too, by its own buttons or, where it has none, by itself. */
import type { ReactNode } from 'react';
import styles from './draft.module.css';

interface WideTableProps {
  readonly name: string;
  /** Whether something in it takes the focus. */
  readonly hasButtons: boolean;
  readonly children: ReactNode;
}

export function WideTable({ name, hasButtons, children }: WideTableProps) {
  if (hasButtons) return <div className={styles.wide}>{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.wide} aria-label={`${name}, to be moved`} tabIndex={0}>
      {children}
    </section>
  );
}
