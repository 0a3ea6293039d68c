/** A length of time that runs in place: up from a moment, or down to one. Tabular figures, so that nothing beside it moves. */
import { useNow } from '../../bridge/use-now.ts';
import styles from './clock.module.css';
import { clockText } from './format-time.ts';

export interface ClockProps {
  /** The moment, ms since epoch, UTC. */
  readonly at: number;
}

/** Runs up since `at`, or down to it; past it, it runs up again, and the words beside it say so. Screen readers are not told every second. */
export function Clock({ at }: ClockProps) {
  const now = useNow();
  return (
    <span role="timer" aria-live="off" className={styles.clock}>
      {clockText(at - now)}
    </span>
  );
}
