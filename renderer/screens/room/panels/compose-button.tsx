/** A small button that puts a text to start from into the composer, and shows what one would type to do the same. */
import { useRoom } from '../room-context.ts';
import styles from './panels.module.css';

interface ComposeButtonProps {
  /** The composer text; typing replaces a `…` in it. */
  readonly line: string;
  readonly says: string;
}

export function ComposeButton({ line, says }: ComposeButtonProps) {
  const { compose } = useRoom();
  const command = /^\/\w+/.exec(line)?.[0] ?? line;
  return (
    <button type="button" className={styles.compose} onClick={() => compose(line)}>
      {says} <kbd>{command}</kbd>
    </button>
  );
}
