/** Who is on the call, and who may sleep: by name, so that nobody waits without being asked. */
import { useMemo, useState } from 'react';
import { standingWords } from '../../../../shared/incident/people/evolve-standings.ts';
import type { PersonView } from '../../../../shared/incident/view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { ageText } from '../../../components/clock/format-time.ts';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';
import { roleHolders } from './role-holders.ts';
import { alsoHere, onTheCall, type Standings, standingsOf, teamsAtWork } from './roll-call.ts';

export function RollCallPanel() {
  const { view } = useRoom();
  const busy = useMemo(() => new Set(roleHolders(view).map(({ person }) => person)), [view]);
  const others = useMemo(() => [...alsoHere(view, busy), ...teamsAtWork(view)], [view, busy]);
  const standings = useMemo(() => standingsOf(view), [view]);
  // What a file tells of is over: nobody is called.
  if (view.mode === 'imported' && others.length + standings.length === 0) return null;
  return (
    <Section title={`On the call: ${onTheCall(view)}`} aside={<ComposeButton line="/ask @" says="ask" />}>
      {others.length + standings.length > 0 && (
        <ul className={styles.pairs}>
          {others.length > 0 && <Row word="also here" people={others} />}
          {standings.map(({ standing, people }) => (
            <Row key={standing} word={standingWords[standing]} people={people} standing={standing} />
          ))}
        </ul>
      )}
      {others.length + standings.length === 0 && (
        <p className={styles.empty}>Ask a team to assume it is theirs and rule itself out; whoever is ruled out may sleep.</p>
      )}
    </Section>
  );
}

/** So many names fit; the rest come when they are asked for. */
const most = 6;

interface RowProps {
  readonly word: string;
  readonly people: readonly PersonView[];
  readonly standing?: Standings['standing'];
}

function Row({ word, people, standing }: RowProps) {
  const [shown, setShown] = useState<'some' | 'all'>('some');
  const listed = shown === 'all' ? people : people.slice(0, most);
  return (
    <li className={styles.pair}>
      <span className={styles.roles}>
        {word} {people.length > 1 && people.length}
      </span>
      <span className={styles.names}>
        {listed.map((person, index) => (
          <span key={person.id} title={person.standingNote}>
            <Written>{person.name ?? 'name erased'}</Written>
            <Since person={person} />
            {index < listed.length - 1 && ', '}
          </span>
        ))}
        {people.length > most && (
          <AskButton look="quiet" onPress={() => setShown(shown === 'all' ? 'some' : 'all')}>
            {shown === 'all' ? 'fewer names' : `+${people.length - most} names`}
          </AskButton>
        )}
        {standing === 'ruledOut' && <ComposeButton line="/x all" says="release all" shows="label" />}
      </span>
    </li>
  );
}

/** Since when somebody was asked; until when they rest. */
function Since({ person }: { readonly person: PersonView }) {
  const { view } = useRoom();
  const now = Math.floor(useNow() / 15_000) * 15_000;
  if (person.standing === 'resting' && person.until !== undefined)
    return <span className={styles.quiet}> until {clockTime(person.until, view.zone)}</span>;
  if (person.standing !== 'asked' && person.standing !== 'looking') return null;
  return <span className={styles.quiet}> {ageText(now - person.standingSince)}</span>;
}
