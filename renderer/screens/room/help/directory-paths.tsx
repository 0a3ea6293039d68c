/** Ways of escalation from the directory, in a room: numbers to copy, and one press brings somebody into the incident. */
import { type Contact, sameName } from '../../../../shared/directory/directory.ts';
import type { CallPath } from '../../../../shared/directory/who-to-call.ts';
import { announce } from '../../../components/live-region/announce.ts';
import { Written } from '../../../components/written/written.tsx';
import { CallSteps } from '../../directory/call-steps.tsx';
import { useRoom } from '../room-context.ts';
import styles from './directory-paths.module.css';

/** So many of the next to be called are drawn. */
const stepsShown = 4;

interface DirectoryPathsProps {
  readonly paths: readonly CallPath[];
  /** So many paths are drawn; the directory has the rest. */
  readonly most: number;
  readonly empty: string;
}

export function DirectoryPaths({ paths, most, empty }: DirectoryPathsProps) {
  if (paths.length === 0) return <p className={styles.quiet}>{empty}</p>;
  return (
    <ul className={styles.paths}>
      {paths.slice(0, most).map((path) => (
        <li key={path.service ?? ''}>
          <p className={styles.service}>{path.service === undefined ? 'everything' : <Written>{path.service}</Written>}</p>
          <CallSteps contacts={path.contacts.slice(0, stepsShown)}>{(contact) => <Bring contact={contact} />}</CallSteps>
          {path.contacts.length > stepsShown ? <p className={styles.quiet}>and {path.contacts.length - stepsShown} more</p> : null}
          {path.note === undefined ? null : (
            <p className={styles.quiet}>
              <Written>{path.note}</Written>
            </p>
          )}
        </li>
      ))}
      {paths.length > most ? <li className={styles.quiet}>and {paths.length - most} more in the directory</li> : null}
    </ul>
  );
}

/** Whoever was called is told of in the log, with the number at which they are reached. */
function Bring({ contact }: { readonly contact: Contact }) {
  const { view, run } = useRoom();
  const here = Object.values(view.people).some(({ name }) => name !== null && sameName(name, contact.name));
  if (here) return <span className={styles.quiet}>here</span>;
  const bring = async () => {
    const [number] = contact.phones;
    const kind = contact.kind === 'person' ? 'person' : 'team';
    const answer = await run({ type: 'person.add', name: contact.name, kind, ...(number === undefined ? {} : { contact: number }) });
    if (answer.ok) announce(`${contact.name} is in this incident now.`);
  };
  return (
    <button type="button" className={styles.bring} aria-label={`Add ${contact.name} to this incident`} onClick={() => void bring()}>
      add
    </button>
  );
}
