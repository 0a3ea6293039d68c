/** Whom to call, with their numbers. */
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { Copyable } from '../header/copyable.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function CallPanel() {
  const { view } = useRoom();
  const reachable = Object.values(view.people).filter((person) => person.contact !== undefined);
  // Nobody is called for what was over long ago.
  if (reachable.length === 0 && view.mode === 'imported') return null;
  const called = view.severity === undefined ? undefined : assumedPlaybook(view).severities[view.severity].whoIsCalled;
  return (
    <Section title="Who to call" aside={<ComposeButton line="/help " says="I need help" />}>
      {called !== undefined && <p className={styles.note}>{called}</p>}
      {reachable.length === 0 ? (
        <p className={styles.empty}>
          Numbers of those who can help stand here. <ComposeButton line="/person … +" says="add one with a number" />
        </p>
      ) : (
        <LongList items={reachable} shows="first" most={8} things="people with a number" className={styles.list}>
          {(person) => (
            <li key={person.id} className={styles.call}>
              <Written>{person.name ?? 'name erased'}</Written>
              <Copyable name={`number of ${person.name ?? 'somebody'}`} value={person.contact ?? ''} naming="hidden" />
            </li>
          )}
        </LongList>
      )}
    </Section>
  );
}
