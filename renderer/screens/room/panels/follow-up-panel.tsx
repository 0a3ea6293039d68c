/** What must be done afterwards, noted on the way: how far it has come, who has it, and what is vague in it. */
import { followUpStandingWords } from '../../../../shared/incident/follow-up-standing.ts';
import { type FollowUpRow, followUpRows, isRowOpen, isRowOverdue } from '../../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNowBy } from '../../../bridge/use-now.ts';
import { Chip } from '../../../components/chip/chip.tsx';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function FollowUpPanel() {
  const { view } = useRoom();
  const now = useNowBy(60_000);
  const rows = followUpRows(view).filter(({ standing }) => standing !== 'wontDo');
  if (rows.length === 0) return null;
  const left = rows.filter(isRowOpen).length;
  return (
    <Section
      title={left === rows.length ? `Follow-ups: ${left}` : `Follow-ups: ${left} of ${rows.length} open`}
      aside={<ComposeButton line="/f " says="add" />}
    >
      <LongList items={rows} things="follow-ups" className={styles.list}>
        {(row) => (
          <li key={row.id} className={styles.timed} title={`noted ${dayOf(row.addedAt, view.zone)}`}>
            <span className={styles.label}>{row.label}</span>
            <span>
              <Written>{row.text}</Written> <Standing row={row} now={now} />
              {isRowOpen(row) ? <Supply row={row} /> : null}
            </span>
          </li>
        )}
      </LongList>
    </Section>
  );
}

/** `now`: ms since epoch, UTC. */
function Standing({ row, now }: { readonly row: FollowUpRow; readonly now: number }) {
  const overdue = isRowOverdue(row, now);
  const asks = row.vague.filter(({ kind }) => kind !== 'noOwner' && kind !== 'noDay');
  return (
    <span className={styles.quiet}>
      {row.owner === undefined ? 'no owner' : <Written>{row.owner.name}</Written>} ·{' '}
      <span className={styles.date}>{row.due ?? 'no date'}</span>
      {row.kind === undefined ? null : ` · ${row.kind}`}
      {row.standing === 'open' ? null : ` · ${followUpStandingWords[row.standing]}`}
      {overdue ? (
        <>
          {' '}
          <Chip tone="broken" look="bare">
            overdue
          </Chip>
        </>
      ) : null}
      {row.link === undefined ? null : (
        <>
          {' · '}
          <a href={row.link} target="_blank" rel="noreferrer noopener">
            tracked elsewhere
          </a>
        </>
      )}
      {asks.length === 0 ? null : (
        <span title={asks.map(({ ask }) => ask).join(' ')}> · vague: {asks.map(({ says }) => says).join(', ')}</span>
      )}
    </span>
  );
}

/** A loose follow-up is given to somebody by a day; any is finished, or let go with a reason. */
function Supply({ row: { label, owner, due } }: { readonly row: FollowUpRow }) {
  return (
    <span className={styles.supply}>
      {owner === undefined || due === undefined ? (
        <ComposeButton line={`/own ${label} `} says="who, when" shows="label" />
      ) : (
        <ComposeButton line={`/done ${label}`} says="finish" shows="label" />
      )}
      <ComposeButton line={`/wontdo ${label} `} says="let go" shows="label" />
    </span>
  );
}
