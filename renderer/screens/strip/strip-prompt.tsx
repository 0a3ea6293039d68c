/** The one thing that asks, with its answers by key. What a clock beside it says already is not said twice. */
import { useEffect } from 'react';
import { AskButton } from '../../components/button/ask-button.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { useChime } from '../../sound/use-chime.ts';
import { useRoom } from '../room/room-context.ts';
import { answerChords, usePrompt } from '../room/use-prompt.ts';
import styles from './strip.module.css';

const shapes = { broken: '■ ', now: '◆ ', quiet: '· ' } as const;

export function StripPrompt() {
  const { view, compose } = useRoom();
  const asked = usePrompt();
  const which = asked && `${asked.prompt.id} ${asked.prompt.tone}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each prompt, not whenever its minutes change.
  useEffect(() => {
    if (asked) announce(asked.prompt.says);
  }, [which]);
  useChime(view.id, asked?.prompt);
  if (asked === undefined) return null;
  const { prompt, others } = asked;
  const onClock = prompt.kind === 'promise' || prompt.kind === 'update';
  return (
    <p className={styles.prompt} data-tone={prompt.tone}>
      {!onClock && (
        <span className={styles.asks}>
          <span aria-hidden="true">{shapes[prompt.tone]}</span>
          {prompt.says}
        </span>
      )}
      {prompt.answers.map(({ says, key }, index) => {
        const chord = answerChords[index];
        return (
          <AskButton key={key} onPress={() => compose(key)} title={key.trim()}>
            {says} {chord !== undefined && <KeyHint keys={chord} />}
          </AskButton>
        );
      })}
      {others > 0 && (
        <span className={styles.quietly} title={`${others} more ${others === 1 ? 'waits' : 'wait'} behind this one`}>
          +{others}
        </span>
      )}
    </p>
  );
}
