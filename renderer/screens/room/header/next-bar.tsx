/** The one next step with what is missing before it, and the keys that supply it or pass it over; below, who has command and what wants somebody now. */
import { memo, useMemo } from 'react';
import { type Fact, nextStep } from '../../../../shared/incident/next-step.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { ComposeButton } from '../panels/compose-button.tsx';
import { useRoom } from '../room-context.ts';
import { CommandLine } from './command-line.tsx';
import styles from './next-bar.module.css';
import { PromptLine } from './prompt-line.tsx';

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
  const afterwards = view.mode === 'imported' || view.mode === 'backfilled';
  const says = step.missing.map(({ says, remedy }) =>
    remedy.kind === 'wait' ? `${says} (until ${clockTime(remedy.until, view.zone)})` : says,
  );
  return (
    <section aria-label="Next">
      <div className={styles.bar}>
        <p className={styles.next}>
          <span className={styles.word}>next</span>
          <span className={styles.says}>{step.says}</span>{' '}
          {says.length > 0 && <span className={styles.missing}>missing: {says.join('; ')}</span>}{' '}
          {step.key !== undefined && (
            <AskButton onPress={onTake}>
              <kbd>{step.key.replace(' …', '').trim()}</kbd> <KeyHint keys="Alt+N" />
            </AskButton>
          )}
          {step.also !== undefined && <ComposeButton line={step.also.key} says={step.also.says} shows="label" />}
          {step.fact !== undefined && (
            <AskButton onPress={onSkip}>
              skip <KeyHint keys="Alt+S" />
            </AskButton>
          )}
        </p>
        {!afterwards && <CommandLine />}
      </div>
      {!afterwards && <PromptLine />}
    </section>
  );
});
