/** The line at the bottom where everything is written. The caret is home here: one Enter writes, and what was recognised shows before it. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { Opening } from '../../../../shared/incident/log-line/parsed-line.ts';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { keysOpen } from '../../../components/palette/panels.ts';
import { useRoom } from '../room-context.ts';
import { enterTimeline } from '../timeline/timeline.tsx';
import { CompletionList, optionId } from './completion-list.tsx';
import { type Completion, completionsFor, enterCompletes, usageOf } from './completions.ts';
import styles from './composer.module.css';
import { LineChip } from './line-chip.tsx';
import { isRecognised, pasteSays, readLines } from './lines.ts';
import { Refused } from './refused.tsx';
import type { useComposer } from './use-composer.ts';
import { useHint } from './use-hint.ts';

interface ComposerProps {
  readonly state: ReturnType<typeof useComposer>;
  readonly recording: boolean;
  /** Brings up what a line asked for. */
  readonly onOpening: (opening: Opening) => void;
  /** What stands beneath the line: fields for what the last one left to be said. */
  readonly children?: ReactNode;
}

export function Composer({ state, recording, onOpening, children }: ComposerProps) {
  const { view, lineContext } = useRoom();
  const { field, text, change, reading, setReading, recall, recallStep, write, failed, forget } = state;
  const [choice, setChoice] = useState(0);
  const [dismissed, setDismissed] = useState<string | undefined>();
  const hint = useHint();
  const list = useId();
  // An empty line is about nothing: what comes to the log meanwhile costs it no reading.
  const about = text === '' ? undefined : view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a line is about may come to the log after it was typed.
  const { lines, completions } = useMemo(() => {
    const context = lineContext();
    return { lines: readLines(text, context), completions: completionsFor(text, context) };
  }, [text, lineContext, about]);
  const offered = reading === 'recognised' && dismissed !== text && recall.back === 0 && lines.length < 2 ? completions : [];
  const chosen = Math.min(choice, offered.length - 1);
  const only = lines.length === 1 ? lines[0] : undefined;
  const fault = only?.parsed.kind === 'fault' && reading === 'recognised' ? only.parsed : undefined;
  // While something is offered the line is not finished, and how it goes on helps more than what is missing.
  const usage = reading === 'recognised' && (!fault || offered.length > 0) ? usageOf(text) : undefined;

  const take = (completion: Completion) => {
    setChoice(0);
    state.compose(completion.line);
  };
  const toggle = () => setReading(reading === 'plain' ? 'recognised' : 'plain');
  const submit = async () => {
    if (only?.parsed.kind === 'help' && reading === 'recognised') {
      change('');
      return keysOpen.set(true);
    }
    const opening = await write(reading);
    if (opening) onOpening(opening);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const offer = offered[chosen];
    const { selectionStart, selectionEnd } = event.currentTarget;
    const plainKey = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    const does = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (event.key === 'Enter' && event.altKey) return does(() => void write('plain'));
    if (event.key === 'Enter' && plainKey)
      return does(offer && enterCompletes(text, only?.parsed.kind ?? 'empty') ? () => take(offer) : () => void submit());
    if (event.key === 'Tab' && plainKey && offer) return does(() => take(offer));
    if (event.key === 'ArrowDown' && plainKey && offer) return does(() => setChoice((chosen + 1) % offered.length));
    if (event.key === 'ArrowUp' && plainKey && offer) return does(() => setChoice((chosen - 1 + offered.length) % offered.length));
    if (event.key === 'ArrowUp' && event.altKey) return does(enterTimeline);
    if (event.key === 'ArrowUp' && plainKey && (text === '' || recall.back > 0)) return does(() => recallStep('older'));
    if (event.key === 'ArrowDown' && plainKey && recall.back > 0) return does(() => recallStep('newer'));
    if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && only && isRecognised(only.parsed)) return does(toggle);
    if (event.key === 'Escape' && offer) return does(() => setDismissed(text));
    if (event.key === 'Escape' && failed) return does(forget);
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    // A trailing line break is no second line.
    const pasted = event.clipboardData.getData('text');
    if (!/[\r\n]\s*$/.test(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    change(text.slice(0, selectionStart) + pasted.trimEnd() + text.slice(selectionEnd));
  };

  return (
    <footer className={styles.composer} data-recording={recording}>
      {failed && (
        <Refused
          failed={failed}
          onLeave={() => {
            forget();
            field.current?.focus();
          }}
        />
      )}
      <div className={styles.above}>
        {offered.length > 0 && <CompletionList id={list} completions={offered} chosen={chosen} onTake={take} />}
      </div>
      <div className={styles.field}>
        <span aria-hidden="true" className={styles.prompt}>
          ›
        </span>
        <textarea
          ref={field}
          id="room-composer"
          className={styles.input}
          dir="auto"
          rows={Math.min(8, Math.max(1, text.split('\n').length))}
          value={text}
          aria-label="Log line"
          aria-describedby="room-composer-says room-chip"
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={offered.length > 0 ? optionId(list, chosen) : undefined}
          placeholder={hint}
          autoComplete="off"
          spellCheck="false"
          enterKeyHint="send"
          maxLength={200_000}
          onChange={(event) => {
            setChoice(0);
            change(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {only && offered.length === 0 && 'chip' in only.parsed && (
          <LineChip chip={only.parsed.chip} zone={view.zone} reading={reading} {...(fault && { faulty: true })} onToggle={toggle} />
        )}
        <button type="button" className={styles.write} onClick={() => void submit()} tabIndex={-1}>
          Write
        </button>
      </div>
      <p id="room-composer-says" className={styles.says}>
        {!recording && <strong className={styles.notRecording}>■ Not recording: what you type is kept here. </strong>}
        {lines.length > 1 && (
          <>
            {pasteSays(lines, reading)}: <kbd>Enter</kbd>
          </>
        )}
        {fault && !usage && (
          <>
            {fault.message}. Expected: {fault.expected}. <kbd>Alt Enter</kbd> writes it as a plain note.
          </>
        )}
        {text === '' && recording && (
          <span className={styles.hints}>
            <kbd>Enter</kbd> writes · <kbd>↑</kbd> the last line · <KeyHint keys="Alt+ArrowUp" /> into the timeline · <kbd>F1</kbd> keys
          </span>
        )}
        {usage && lines.length < 2 && (
          <>
            <code>{usage.usage}</code> {usage.says}
          </>
        )}
      </p>
      {children}
    </footer>
  );
}
