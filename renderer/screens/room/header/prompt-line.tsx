/** The one prompt that is worth attention now, with its answers; the others are counted. It takes no focus and blocks nothing. */
import { useEffect } from 'react';
import type { PromptAnswer } from '../../../../shared/incident/prompts/prompt.ts';
import { isOpenPhase } from '../../../../shared/vocabulary/words.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { classNames } from '../../../components/class-names.ts';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { useChime } from '../../../sound/use-chime.ts';
import { useRoom } from '../room-context.ts';
import { answerChords, usePrompt } from '../use-prompt.ts';
import styles from './command-line.module.css';

const shapes = { broken: '■', now: '◆', quiet: '·' } as const;

export function PromptLine() {
  const { view } = useRoom();
  const asked = usePrompt();
  const which = asked && `${asked.prompt.id} ${asked.prompt.tone}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each prompt, not whenever its minutes change.
  useEffect(() => {
    if (asked) announce(asked.prompt.says);
  }, [which]);
  useChime(view.id, asked?.prompt);
  if (!isOpenPhase(view.phase) && asked === undefined) return null;
  if (asked === undefined) return <p className={classNames(styles.prompt, styles.idle)}>nothing is overdue</p>;
  // Two holders of one role have a banner of their own.
  if (asked.prompt.kind === 'conflict') return <p className={classNames(styles.prompt, styles.idle)}>first: who is it, asked at the top</p>;
  const { prompt, others } = asked;
  return (
    <p className={styles.prompt} data-tone={prompt.tone}>
      <span className={styles.says}>
        <span aria-hidden="true">{shapes[prompt.tone]} </span>
        {prompt.says}
      </span>{' '}
      {others > 0 && (
        <span className={styles.others} title={`${others} more ${others === 1 ? 'waits' : 'wait'} behind this one`}>
          +{others}
        </span>
      )}
      <span className={styles.answers}>
        <PromptAnswers answers={prompt.answers} />
      </span>
    </p>
  );
}

/** Each answer puts its text into the composer; those that need no more words are sent with Enter. */
export function PromptAnswers({ answers }: { readonly answers: readonly PromptAnswer[] }) {
  const { compose } = useRoom();
  return answers.map(({ says, key }, index) => {
    const chord = answerChords[index];
    return (
      <AskButton key={key} onPress={() => compose(key)} title={key.trim()}>
        {says} {chord !== undefined && <KeyHint keys={chord} />}
      </AskButton>
    );
  });
}
