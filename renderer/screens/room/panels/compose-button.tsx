/** A small button that puts a text to start from into the composer, and shows what one would type to do the same. */
import { useRoom } from '../room-context.ts';
import styles from './panels.module.css';

interface ComposeButtonProps {
  /** The composer text; typing replaces a `…` in it. */
  readonly line: string;
  readonly says: string;
  /** How much of the line is shown as what one would type: the command alone, or with the label that it is for. */
  readonly shows?: 'label';
}

export function ComposeButton({ line, says, shows }: ComposeButtonProps) {
  const { compose } = useRoom();
  const command = (shows === 'label' ? line.trim() : /^\/\w+/.exec(line)?.[0]) ?? line;
  return (
    <button type="button" className={styles.compose} onClick={() => compose(line)}>
      {says} <kbd>{command}</kbd>
    </button>
  );
}
