/** Open follow-ups by how long they have waited, the oldest first. */
import { bucketWords, type FollowUpAges } from '../../../shared/postmortem/insights/follow-up-ages.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './insights.module.css';

const mostShown = 20;

export function AgesPart({ ages: { open, overdue, buckets } }: { readonly ages: FollowUpAges }) {
  return (
    <Section title="Open follow-ups by age" aside={`${open.length} open, ${overdue} overdue`}>
      {open.length === 0 ? (
        <EmptyState>Nothing is left to do. What an incident teaches is written down in its room with /f and what will be done.</EmptyState>
      ) : (
        <>
          <ul aria-label="Ages" className={styles.themes}>
            {buckets.map((bucket) => (
              <li key={bucket.from}>
                {bucketWords(bucket)}: <strong>{bucket.count}</strong>
              </li>
            ))}
          </ul>
          <ul aria-label="The oldest open follow-ups" className={styles.values}>
            {open.slice(0, mostShown).map(({ row, days, overdue: late }) => (
              <li key={row.id}>
                <span className={styles.figure}>{days === 1 ? '1 day' : `${days} days`}</span>
                <span className={styles.incident}>
                  <a href={hrefOf({ screen: 'room', incident: row.incident.id, entry: row.id })}>
                    {row.incident.label} {row.label}
                  </a>{' '}
                  <Written>{row.text}</Written>
                  <span className={styles.quiet}>
                    {' '}
                    {row.owner === undefined ? 'no owner' : <Written>{row.owner.name}</Written>}
                    {late ? ', overdue' : ''}
                    {row.incident.mode === 'drill' ? ', from a DRILL' : ''}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {open.length > mostShown ? <p className={styles.quiet}>{open.length - mostShown} more are younger.</p> : null}
        </>
      )}
    </Section>
  );
}
