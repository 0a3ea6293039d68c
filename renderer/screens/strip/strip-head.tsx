/** What the strip is about, in one line by which the window is dragged: severity, title, elapsed, and the ways to other incidents and to the room. */
import { assumedPlaybook } from '../../../shared/incident/playbook-of.ts';
import { AskButton } from '../../components/button/ask-button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { Clock } from '../../components/clock/clock.tsx';
import { Written } from '../../components/written/written.tsx';
import { elapsedFrom, elapsedSays } from '../room/header/elapsed.ts';
import { useRoom } from '../room/room-context.ts';
import styles from './strip.module.css';

interface StripHeadProps {
  readonly others: number;
  readonly onNext: () => void;
  readonly onRoom: () => void;
  readonly onHide: () => void;
}

export function StripHead({ others, onNext, onRoom, onHide }: StripHeadProps) {
  const { view } = useRoom();
  const from = elapsedFrom(view);
  return (
    <header className={styles.head} data-drill={view.mode === 'drill'}>
      {view.mode === 'drill' && <b className={styles.drill}>DRILL</b>}
      <Chip look={view.severity === undefined ? 'outline' : 'strong'}>
        {view.severity === undefined ? 'SEV ?' : assumedPlaybook(view).severities[view.severity].label}
      </Chip>
      <h1 className={styles.title}>
        <Written shape="clipped">{view.title === '' ? view.label : view.title}</Written>
      </h1>
      {view.endedAt !== undefined ? (
        <span className={styles.quiet}>ended</span>
      ) : (
        from && (
          <span title={elapsedSays(from, view.zone)}>
            <Clock at={from.at} />
          </span>
        )
      )}
      <span className={styles.doors}>
        {others > 0 && (
          <AskButton onPress={onNext} label={`Another incident: ${others} more open`} title={`${others} more open (Alt N)`}>
            +{others}
          </AskButton>
        )}
        <AskButton onPress={onRoom} label="Open the room" title="Open the room in the console (Alt R)">
          room
        </AskButton>
        <AskButton onPress={onHide} label="Hide the strip" title="Hide the strip (Escape)">
          ✕
        </AskButton>
      </span>
    </header>
  );
}
