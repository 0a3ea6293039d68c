/** Two events that claim one place in the log: kept, and told. */
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import styles from './panels.module.css';

export function ForkPanel() {
  const { view } = useRoom();
  if (view.forks.length === 0) return null;
  return (
    <Section title={`Forks: ${view.forks.length}`}>
      <p className={styles.empty}>
        Two consoles wrote to one place in the log, as copies of one data folder do. The later ones are kept and not shown here.
      </p>
    </Section>
  );
}
