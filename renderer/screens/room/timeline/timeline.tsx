/** The timeline: every line in its order, newest below, however many there are. It follows its end until the reader scrolls away. */
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { VList, type VListHandle } from 'virtua';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { Button } from '../../../components/button/button.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { useActions } from '../../../components/palette/actions.ts';
import { useRoom } from '../room-context.ts';
import type { Jump } from '../use-jump.ts';
import { DayLine } from './day-line.tsx';
import { type DayRows, dayRows, placeOf, rowOf } from './day-rows.ts';
import { belowSays } from './follow.ts';
import { Line } from './line.tsx';
import { type LineMode, type LineVerb, modeAfter, stepTo, verbOf, whyNot } from './line-modes.ts';
import { placeActions } from './place-actions.ts';
import { PlacedEarlier } from './placed-earlier.tsx';
import type { RoomLine } from './room-lines.ts';
import styles from './timeline.module.css';
import { TimelineEmpty } from './timeline-empty.tsx';
import { useFollow } from './use-follow.ts';

interface TimelineProps {
  readonly entries: readonly RoomLine[];
  readonly zone: string;
  /** The line to go to; a new value goes there again. */
  readonly jump: Jump | undefined;
}

/** The element that the arrow keys enter: `Alt+ArrowUp` in the composer. */
export const timelineId = 'room-timeline';

export function Timeline({ entries, zone, jump }: TimelineProps) {
  const { run } = useRoom();
  const made = useRef<DayRows | undefined>(undefined);
  const rows = useMemo(() => {
    made.current = dayRows(entries, zone, made.current);
    return made.current.rows;
  }, [entries, zone]);
  const list = useRef<VListHandle>(null);
  const { follow, onScroll, onResize, toEnd, byHand, leaveEnd, settle } = useFollow(list, rows, entries);
  const [current, setCurrent] = useState<string | undefined>();
  const [open, setOpen] = useState<{ readonly id: string; readonly mode: LineMode }>({ id: '', mode: 'plain' });
  useActions(() => [{ id: 'room.newest', name: 'To the newest line', group: 'Go', chords: ['Alt+ArrowDown'], run: toEnd }]);
  const last = entries.at(-1)?.item.id;
  const focusable = useMemo(() => (current !== undefined && placeOf(entries, current) >= 0 ? current : last), [entries, current, last]);
  const keepMounted = useMemo(() => {
    const ids = [focusable, open.id].filter((id) => id !== undefined && id !== '');
    return ids.map((id) => rowOf(rows, placeOf(entries, id ?? ''))).filter((row) => row >= 0);
  }, [focusable, open.id, rows, entries]);

  const focusLine = useCallback(
    (wanted: string, align: 'nearest' | 'center' = 'nearest') => {
      const place = placeOf(entries, wanted);
      const row = rowOf(rows, place);
      const id = entries[place]?.item.id;
      if (row < 0 || id === undefined) return;
      setCurrent(id);
      // Above the first line stands its day.
      if (row <= 1) list.current?.scrollTo(0);
      else list.current?.scrollToIndex(row, { align });
      // The row is drawn in the frame after the list was told to keep it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          lineElement(id)?.focus({ preventScroll: true });
          settle();
        }),
      );
    },
    [rows, entries, settle],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: gone to once for each wish, not again for each new line.
  useEffect(() => {
    if (jump === undefined || placeOf(entries, jump.entry) < 0) return;
    leaveEnd();
    focusLine(jump.entry, 'center');
  }, [jump]);

  const onVerb = useCallback(
    (verb: LineVerb, entry: ShownEntry) => {
      const id = entry.item.id;
      if (verb === 'star') {
        void run({ type: 'entry.star', entry: id, starred: !entry.starred });
        return announce(entry.starred ? 'Star taken off' : 'Starred');
      }
      setOpen((now) => ({ id, mode: modeAfter(now.id === id ? now.mode : 'plain', verb) }));
      if (verb === 'leave') requestAnimationFrame(() => lineElement(id)?.focus({ preventScroll: true }));
    },
    [run],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>('[data-line]');
    const place = placeOf(entries, line?.dataset.line ?? '');
    const entry = entries[place];
    if (!entry) return;
    if (event.key === 'Escape' && open.id === entry.item.id && open.mode !== 'plain') {
      event.preventDefault();
      event.stopPropagation();
      return onVerb('leave', entry);
    }
    if (target !== line || event.ctrlKey || event.metaKey || event.altKey) return;
    byHand();
    const to = stepTo(event.key, place, entries.length, 10);
    const verb = verbOf(event.key);
    if (to === undefined && verb === undefined) return;
    event.preventDefault();
    const next = to === undefined ? undefined : entries[to];
    if (next) return focusLine(next.item.id);
    const why = verb && whyNot(verb, entry);
    if (why !== undefined) announce(why);
    else if (verb) onVerb(verb, entry);
  };

  if (entries.length === 0) return <TimelineEmpty />;
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the lines within bubble up to here. */}
      <div
        className={styles.holder}
        id={timelineId}
        onKeyDown={onKeyDown}
        onFocus={placeActions}
        onPointerOver={placeActions}
        onWheel={byHand}
        onPointerDown={byHand}
        onTouchMove={byHand}
      >
        <VList
          ref={list}
          data={rows}
          role="list"
          aria-label="Timeline, newest last"
          className={styles.list}
          keepMounted={keepMounted}
          onScroll={onScroll}
          onResize={onResize}
        >
          {(row) =>
            row.kind === 'day' ? (
              <DayLine key={row.key} at={row.at} zone={zone} />
            ) : (
              <Line
                key={row.key}
                entry={row.entry}
                zone={zone}
                current={row.entry.item.id === focusable}
                mode={row.entry.item.id === open.id ? open.mode : 'plain'}
                place={row.place + 1}
                total={entries.length}
                onVerb={onVerb}
                onFocus={setCurrent}
              />
            )
          }
        </VList>
        {!follow.following && (
          <div className={styles.below}>
            <Button onPress={toEnd} keys="Alt+ArrowDown">
              {belowSays(follow)}
            </Button>
          </div>
        )}
      </div>
      <PlacedEarlier entries={entries} zone={zone} onGo={(id) => focusLine(id)} />
    </div>
  );
}

function lineElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`);
}

/** Moves the caret from the composer to the line that the arrow keys were on last. */
export function enterTimeline(): void {
  document.getElementById(timelineId)?.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus();
}
