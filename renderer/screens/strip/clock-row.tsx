/** The clocks of the strip: the few most pressing ones, the rest counted. They count in place. */
import { useNow } from '../../bridge/use-now.ts';
import { Written } from '../../components/written/written.tsx';
import { useRoom } from '../room/room-context.ts';
import styles from './strip.module.css';
import { stripClocks } from './strip-clocks.ts';

/** As many as stand in two lines of the usual width. */
const mostShown = 4;
const shapes = { broken: '■ ', now: '◆ ', neutral: '', done: '' } as const;

export function ClockRow() {
  const { view } = useRoom();
  const clocks = stripClocks(view, useNow());
  if (clocks.length === 0) return <p className={styles.quiet}>{view.phase === 'paused' ? 'Paused: no clock runs.' : 'No clock runs.'}</p>;
  const left = clocks.length - mostShown;
  return (
    <ul className={styles.clocks} aria-label="Clocks">
      {clocks.slice(0, mostShown).map(({ key, name, says, tone }) => (
        <li key={key} className={styles.clock} data-tone={tone}>
          <span className={styles.name}>
            <Written shape="clipped">{name}</Written>
          </span>
          <span role="timer" aria-live="off" className={styles.stands}>
            {shapes[tone]}
            {says}
          </span>
        </li>
      ))}
      {left > 0 && <li className={styles.more}>+{left}</li>}
    </ul>
  );
}
