/** Where a back-dated entry went: a marker at the end of the timeline, for a minute. */
import { useMemo } from 'react';
import { describeChipTime } from '../../../../shared/incident/log-line/chip-time.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { placedEarlier } from './day-rows.ts';
import styles from './timeline.module.css';

interface PlacedEarlierProps {
  readonly entries: readonly ShownEntry[];
  readonly zone: string;
  /** Goes to the entry with this id. */
  readonly onGo: (entry: string) => void;
}

export function PlacedEarlier({ entries, zone, onGo }: PlacedEarlierProps) {
  const now = useNow();
  // Of what was there a minute ago nothing can become new, so each second looks at a few only.
  const recent = useMemo(() => placedEarlier(entries, Date.now()), [entries]);
  const fresh = placedEarlier(recent, now).slice(-3);
  if (fresh.length === 0) return null;
  return (
    <ul className={styles.placed}>
      {fresh.map((entry) => (
        <li key={entry.item.id}>
          <button type="button" className={styles.placedButton} onClick={() => onGo(entry.item.id)}>
            <span>↑ added at {describeChipTime(entry, [zone], now)}</span>
            <bdi className={styles.placedText}>{entry.text}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
