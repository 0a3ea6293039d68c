/** The ways of a message out of this screen, as buttons. */
import { Button } from '../../components/button/button.tsx';
import styles from './acts.module.css';
import type { Act } from './message-acts.ts';

export function Acts({ acts }: { readonly acts: readonly Act[] }) {
  return (
    <div className={styles.acts}>
      {acts.map(({ id, name, chord, look, unavailable, run }) => (
        <Button key={id} look={look} keys={chord} onPress={run} unavailable={unavailable}>
          {name}
        </Button>
      ))}
    </div>
  );
}
