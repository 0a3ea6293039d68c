/** The roll call as a grid: everybody and every team, where they stand, and one key to put them elsewhere; released people are free to sleep. */
import { useMemo } from 'react';
import { standingWords } from '../../../../shared/incident/people/evolve-standings.ts';
import { personTime } from '../../../../shared/incident/people/worked-time.ts';
import type { PersonView } from '../../../../shared/incident/view.ts';
import { type Standing, standings } from '../../../../shared/vocabulary/words.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { ageText } from '../../../components/clock/format-time.ts';
import { Written } from '../../../components/written/written.tsx';
import { ComposeButton } from '../panels/compose-button.tsx';
import { useRoom } from '../room-context.ts';
import styles from './boards.module.css';

export function RollCallBoard() {
  const { view, run } = useRoom();
  const now = Math.floor(useNow() / 15_000) * 15_000;
  const rows = useMemo(() => Object.values(view.people).filter(({ sameAs }) => sameAs === undefined), [view.people]);
  const time = useMemo(() => personTime(view, now), [view, now]);
  const ruledOut = rows.filter(({ standing }) => standing === 'ruledOut').map(({ id }) => id);
  const mark = (people: readonly string[], standing: Standing) => void run({ type: 'person.mark', people: [...people], standing });
  return (
    <>
      <p className={styles.quiet}>
        {(time.total / 3_600_000).toFixed(1)} person-hours so far. <ComposeButton line="/team " says="add a team" />
        <ComposeButton line="/person " says="add a person" />
        {ruledOut.length > 0 && (
          <AskButton onPress={() => mark(ruledOut, 'excused')}>
            release {ruledOut.length === 1 ? 'the one who is' : `all ${ruledOut.length} who are`} ruled out
          </AskButton>
        )}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Here for</th>
            <th scope="col">Since</th>
            <th scope="col">Stands</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <Row
              key={person.id}
              person={person}
              here={time.people.find((one) => one.person === person.id)?.time ?? 0}
              now={now}
              onMark={(standing) => mark([person.id], standing)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly person: PersonView;
  /** Ms that this person was here. */
  readonly here: number;
  readonly now: number;
  readonly onMark: (standing: Standing) => void;
}

function Row({ person, here, now, onMark }: RowProps) {
  const name = person.name ?? 'name erased';
  return (
    <tr>
      <th scope="row">
        <Written>{name}</Written> {person.kind === 'team' && <span className={styles.quiet}>team</span>}
        {person.standingNote !== undefined && (
          <div className={styles.quiet}>
            <Written>{person.standingNote}</Written>
          </div>
        )}
      </th>
      <td className={styles.number}>{person.kind === 'team' ? '–' : ageText(here)}</td>
      <td className={styles.number}>{ageText(now - person.standingSince)}</td>
      <td>
        {standings.map((standing) => (
          <button
            key={standing}
            type="button"
            className={styles.stand}
            aria-pressed={person.standing === standing}
            aria-label={`${name}: ${standingWords[standing]}`}
            onClick={() => onMark(standing)}
          >
            {standingWords[standing]}
          </button>
        ))}
      </td>
    </tr>
  );
}
