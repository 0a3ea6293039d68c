/** The ledger of hypotheses: a lane for each state, the refuted ones among them, with who tests what and what speaks for and against. */
import { personName } from '../../../../shared/incident/names.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { Evidence, HypothesisView } from '../../../../shared/incident/work-view.ts';
import { type HypothesisState, hypothesisStates } from '../../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Clock } from '../../../components/clock/clock.tsx';
import { Written } from '../../../components/written/written.tsx';
import { ComposeButton } from '../panels/compose-button.tsx';
import { shortLabel } from '../panels/task-words.ts';
import { useRoom } from '../room-context.ts';
import styles from './boards.module.css';

interface HypothesisBoardProps {
  /** Goes to the line that shows a piece of evidence. */
  readonly onGo: (entry: string) => void;
}

const laneWords: Readonly<Record<HypothesisState, string>> = {
  open: 'open',
  testing: 'being tested',
  supported: 'supported',
  refuted: 'refuted',
  parked: 'parked',
};

/** What each state can be followed by, as composer texts. */
const answers: Readonly<Record<HypothesisState, readonly (readonly [command: string, says: string])[]>> = {
  open: [
    ['/h?', 'test it'],
    ['/h-', 'refuted'],
    ['/h+', 'supported'],
    ['/h~', 'park'],
  ],
  testing: [
    ['/h-', 'refuted'],
    ['/h+', 'supported'],
    ['/h?', 'another test'],
    ['/h~', 'park'],
  ],
  supported: [
    ['/h?', 'test it again'],
    ['/h-', 'refuted after all'],
  ],
  refuted: [['/h again', 'take it up again']],
  parked: [
    ['/h?', 'test it'],
    ['/h again', 'take it up again'],
  ],
};

export function HypothesisBoard({ onGo }: HypothesisBoardProps) {
  const { view } = useRoom();
  return (
    <>
      {view.hypotheses.length === 0 && (
        <p className={styles.quiet}>
          Nothing is suspected yet. Each guess is a line: <ComposeButton line="/h " says="the first one" />
        </p>
      )}
      <div className={styles.lanes}>
        {hypothesisStates.map((state) => {
          const among = view.hypotheses.filter((one) => one.state === state);
          if (among.length === 0) return null;
          return (
            <section key={state} aria-label={laneWords[state]} className={styles.lane}>
              <h3 className={styles.laneTitle}>
                {laneWords[state]} <span className={styles.quiet}>{among.length}</span>
              </h3>
              <ul>
                {among.map((one) => (
                  <Card key={one.id} hypothesis={one} onGo={onGo} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <ThingsToTry />
    </>
  );
}

function Card({ hypothesis, onGo }: { readonly hypothesis: HypothesisView; readonly onGo: (entry: string) => void }) {
  const { view } = useRoom();
  const { label, text, state, proposer, openedAt, test, evidence, settled } = hypothesis;
  const short = shortLabel(label);
  return (
    <li className={styles.card}>
      <p className={state === 'refuted' ? styles.crossed : undefined}>
        <span className={styles.label}>{label}</span>
        <Written>{text}</Written>
      </p>
      <p className={styles.quiet}>
        <Written>{personName(view, proposer)}</Written>, {clockTime(openedAt, view.zone)}
        {settled !== undefined && ` · ${laneWords[state]} ${clockTime(settled.at, view.zone)}`}
        {settled?.reason !== undefined && (
          <>
            : <Written>{settled.reason}</Written>
          </>
        )}
      </p>
      {test !== undefined && state !== 'refuted' && (
        <p className={styles.quiet}>
          test{test.tester === undefined ? '' : ` by ${personName(view, test.tester)}`}: <Written>{test.text}</Written>
          {state === 'testing' && test.timebox !== undefined && (
            <>
              {' · '}
              <Clock at={test.timebox.dueAt} />
            </>
          )}
        </p>
      )}
      {evidence.length > 0 && (
        <ul className={styles.evidence}>
          {evidence.map((one) => (
            <EvidenceLine key={one.id} evidence={one} onGo={onGo} />
          ))}
        </ul>
      )}
      <p>
        {answers[state].map(([command, says]) => (
          <ComposeButton key={command} line={`${command} ${short} `} says={says} shows="label" />
        ))}
        {state !== 'refuted' && (
          <>
            <ComposeButton line={`/e ${short} + `} says="for" shows="label" />
            <ComposeButton line={`/e ${short} - `} says="against" shows="label" />
          </>
        )}
      </p>
    </li>
  );
}

function EvidenceLine({ evidence, onGo }: { readonly evidence: Evidence; readonly onGo: (entry: string) => void }) {
  const { view } = useRoom();
  const { sign, text, entry, by, at } = evidence;
  return (
    <li>
      <span className={styles.sign} role="img" aria-label={sign === 'for' ? 'for' : 'against'}>
        {sign === 'for' ? '+' : '−'}
      </span>
      {text !== undefined && <Written>{text}</Written>}{' '}
      <span className={styles.quiet}>
        {personName(view, by)}, {clockTime(at, view.zone)}
      </span>
      {entry !== undefined && (
        <AskButton look="quiet" onPress={() => onGo(entry)}>
          its line
        </AskButton>
      )}
    </li>
  );
}

/** Not knowing at once is normal: what one may look at next, from the playbook. */
function ThingsToTry() {
  const { view, compose } = useRoom();
  const tries = assumedPlaybook(view).thingsToTry;
  if (tries.length === 0 || view.mode === 'imported') return null;
  return (
    <section aria-label="Things to try next" className={styles.tries}>
      <h3 className={styles.laneTitle}>Things to try next</h3>
      <ul>
        {tries.map((line) => (
          <li key={line} className={styles.quiet}>
            {line}{' '}
            <AskButton look="quiet" label={`as a task: ${line}`} onPress={() => compose(`/t 5m ${line}`)}>
              as a task
            </AskButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
