/** The separator wherever the day changes in the incident's zone. */
import { zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';
import styles from './line.module.css';

const formats = new Map<string, Intl.DateTimeFormat>();

function dayWords(at: number, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  formats.set(zone, format);
  return format.format(at);
}

/** `at` is any moment of the day, ms since epoch, UTC. */
export function DayLine({ at, zone }: { readonly at: number; readonly zone: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the virtualised list positions its rows in elements of its own, so ul and li cannot nest.
    <div role="listitem" className={styles.day}>
      <span>
        {dayWords(at, zone)} · {zoneLabel(zone)}
      </span>
    </div>
  );
}
