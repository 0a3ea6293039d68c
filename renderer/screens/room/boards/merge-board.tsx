/** The incidents that this one may become part of: those that are open. */
import { isOpenPhase } from '../../../../shared/vocabulary/words.ts';
import { useIncidents } from '../../../bridge/use-incidents.ts';
import { Written } from '../../../components/written/written.tsx';
import { ComposeButton } from '../panels/compose-button.tsx';
import { useRoom } from '../room-context.ts';
import styles from './boards.module.css';

export function MergeBoard() {
  const { view } = useRoom();
  const { incidents } = useIncidents();
  const open = (incidents ?? []).filter(({ id, phase }) => id !== view.id && isOpenPhase(phase));
  if (open.length === 0) return <p className={styles.quiet}>No other incident is open. Merging needs one that this can become part of.</p>;
  return (
    <ul>
      {open.map(({ id, label, title, severity, commander }) => (
        <li key={id} className={styles.card}>
          <p>
            <span className={styles.label}>{label}</span>
            <Written>{title}</Written>
          </p>
          <p className={styles.quiet}>
            {[severity === undefined ? 'no severity yet' : `SEV${severity}`, commander ?? 'nobody in command'].join(' · ')}{' '}
            <ComposeButton line={`/merge ${label} `} says="merge into it" shows="label" />
          </p>
        </li>
      ))}
    </ul>
  );
}
