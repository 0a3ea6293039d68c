/** The line of the strip: the composer's grammar in one line, its chip before Enter, and its refusal in words. What is typed stays until it is written. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { copyBrief } from '../room/brief.ts';
import { usageOf } from '../room/composer/completions.ts';
import { LineChip } from '../room/composer/line-chip.tsx';
import { isRecognised, openingOf, pasteSays, readLines } from '../room/composer/lines.ts';
import { openingWords } from '../room/composer/openings.ts';
import type { useComposer } from '../room/composer/use-composer.ts';
import { useRoom } from '../room/room-context.ts';
import styles from './strip.module.css';
import { StripRefused } from './strip-refused.tsx';

interface StripLineProps {
  readonly composer: ReturnType<typeof useComposer>;
  readonly recording: boolean;
  /** How many other incidents are open. */
  readonly others: number;
  readonly onRoom: () => void;
}

export function StripLine({ composer, recording, others, onRoom }: StripLineProps) {
  const { view, lineContext } = useRoom();
  const { field, text, change, reading, setReading, recall, recallStep, write, failed, forget } = composer;
  /** What became of the last line where that is not plain to see. */
  const [told, setTold] = useState<string | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a line is about may come to the log after it was typed.
  const lines = useMemo(() => readLines(text, lineContext()), [text, lineContext, view]);
  const only = lines.length === 1 ? lines[0] : undefined;
  const fault = only?.parsed.kind === 'fault' && reading === 'recognised' ? only.parsed : undefined;
  const usage = reading === 'recognised' ? usageOf(text) : undefined;
  const toggle = () => setReading(reading === 'plain' ? 'recognised' : 'plain');

  const submit = async () => {
    const opening = openingOf(lines, reading);
    if (only?.parsed.kind === 'help' && reading === 'recognised') return setTold('F1 in the console shows all keys.');
    if (opening?.when === 'now' && opening.opens.kind === 'copy') {
      change('');
      await copyBrief(view);
      return setTold('The brief is copied, where this window may copy.');
    }
    // The strip has no room for it: the text stays, for the person to decide.
    if (opening?.when === 'now') return setTold(`Only the console shows ${openingWords(opening.opens, view.zone)}.`);
    if (!recording) return setTold('The text is kept. Press Enter again once the console records.');
    const after = await write(reading);
    setTold(after && `Written. The console shows ${openingWords(after, view.zone)}.`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const plainKey = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    const does = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (event.key === 'Enter' && event.altKey) return does(() => void write('plain'));
    if (event.key === 'Enter' && plainKey) return does(() => void submit());
    if (event.key === 'ArrowUp' && plainKey && (text === '' || recall.back > 0)) return does(() => recallStep('older'));
    if (event.key === 'ArrowDown' && plainKey && recall.back > 0) return does(() => recallStep('newer'));
    if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && only && isRecognised(only.parsed)) return does(toggle);
    if (event.key === 'Escape' && failed) return does(forget);
  };

  return (
    <>
      {failed && <StripRefused failed={failed} onLeave={forget} />}
      <div className={styles.field}>
        <span aria-hidden="true" className={styles.caret}>
          ›
        </span>
        <textarea
          ref={field}
          className={styles.input}
          dir="auto"
          rows={1}
          value={text}
          aria-label="Log line"
          aria-describedby="strip-says room-chip"
          placeholder="What do you see, try, decide?"
          autoComplete="off"
          spellCheck="false"
          maxLength={200_000}
          onChange={(event) => {
            setTold(undefined);
            change(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p id="strip-says" className={styles.says}>
        {only && 'chip' in only.parsed && (
          <LineChip chip={only.parsed.chip} zone={view.zone} reading={reading} {...(fault && { faulty: true })} onToggle={toggle} />
        )}{' '}
        {text === '' && told === undefined && (
          <>
            <KeyHint keys="Enter" /> writes · <KeyHint keys="Alt+R" /> room{' '}
            {others > 0 && (
              <>
                · <KeyHint keys="Alt+N" /> another{' '}
              </>
            )}
            · <KeyHint keys="Escape" /> hides
          </>
        )}
        {lines.length > 1 && `${pasteSays(lines, reading)}: Enter`}
        {fault && (
          <>
            {fault.message}. Expected: {fault.expected}. <KeyHint keys="Alt+Enter" /> writes it as a plain note.
          </>
        )}
        {!fault && told === undefined && usage && lines.length < 2 && (
          <>
            <code>{usage.usage}</code> {usage.says}
          </>
        )}
        {told !== undefined && (
          <>
            <span role="status">{told}</span>{' '}
            <button type="button" className={styles.door} onClick={onRoom}>
              room <KeyHint keys="Alt+R" />
            </button>
          </>
        )}
      </p>
    </>
  );
}
