/** Tells a screen reader what others wrote; what one writes oneself is not repeated. */
import { useEffect, useRef } from 'react';
import type { ShownEntry } from '../../../shared/incident/timeline.ts';
import { announce } from '../../components/live-region/announce.ts';

/** Entries that were written after the last time, by others, oldest first. `since` is ms since epoch, UTC. */
export function writtenByOthers(entries: readonly ShownEntry[], since: number, self: string): readonly ShownEntry[] {
  return entries.filter((entry) => entry.recordedAt > since && entry.item.actor !== self && entry.item.via !== 'import');
}

/** One sentence for one entry or for many. */
export function heardSays(fresh: readonly ShownEntry[]): string | undefined {
  const last = fresh.at(-1);
  if (last === undefined) return undefined;
  return fresh.length === 1 ? `${last.byName ?? last.actorName}: ${last.text}` : `${fresh.length} new lines; the last by ${last.actorName}`;
}

export function useHeard(entries: readonly ShownEntry[], self: string): void {
  const since = useRef<number | undefined>(undefined);
  useEffect(() => {
    let newest = 0;
    for (const { recordedAt } of entries) if (recordedAt > newest) newest = recordedAt;
    const words = since.current === undefined ? undefined : heardSays(writtenByOthers(entries, since.current, self));
    since.current = newest;
    if (words !== undefined) announce(words);
  }, [entries, self]);
}
