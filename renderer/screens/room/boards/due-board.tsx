/** Everything that falls due, the soonest first, counting in place: when, what, whose it is, and what one types to answer it. */
import { personName } from '../../../../shared/incident/names.ts';
import type { ScheduleItem } from '../../../../shared/incident/schedule/schedule-item.ts';
import { schedule } from '../../../../shared/incident/schedule.ts';
import { clockTime, dayOf, zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { ageText, clockText } from '../../../components/clock/format-time.ts';
import { Written } from '../../../components/written/written.tsx';
import { ComposeButton } from '../panels/compose-button.tsx';
import { useRoom } from '../room-context.ts';
import styles from './boards.module.css';

export function DueBoard() {
  const { view } = useRoom();
  const now = useNow();
  const items = schedule(view, now);
  return (
    <>
      <p className={styles.quiet}>
        {items.length === 0 ? 'Nothing falls due. ' : `Times in ${zoneLabel(view.zone)}. `}
        <ComposeButton line="/deadline " says="set a deadline by hand" />
      </p>
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} now={now} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ item, now }: { readonly item: ScheduleItem; readonly now: number }) {
  const { view } = useRoom();
  const { at, says, standing, answers } = item;
  const day = dayOf(at, view.zone);
  return (
    <tr data-tone={standing === 'broken' ? 'broken' : standing === 'ahead' ? 'neutral' : 'now'}>
      <th scope="row">
        <Written>{says}</Written>
        {item.for !== undefined && (
          <div className={styles.quiet}>
            <Written>{personName(view, item.for)}</Written>
          </div>
        )}
      </th>
      <td className={styles.number}>
        {day === dayOf(now, view.zone) ? '' : `${day} `}
        {clockTime(at, view.zone)}
        <div role="timer" aria-live="off">
          {standing === 'broken' ? '■ ' : standing === 'ahead' ? '' : '◆ '}
          {standsWords(item, now)}
        </div>
      </td>
      <td>
        {answers.map(({ says: answer, key }) => (
          <ComposeButton key={key} line={key} says={answer} shows="label" />
        ))}
      </td>
    </tr>
  );
}

/** `in 6:12`, `due now`, `overdue, 4 min ago`, `not kept, 4 min ago`. */
function standsWords({ at, standing }: ScheduleItem, now: number): string {
  if (now < at) return `in ${clockText(at - now)}`;
  const ago = now - at < 60_000 ? 'now' : `${ageText(now - at)} ago`;
  if (standing === 'broken') return `not kept, ${ago}`;
  return standing === 'overdue' ? `overdue, ${ago}` : `due ${ago}`;
}
