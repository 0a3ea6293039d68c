/** An empty list: what would be here, and the key that puts the first one there. */
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Quiet words where the list would begin. */
export function EmptyState({ children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <div className={styles.words}>{children}</div>
      {actions}
    </div>
  );
}
