/** The clocks of all audiences: what was promised and what the playbook asks for, apart. They count in place. */

import { type AudienceClock, clocksOf } from '../../../../shared/incident/clocks.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { Audience } from '../../../../shared/vocabulary/words.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { ageText } from '../../../components/clock/format-time.ts';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { runAction } from '../../../components/palette/actions.ts';
import { Section } from '../../../components/section/section.tsx';
import { hrefOf } from '../../../route.ts';
import { clockName, clockTone, clockWords, otherClockWords } from '../header/clock-words.ts';
import { answerLine } from '../header/update-line.ts';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import { DraftLines } from './draft-lines.tsx';
import styles from './panels.module.css';

export function ClocksPanel() {
  const { view } = useRoom();
  const now = useNow();
  const clocks = clocksOf(view, now);
  return (
    <Section
      title="Clocks"
      aside={
        <>
          <AskButton onPress={() => runAction('room.updates')}>
            all updates <KeyHint keys="Alt+M" />
          </AskButton>{' '}
          <ComposeButton line="/u … next 30m" says="update" />
        </>
      }
    >
      {clocks.length === 0 ? (
        <p className={styles.empty}>
          {view.endedAt === undefined
            ? 'When the next update is due stands here, for each audience, once there is a severity or a promise.'
            : 'No clock runs: it is over.'}
        </p>
      ) : (
        <ul className={styles.list}>
          {clocks.map((clock) => (
            <ClockLine key={clock.audience} clock={clock} now={now} />
          ))}
        </ul>
      )}
      <DraftLines />
    </Section>
  );
}

function ClockLine({ clock, now }: { readonly clock: AudienceClock; readonly now: number }) {
  const { view } = useRoom();
  const tone = clockTone(clock);
  const other = otherClockWords(clock, now, view.zone);
  const below = [other, lastToldWords(view, clock.audience, now)];
  return (
    <li className={styles.clock} data-tone={tone}>
      <span className={styles.clockHead}>
        <a className={styles.audience} href={hrefOf({ screen: 'updates', incident: view.id, about: clock.audience })}>
          {clockName(clock)}
        </a>
        <ComposeButton line={answerLine(view, clock)} says="" />
      </span>
      <span role="timer" aria-live="off" className={styles.clockSays}>
        {tone !== 'neutral' && <span aria-hidden="true">{tone === 'broken' ? '■ ' : '◆ '}</span>}
        {clockWords(clock, now, view.zone)}
      </span>
      <span className={styles.quiet}>{below.filter((words) => words !== undefined).join(' · ')}</span>
    </li>
  );
}

/** When the audience last heard something. A new summary is what responders are owed, so it counts for them. */
function lastToldWords(view: IncidentView, audience: Audience, now: number): string {
  const sent = view.cadences[audience].lastSentAt;
  const written = audience === 'responders' ? view.summary?.at : undefined;
  if (written !== undefined && (sent === undefined || sent < written)) return `summary written ${ageText(now - written)} ago`;
  return sent === undefined ? 'nothing sent yet' : `last sent ${ageText(now - sent)} ago`;
}
