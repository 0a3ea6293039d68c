/** The timeline before its first line. */
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import styles from './timeline.module.css';

export function TimelineEmpty() {
  return (
    <div className={styles.frame}>
      <EmptyState>
        What is seen, tried and decided stands here, the newest below. Type it in the line at the bottom and press <KeyHint keys="Enter" />.
      </EmptyState>
    </div>
  );
}
