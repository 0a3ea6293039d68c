/** One line of the timeline: when, what kind in shape and word, the text, who, and what has happened to it since. */
import { memo, useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { useRoom } from '../room-context.ts';
import { KindMark } from './kind-mark.tsx';
import styles from './line.module.css';
import { LineActions } from './line-actions.tsx';
import { LineCorrect } from './line-correct.tsx';
import { LineEvidence } from './line-evidence.tsx';
import { LineHistory } from './line-history.tsx';
import type { LineMode, LineVerb } from './line-modes.ts';
import { LineRedact } from './line-redact.tsx';
import { lineTime, lineTimeInFull } from './line-time.ts';
import { kindWord, marksOf } from './line-words.ts';

interface LineProps {
  readonly entry: ShownEntry;
  readonly zone: string;
  /** The line that the arrow keys are on. */
  readonly current: boolean;
  readonly mode: LineMode;
  /** 1-based place among `total` lines. */
  readonly place: number;
  readonly total: number;
  readonly onVerb: (verb: LineVerb, entry: ShownEntry) => void;
  readonly onFocus: (id: string) => void;
}

/** Escape in an editor of the line brings it back to `plain`. Scrolling draws new lines only; their buttons are made for the line at hand. */
export const Line = memo(function Line({ entry, zone, current, mode, place, total, onVerb, onFocus }: LineProps) {
  const { view } = useRoom();
  const [pointed, setPointed] = useState<'at' | 'elsewhere'>('elsewhere');
  const id = entry.item.id;
  // What somebody said counts as said, whichever event keeps it; what was set or done to the incident steps back.
  const control = !entry.written && (entry.kind === 'note' || entry.kind === 'milestone');
  const marks = marksOf(entry, zone, view.contested);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the virtualised list positions its rows in elements of its own, so ul and li cannot nest.
    <div
      role="listitem"
      className={styles.line}
      data-line={id}
      data-control={control || undefined}
      data-kind={entry.kind}
      data-starred={entry.starred || undefined}
      data-mode={mode}
      data-standing={entry.item.standing}
      aria-posinset={place}
      aria-setsize={total}
      tabIndex={current ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && onFocus(id)}
      onPointerEnter={() => setPointed('at')}
      onPointerLeave={() => setPointed('elsewhere')}
    >
      <time className={styles.time} dateTime={new Date(entry.occurredAt).toISOString()} title={lineTimeInFull(entry, zone)}>
        {lineTime(entry, zone)}
      </time>
      <span className={styles.kind}>
        <KindMark kind={control ? 'control' : entry.kind} />
        <span>{kindWord(entry)}</span>
      </span>
      <div className={styles.body}>
        {mode === 'correct' ? (
          <LineCorrect entry={entry} zone={zone} onDone={() => onVerb('leave', entry)} />
        ) : (
          <p className={styles.text} dir="auto" data-hidden={entry.redacted || undefined}>
            {entry.text}
          </p>
        )}
        {marks.length > 0 && <p className={styles.marks}>{marks.join(' · ')}</p>}
        {mode === 'evidence' && <LineEvidence entry={entry} onDone={() => onVerb('leave', entry)} />}
        {mode === 'redact' && <LineRedact entry={entry} onDone={() => onVerb('leave', entry)} />}
        {mode === 'history' && <LineHistory entry={entry} zone={zone} />}
      </div>
      <span className={styles.who} dir="auto">
        {entry.starred && entry.written && (
          <span className={styles.star} role="img" aria-label="starred" title="Starred for the report">
            ★
          </span>
        )}
        {entry.byName ?? entry.actorRole ?? entry.actorName}
      </span>
      {(current || pointed === 'at') && <LineActions entry={entry} reachable={current} onVerb={onVerb} />}
    </div>
  );
});
