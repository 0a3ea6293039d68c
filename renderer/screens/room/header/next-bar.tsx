/** The one next step with what is missing before it, and the one nudge that is worth attention. Each with its key; neither blocks. */
import { memo, useEffect, useMemo } from 'react';
import { nudgeOf } from '../../../../shared/incident/clocks.ts';
import { type Fact, nextStep } from '../../../../shared/incident/next-step.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { useRoom } from '../room-context.ts';
import { clockName, clockTone, clockWords } from './clock-words.ts';
import styles from './next-bar.module.css';
import { answerLine } from './update-line.ts';

interface NextBarProps {
  /** Facts that the person passed over. */
  readonly skipped: readonly Fact[];
  readonly onTake: () => void;
  readonly onSkip: () => void;
}

export const NextBar = memo(function NextBar({ skipped, onTake, onSkip }: NextBarProps) {
  const { view } = useRoom();
  // Every five seconds is often enough for what waits for minutes.
  const now = Math.floor(useNow() / 5000) * 5000;
  const step = useMemo(() => nextStep(view, now, skipped), [view, now, skipped]);
  const says = step.missing.map(({ says, remedy }) =>
    remedy.kind === 'wait' ? `${says} (until ${clockTime(remedy.until, view.zone)})` : says,
  );
  return (
    <section className={styles.bar} aria-label="Next">
      <p className={styles.next}>
        <span className={styles.word}>next</span>
        <span className={styles.says}>{step.says}</span>
        {says.length > 0 && <span className={styles.missing}>missing: {says.join('; ')}</span>}
        {step.key !== undefined && (
          <AskButton onPress={onTake}>
            <kbd>{step.key.replace(' …', '').trim()}</kbd> <KeyHint keys="Alt+N" />
          </AskButton>
        )}
        {step.fact !== undefined && (
          <AskButton onPress={onSkip}>
            skip <KeyHint keys="Alt+S" />
          </AskButton>
        )}
      </p>
      <NudgeLine />
    </section>
  );
});

function NudgeLine() {
  const { view, compose } = useRoom();
  const now = useNow();
  const nudge = nudgeOf(view, now);
  const standing = nudge && `${nudge.clock.audience} ${nudge.clock.standing}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each change of standing, not every second.
  useEffect(() => {
    if (nudge) announce(`${clockName(nudge.clock)}: ${clockWords(nudge.clock, Date.now(), view.zone)}`);
  }, [standing]);
  if (!nudge) return null;
  const { clock, others } = nudge;
  const tone = clockTone(clock);
  return (
    <p className={styles.nudge} data-tone={tone}>
      <span className={styles.nudgeSays}>
        <span aria-hidden="true">{tone === 'broken' ? '■' : '◆'} </span>
        {clockName(clock)} {clockWords(clock, now, view.zone)}
      </span>
      {others > 0 && <span className={styles.others}>+{others}</span>}
      <AskButton onPress={() => compose(answerLine(view, clock))}>
        write it <KeyHint keys="Alt+U" />
      </AskButton>
      {!view.cadences[clock.audience].snoozed && clock.target !== undefined && (
        <AskButton onPress={() => compose(`/snooze ${clock.audience} `)}>
          snooze <KeyHint keys="Alt+Z" />
        </AskButton>
      )}
    </p>
  );
}
