/** Whom a message is for: every audience with its clock, the chosen ones ticked. Keys 1 to 5 tick them. */
import { type KeyboardEvent, memo } from 'react';
import { type AudienceClock, clocksOf } from '../../../shared/incident/clocks.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { type Audience, audiences } from '../../../shared/vocabulary/words.ts';
import { useNow } from '../../bridge/use-now.ts';
import { ageText } from '../../components/clock/format-time.ts';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Section } from '../../components/section/section.tsx';
import { clockTone, clockWords, otherClockWords } from '../room/header/clock-words.ts';
import styles from './audience-list.module.css';

interface AudienceListProps {
  readonly view: IncidentView;
  readonly chosen: readonly Audience[];
  readonly onToggle: (audience: Audience) => void;
}

export const AudienceList = memo(function AudienceList({ view, chosen, onToggle }: AudienceListProps) {
  const now = useNow();
  const clocks = clocksOf(view, now);
  const press = (event: KeyboardEvent) => {
    const audience = audiences[Number(event.key) - 1];
    if (audience === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onToggle(audience);
  };
  return (
    <Section title="To">
      <ul className={styles.list} onKeyDown={press}>
        {audiences.map((audience, index) => (
          <li key={audience} className={styles.row}>
            <label className={styles.label}>
              <input
                type="checkbox"
                className={styles.box}
                checked={chosen.includes(audience)}
                onChange={() => onToggle(audience)}
                aria-describedby={`updates-clock-${audience}`}
              />
              <span className={styles.name}>{audience}</span>
              <span aria-hidden="true">
                <KeyHint keys={`Alt+${index + 1}`} />
              </span>
            </label>
            <AudienceClockWords
              id={`updates-clock-${audience}`}
              view={view}
              audience={audience}
              clock={clocks.find((clock) => clock.audience === audience)}
              now={now}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
});

interface AudienceClockWordsProps {
  readonly id: string;
  readonly view: IncidentView;
  readonly audience: Audience;
  readonly clock: AudienceClock | undefined;
  readonly now: number;
}

function AudienceClockWords({ id, view, audience, clock, now }: AudienceClockWordsProps) {
  const tone = clock === undefined ? 'neutral' : clockTone(clock);
  const other = clock === undefined ? undefined : otherClockWords(clock, now, view.zone);
  const sent = view.cadences[audience].lastSentAt;
  const told = sent === undefined ? 'nothing sent yet' : `last sent ${ageText(now - sent)} ago`;
  return (
    <p id={id} className={styles.clock} data-tone={tone}>
      {tone !== 'neutral' && <span aria-hidden="true">{tone === 'broken' ? '■ ' : '◆ '}</span>}
      {clock === undefined ? 'no clock runs' : clockWords(clock, now, view.zone)}
      <span className={styles.quiet}>{[...(other === undefined ? [] : [other]), told].join(' · ')}</span>
    </p>
  );
}
