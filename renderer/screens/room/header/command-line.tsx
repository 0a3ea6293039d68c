/** Who decides, since when, and what comes first: always in sight, quiet as long as all is well. */
import { clocksOf } from '../../../../shared/incident/clocks.ts';
import { personName } from '../../../../shared/incident/names.ts';
import { taskClocks } from '../../../../shared/incident/work/task-clocks.ts';
import { isOpenPhase } from '../../../../shared/vocabulary/words.ts';
import { clockTime, dayOf, zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Clock } from '../../../components/clock/clock.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { clockName } from './clock-words.ts';
import styles from './command-line.module.css';

export function CommandLine() {
  const { view, compose } = useRoom();
  const { focus, tempo } = view;
  const other = focus === 'restore' ? '/understand ' : '/restore ';
  return (
    <p className={styles.command}>
      <Commander />
      <span className={focus === 'restore' ? styles.wide : undefined}>
        <AskButton
          look="quiet"
          onPress={() => compose(other)}
          title={focus === 'restore' ? 'Service back first, the cause later' : 'The cause first: nothing is lost by waiting'}
        >
          {focus === 'restore' ? 'restore first' : 'understand first'}
        </AskButton>
      </span>
      <NextDue />
      {tempo !== 'normal' && (
        <AskButton look="quiet" onPress={() => compose('/tempo ')} title="Slower updates, relief planned">
          {tempo === 'long' ? 'long incident' : 'marathon'}
        </AskButton>
      )}
    </p>
  );
}

function Commander() {
  const { view, compose } = useRoom();
  const role = view.roles.commander;
  const { zone } = view;
  if (role?.state !== 'held' || role.holder === undefined) {
    return (
      <span className={styles.vacant}>
        <span aria-hidden="true">◆ </span>nobody has command{' '}
        {role?.since !== undefined && (
          <>
            for <Clock at={role.since} />
          </>
        )}
        <AskButton onPress={() => compose('/take ic')}>
          <kbd>/take ic</kbd>
        </AskButton>
      </span>
    );
  }
  const since = role.since;
  return (
    <span
      className={styles.holder}
      {...(since === undefined ? {} : { title: `has command since ${dayOf(since, zone)} ${clockTime(since, zone)} ${zoneLabel(zone)}` })}
    >
      <span className={styles.word}>IC</span> <Written>{personName(view, role.holder)}</Written>
      {since !== undefined && (
        <span className={styles.word}>
          <span className={styles.wide}> since {clockTime(since, zone)}</span>
          {isOpenPhase(view.phase) && (
            <>
              <span className={styles.wide}> ·</span> <Clock at={since} />
            </>
          )}
        </span>
      )}
    </span>
  );
}

/** The next clock that is not due yet; what is due speaks up beside it. Running tasks too, where their column is out of sight. */
function NextDue() {
  const { view } = useRoom();
  const now = useNow();
  const update = clocksOf(view, now).find(({ due }) => due > now);
  const task = taskClocks(view, now).find(({ standing }) => standing !== 'expired');
  return (
    <>
      {update !== undefined && (
        <span className={styles.word}>
          {clockName(update)} {update.promise === update.due ? 'promised in' : 'due in'} <Clock at={update.due} />
        </span>
      )}
      {task !== undefined && (
        <span className={styles.nearest}>
          {task.task.label} <Clock at={task.dueAt} />
        </span>
      )}
    </>
  );
}
