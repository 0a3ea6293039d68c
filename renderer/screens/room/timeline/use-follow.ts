/** Keeps a virtual list at its end while it follows, and counts what came in below while it does not. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VListHandle } from 'virtua';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { TimelineRow } from './day-rows.ts';
import { addedAfter, atTheEnd, type Follow, grown, scrolled } from './follow.ts';

/** A scroll this soon after a wheel, a key or a finger was the reader's; others come from rows being measured. */
const handLasts = 700;

export function useFollow(list: RefObject<VListHandle | null>, rows: readonly TimelineRow[], entries: readonly ShownEntry[]) {
  const [follow, setFollow] = useState<Follow>(atTheEnd);
  const state = useRef(follow);
  const touched = useRef(Number.NEGATIVE_INFINITY);
  const lastSeen = useRef(entries.at(-1)?.item.id);

  const change = useCallback((next: Follow) => {
    if (next === state.current) return;
    state.current = next;
    setFollow(next);
  }, []);
  const pin = useCallback(() => {
    const end = lastRow.current;
    if (end >= 0) list.current?.scrollToIndex(end, { align: 'end' });
  }, [list]);
  const lastRow = useRef(rows.length - 1);
  lastRow.current = rows.length - 1;

  const byHand = useCallback(() => {
    touched.current = performance.now();
  }, []);
  const onScroll = useCallback(
    (offset: number) => {
      const handle = list.current;
      if (!handle) return;
      const next = scrolled(state.current, offset, handle.viewportSize, handle.scrollSize);
      const mine = performance.now() - touched.current < handLasts;
      if (!next.following && state.current.following && !mine) return;
      // A long fling or a dragged scrollbar goes on being the reader's.
      if (mine) touched.current = performance.now();
      change(next);
    },
    [list, change],
  );
  const onResize = useCallback(() => {
    if (state.current.following) pin();
  }, [pin]);
  const toEnd = useCallback(() => {
    touched.current = Number.NEGATIVE_INFINITY;
    change(atTheEnd);
    pin();
  }, [change, pin]);

  /** Before going to a line: rows that are measured on the way there must not pull the list back to its end. */
  const leaveEnd = useCallback(() => {
    touched.current = performance.now();
    change({ following: false, below: 0 });
  }, [change]);
  /** After it: a line near the end, or a list without anything to scroll, is at the end all the same. */
  const settle = useCallback(() => {
    const handle = list.current;
    if (handle) change(scrolled(state.current, handle.scrollOffset, handle.viewportSize, handle.scrollSize));
  }, [list, change]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what moves the end.
  useLayoutEffect(() => {
    if (state.current.following) pin();
  }, [rows, pin]);
  useEffect(() => {
    const ids = entries.slice(-200).map((entry) => entry.item.id);
    const added = addedAfter(ids, lastSeen.current);
    lastSeen.current = ids.at(-1);
    change(grown(state.current, added));
  }, [entries, change]);

  return { follow, onScroll, onResize, toEnd, byHand, leaveEnd, settle };
}
