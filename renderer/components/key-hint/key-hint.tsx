/** The keys that do a thing, shown beside its words. */
import { classNames } from '../class-names.ts';
import { keyNames } from './chords.ts';
import styles from './key-hint.module.css';

export interface KeyHintProps {
  /** A chord (`Mod+N`) or what one types into the composer (`/a`). */
  readonly keys: string;
}

/** Small caps of a chord; a text for the composer is one key. */
export function KeyHint({ keys }: KeyHintProps) {
  const typed = keys.startsWith('/');
  const parts = typed ? [keys] : keyNames(keys);
  return (
    <span className={classNames(styles.keys, !typed && styles.chord)}>
      {parts.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
