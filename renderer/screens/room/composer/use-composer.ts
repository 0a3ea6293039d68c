/** The composer's state: what is typed, what was typed before, and what is on its way to the log. Text is never lost on the way. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ApiError } from '../../../../shared/api/errors.ts';
import type { Opening } from '../../../../shared/incident/log-line/parsed-line.ts';
import { announce } from '../../../components/live-region/announce.ts';
import type { Room } from '../room-context.ts';
import { type Draft, keepDraft, readDraft, restored } from './drafts.ts';
import { caretOf, draftOf, openingOf, type ReadLine, readLines } from './lines.ts';
import { nothingToRecall, remember, step } from './recall.ts';

export interface FailedLine {
  readonly line: string;
  readonly error: ApiError;
}

export type Reading = 'recognised' | 'plain';

export function useComposer(incident: string, room: Pick<Room, 'run' | 'lineContext'>, recording: boolean) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => restored(readDraft(sessionStorage, incident)));
  const [reading, setReading] = useState<Reading>('recognised');
  const [recall, setRecall] = useState(nothingToRecall);
  const [failed, setFailed] = useState<FailedLine | undefined>();
  const unsent = useRef<readonly string[]>([]);
  const latest = useRef(text);
  const caret = useRef<readonly [number, number] | undefined>(undefined);

  const keep = useCallback(() => {
    const draft: Draft = { text: latest.current, unsent: unsent.current };
    keepDraft(sessionStorage, incident, draft);
  }, [incident]);
  const change = useCallback(
    (next: string) => {
      latest.current = next;
      setText(next);
      if (next === '') setReading('recognised');
      keep();
    },
    [keep],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is set once the new text is in the field.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(...caret.current);
    caret.current = undefined;
  }, [text]);
  useEffect(() => {
    field.current?.focus();
  }, []);

  const compose = useCallback(
    (next: string) => {
      const before = latest.current.trim();
      if (before !== '' && before !== next.trim()) setRecall((now) => remember(now, before));
      setReading('recognised');
      change(next);
      caret.current = caretOf(next);
      field.current?.focus();
      field.current?.setSelectionRange(...caret.current);
    },
    [change],
  );

  const giveBack = useCallback(
    (lines: readonly string[]) => {
      const typedSince = latest.current;
      change([...lines, ...(typedSince === '' ? [] : [typedSince])].join('\n'));
    },
    [change],
  );

  /** Sends what stands there. Answers what is to come up now: what the line asked for, at once or once it is written. */
  const write = useCallback(
    async (how: Reading): Promise<Opening | undefined> => {
      const whole = latest.current;
      if (whole.trim() === '') return;
      const lines = readLines(whole, room.lineContext());
      const opening = openingOf(lines, how);
      if (opening?.when === 'now') {
        change('');
        return opening.opens;
      }
      if (!recording) return void announce('Not recording. The text is kept here; press Enter again when recording is back.');
      const isHeading = ({ parsed }: ReadLine) => how === 'recognised' && parsed.kind === 'heading';
      // Lines that come back need what stood above them, or they would read as something else.
      const heading = lines.filter(isHeading).map((line) => line.text);
      const written = lines.filter((line) => !isHeading(line));
      const sends = written.map((line) => ({ line: line.text, draft: draftOf(line, how, lines.length) }));
      if (sends.some(({ draft }) => draft === undefined)) return;
      const waiting = sends.map(({ line }) => line);
      unsent.current = [...unsent.current, ...heading, ...waiting];
      setRecall((now) => remember(now, whole));
      setFailed(undefined);
      setReading('recognised');
      change('');
      for (const [index, { line, draft }] of sends.entries()) {
        if (draft === undefined) continue;
        const answer = await room.run(draft);
        if (answer.ok) {
          unsent.current = without(unsent.current, line);
          keep();
          continue;
        }
        const back = [...heading, ...waiting.slice(index)];
        unsent.current = back.reduce(without, unsent.current);
        setFailed({ line, error: answer.error });
        return void giveBack(back);
      }
      unsent.current = heading.reduce(without, unsent.current);
      keep();
      return opening?.opens;
    },
    [recording, room, change, keep, giveBack],
  );

  const recallStep = useCallback(
    (way: 'older' | 'newer') => {
      const stepped = step(recall, way);
      setRecall(stepped.recall);
      setReading('recognised');
      change(stepped.text);
      caret.current = [stepped.text.length, stepped.text.length];
    },
    [recall, change],
  );

  const forget = useCallback(() => setFailed(undefined), []);
  const refuse = useCallback((error: ApiError) => setFailed({ line: '', error }), []);
  return { field, text, change, reading, setReading, recall, recallStep, compose, write, failed, forget, refuse };
}

/** The lines without one of this text. */
function without(lines: readonly string[], line: string): readonly string[] {
  const at = lines.indexOf(line);
  return at < 0 ? lines : lines.toSpliced(at, 1);
}
