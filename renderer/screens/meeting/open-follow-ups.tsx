/** The incident's follow-ups while the meeting speaks of them, with what is vague in each. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { followUpRows, isRowOpen } from '../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './meeting.module.css';

export function OpenFollowUps({ view }: { readonly view: IncidentView }) {
  const open = followUpRows(view).filter(isRowOpen);
  if (open.length === 0) return <EmptyState>No follow-up is open. One is written below: the act, @owner and a day.</EmptyState>;
  return (
    <LongList items={open} things="follow-ups" className={styles.open}>
      {(row) => (
        <li key={row.id}>
          <span className={styles.label}>{row.label}</span>
          <span>
            <Written>{row.text}</Written>{' '}
            <span className={styles.quiet}>
              {row.owner?.name ?? 'no owner'} · {row.due ?? 'no date'}
              {row.kind === undefined ? '' : ` · ${row.kind}`}
            </span>
            {row.vague.map(({ kind, says, ask }) => (
              <span key={kind} className={styles.vague}>
                <span aria-hidden="true">◇ </span>
                {says}: {ask}
              </span>
            ))}
          </span>
        </li>
      )}
    </LongList>
  );
}
