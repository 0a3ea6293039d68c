/** When the audiences hear again: in so many minutes, or never because this is the last message. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { clockTime, zoneLabel } from '../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../bridge/use-now.ts';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import styles from './next-field.module.css';
import { minutesUntil, type Next, nextAtOf, nextTyped, suggestedNextAt, usualInterval, type Writing } from './writing.ts';

export const nextFieldId = 'updates-next';

interface NextFieldProps {
  readonly view: IncidentView;
  readonly writing: Writing;
  readonly onChange: (next: Next) => void;
}

export function NextField({ view, writing, onChange }: NextFieldProps) {
  const now = useNow();
  const { next } = writing;
  const suggested = minutesUntil(suggestedNextAt(view, writing.audiences, now), now);
  const typed = next.kind === 'at' || next.kind === 'unsaid' ? next.typed : next.kind === 'final' ? '' : String(suggested);
  return (
    <div className={styles.row}>
      <label className={styles.minutes}>
        <span className={styles.label}>
          Next update in minutes <KeyHint keys="Alt+N" />
        </span>
        <input
          id={nextFieldId}
          className={styles.input}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={typed}
          aria-describedby="updates-next-says"
          onChange={(event) => onChange(nextTyped(event.target.value, Date.now()))}
        />
      </label>
      <label className={styles.final}>
        <input
          type="checkbox"
          className={styles.box}
          checked={next.kind === 'final'}
          onChange={(event) => onChange(event.target.checked ? { kind: 'final' } : { kind: 'suggested' })}
        />
        final: nothing comes after it <KeyHint keys="Alt+L" />
      </label>
      <p id="updates-next-says" className={styles.says} data-wants={wants(writing, now) || undefined}>
        {nextSays(writing, view, now)}
      </p>
    </div>
  );
}

const wants = ({ next }: Writing, now: number): boolean => next.kind === 'unsaid' || (next.kind === 'at' && next.at <= now);

function nextSays(writing: Writing, view: IncidentView, now: number): string {
  if (writing.next.kind === 'final') return 'The clock of those who get it stops.';
  const interval = usualInterval(view, writing.audiences);
  const usual = interval === undefined ? 'no clock runs for them' : `every ${interval} min is usual now`;
  const at = nextAtOf(writing, view, now);
  if (at === undefined) return `◆ say in how many minutes, or that it is final; ${usual}`;
  const when = `${clockTime(at, view.zone)} ${zoneLabel(view.zone)}`;
  if (at <= now) return `◆ ${when} has passed: say when the next one comes; ${usual}`;
  return `promises ${when}, in ${minutesUntil(at, now)} min; ${usual}`;
}
