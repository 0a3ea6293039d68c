/** The line under the next step: who has command, and the one prompt that wants somebody now. It is there always, so that nothing below it moves. */
import { useRoom } from '../room-context.ts';
import styles from './command-line.module.css';
import { CommandLine } from './command-line.tsx';
import { PromptLine } from './prompt-line.tsx';

export function NowLine() {
  const { view } = useRoom();
  if (view.mode === 'imported' || view.mode === 'backfilled') return null;
  return (
    <div className={styles.line}>
      <CommandLine />
      <PromptLine />
    </div>
  );
}
