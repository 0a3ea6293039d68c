/** What one could have known at an entry: what was said of it, which ideas were open, who was in command, who was there. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { KnownThen } from '../../../shared/postmortem/meeting/walk.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './meeting.module.css';
import { type Then, useKnownThen } from './use-known-then.ts';

interface KnownAtEntryProps {
  readonly view: IncidentView;
  /** Ms since epoch, UTC. */
  readonly at: number;
}

export function KnownAtEntry({ view, at }: KnownAtEntryProps) {
  const then = useKnownThen(view.id, at);
  return (
    <section aria-label="Known then">
      <h3 className={styles.small}>
        Known at {clockTime(at, view.zone)} · <a href={hrefOf({ screen: 'knownAt', incident: view.id, at })}>all of it</a>
      </h3>
      <Told then={then} />
    </section>
  );
}

function Told({ then }: { readonly then: Then }) {
  if (then.state === 'loading') return <p className={styles.quiet}>Reading the log …</p>;
  if (then.state === 'failed') return <p className={styles.quiet}>{then.says}</p>;
  if (then.state === 'nothing') return <p className={styles.quiet}>Nothing had been written down by then.</p>;
  return <Facts known={then.known} />;
}

function Facts({ known }: { readonly known: KnownThen }) {
  return (
    <dl className={styles.known}>
      <dt>In command</dt>
      <dd>{known.inCommand === undefined ? 'nobody' : <Written>{known.inCommand}</Written>}</dd>
      {known.roles.map(({ role, who }) => (
        <Row key={role} label={role} text={who} />
      ))}
      <dt>Also there</dt>
      <dd>{known.here.length === 0 ? 'nobody who is in the log' : <Written>{known.here.join(', ')}</Written>}</dd>
      <dt>Open ideas</dt>
      <dd>
        {known.hypotheses.length === 0 ? (
          'none'
        ) : (
          <ul>
            {known.hypotheses.map(({ id, label, text }) => (
              <li key={id}>
                <span className={styles.label}>{label}</span> <Written>{text}</Written>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>What customers saw</dt>
      <dd>{known.impact === undefined ? 'not known yet' : <Written>{known.impact}</Written>}</dd>
      <dt>What we knew</dt>
      <dd>{known.summary === undefined ? 'not written down yet' : <Written>{known.summary}</Written>}</dd>
    </dl>
  );
}

function Row({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Written>{text}</Written>
      </dd>
    </>
  );
}
