/** The levers: what each does in plain words, how far it reaches, how it is undone, who may, and in whose hands it is. */
import { personName } from '../../../../shared/incident/names.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { LeverView } from '../../../../shared/incident/work-view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { Written } from '../../../components/written/written.tsx';
import { ComposeButton } from '../panels/compose-button.tsx';
import { useRoom } from '../room-context.ts';
import styles from './boards.module.css';

export function LeverBoard() {
  const { view } = useRoom();
  const listed = assumedPlaybook(view).levers;
  const others = view.levers.filter(({ lever }) => !listed.some(({ id }) => id === lever));
  return (
    <>
      <ul>
        {others.map((lever) => (
          <li key={lever.lever} className={styles.card}>
            <h3>
              <Written>{lever.name}</Written>
            </h3>
            <Standing lever={lever} id={lever.lever} />
          </li>
        ))}
        {listed.map(({ id, name, says, blastRadius, undo, whoMay, risky }) => (
          <li key={id} className={styles.card}>
            <h3>
              {name} <span className={styles.quiet}>{id}</span>
            </h3>
            <p>{says}</p>
            <dl className={styles.facts}>
              <dt>reaches</dt>
              <dd>{blastRadius}</dd>
              <dt>way back</dt>
              <dd>{undo}</dd>
              <dt>who may</dt>
              <dd>
                {whoMay}
                {risky && ' · with a second person who reads the target back'}
              </dd>
            </dl>
            <Standing lever={view.levers.find(({ lever }) => lever === id)} id={id} />
          </li>
        ))}
      </ul>
      {listed.length + others.length === 0 && (
        <p className={styles.quiet}>
          The playbook lists no levers. Any name makes one: <ComposeButton line="/lever on " says="apply" />
        </p>
      )}
    </>
  );
}

/** In whose hands it is, and what can be done with it now. */
function Standing({ lever, id }: { readonly lever: LeverView | undefined; readonly id: string }) {
  const { view } = useRoom();
  const state = lever?.state ?? 'free';
  const inForce = state === 'applied' || state === 'kept';
  const holder = lever?.holder === undefined || state === 'free' || state === 'reverted' ? undefined : personName(view, lever.holder);
  const until = state === 'leased' && lever?.until !== undefined ? ` until ${clockTime(lever.until, view.zone)}` : '';
  return (
    <p>
      <span className={styles.quiet}>
        {holder === undefined ? (state === 'reverted' ? 'taken back' : 'free') : `${state} by ${holder}${until}`}
        {inForce && lever?.target !== undefined && (
          <>
            : <Written>{lever.target}</Written>
          </>
        )}{' '}
      </span>
      {inForce ? (
        <>
          <ComposeButton line={`/lever off ${id} `} says="take back" shows="label" />
          {state === 'applied' && <ComposeButton line={`/lever keep ${id} `} says="keep" shows="label" />}
        </>
      ) : (
        <>
          <ComposeButton line={`/lever on ${id} `} says="apply" shows="label" />
          {state !== 'leased' && <ComposeButton line={`/lever take ${id}`} says="take in hand" shows="label" />}
          {state === 'leased' && <ComposeButton line={`/lever free ${id}`} says="let go" shows="label" />}
        </>
      )}
    </p>
  );
}
