/** Whom to call, with their numbers. */
import { useMemo } from 'react';
import { pathsMeant } from '../../../../shared/directory/who-to-call.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import { useDirectory } from '../../../bridge/use-directory.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { hrefOf } from '../../../route.ts';
import { Copyable } from '../header/copyable.tsx';
import { DirectoryPaths } from '../help/directory-paths.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function CallPanel() {
  const { view } = useRoom();
  const { directory } = useDirectory();
  const impact = view.impact?.text;
  const paths = useMemo(() => (directory ? pathsMeant(directory, view.title, impact) : []), [directory, view.title, impact]);
  const reachable = Object.values(view.people).filter((person) => person.contact !== undefined);
  // Nobody is called for what was over long ago.
  if (reachable.length === 0 && view.mode === 'imported') return null;
  const called = view.severity === undefined ? undefined : assumedPlaybook(view).severities[view.severity].whoIsCalled;
  return (
    <Section title="Who to call" aside={<ComposeButton line="/help " says="I need help" />}>
      {called !== undefined && <p className={styles.note}>{called}</p>}
      {reachable.length === 0 && paths.length > 0 ? null : reachable.length === 0 ? (
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
      {paths.length > 0 && <DirectoryPaths paths={paths} most={3} empty="" />}
      <p className={styles.note}>
        <a href={hrefOf({ screen: 'directory' })}>Everybody in the directory</a>
      </p>
    </Section>
  );
}
