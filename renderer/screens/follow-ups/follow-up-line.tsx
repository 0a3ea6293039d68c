/** One follow-up of the list: what is to be done, by whom, until when, how it stands, and the ways on. */
import { useEffect, useRef, useState } from 'react';
import { type FollowUpStanding, followUpStandingWords } from '../../../shared/incident/follow-up-standing.ts';
import { type FollowUpRow, isRowOpen, isRowOverdue } from '../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { dayOf } from '../../../shared/vocabulary/zoned-time.ts';
import { Button } from '../../components/button/button.tsx';
import { Chip, type Tone } from '../../components/chip/chip.tsx';
import { ageText } from '../../components/clock/format-time.ts';
import { TextField } from '../../components/field/text-field.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './follow-ups.module.css';

/** What somebody says of a follow-up: how far it has come, or why it will not be done. */
export type FollowUpChange = { readonly state: 'open' | 'started' | 'done' } | { readonly wontDo: string };

interface FollowUpLineProps {
  readonly row: FollowUpRow;
  /** Ms since epoch, UTC. */
  readonly now: number;
  readonly onChange: (row: FollowUpRow, change: FollowUpChange) => Promise<boolean>;
}

const tones: Readonly<Record<FollowUpStanding, Tone>> = { open: 'neutral', started: 'neutral', done: 'done', wontDo: 'neutral' };

export function FollowUpLine({ row, now, onChange }: FollowUpLineProps) {
  const { incident, label, text, standing } = row;
  const overdue = isRowOverdue(row, now);
  return (
    <li className={styles.row} data-follow-up={row.id}>
      <div className={styles.standing}>
        {overdue ? <Chip tone="broken">overdue</Chip> : <Chip tone={tones[standing]}>{followUpStandingWords[standing]}</Chip>}
        {overdue && standing === 'started' ? <span className={styles.quiet}>started</span> : null}
      </div>
      <div className={styles.what}>
        <p className={styles.text}>
          <Written>{text}</Written>
        </p>
        <p className={styles.quiet}>
          <Facts row={row} now={now} overdue={overdue} />
        </p>
        {row.why === undefined ? null : (
          <p className={styles.quiet}>
            Because: <Written>{row.why}</Written>
          </p>
        )}
        <Vague row={row} />
        <p className={styles.quiet}>
          {incident.mode === 'drill' ? <b>DRILL </b> : null}
          <a href={hrefOf({ screen: 'room', incident: incident.id, entry: row.id })} aria-label={`Open ${label} in ${incident.label}`}>
            {label} in {incident.label}
          </a>{' '}
          <Written>{incident.title}</Written>
          {row.link === undefined ? null : (
            <>
              {' · '}
              <a href={row.link} target="_blank" rel="noreferrer noopener" className={styles.link}>
                {row.link}
              </a>
            </>
          )}
        </p>
      </div>
      <Ways row={row} onChange={onChange} />
    </li>
  );
}

function Facts({ row, now, overdue }: { readonly row: FollowUpRow; readonly now: number; readonly overdue: boolean }) {
  const late = overdue && row.overdueFrom !== undefined ? `, ${ageText(now - row.overdueFrom)} ago` : '';
  const parts = [
    row.due === undefined ? 'no date' : `due ${row.due}${late}`,
    row.kind ?? 'no kind',
    `noted ${dayOf(row.addedAt, row.incident.zone)}, ${ageText(now - row.addedAt)} ago`,
  ];
  return (
    <>
      {row.owner === undefined ? 'no owner' : <Written>{row.owner.name}</Written>} · {parts.join(' · ')}
    </>
  );
}

/** Advice: whoever reads it decides. */
function Vague({ row }: { readonly row: FollowUpRow }) {
  if (row.vague.length === 0) return null;
  return (
    <ul className={styles.vague} aria-label={`Vague in ${row.label} of ${row.incident.label}`}>
      {row.vague.map(({ kind, says, ask }) => (
        <li key={kind}>
          <span aria-hidden="true">◇ </span>
          {says}: {ask}
        </li>
      ))}
    </ul>
  );
}

function Ways({ row, onChange }: Pick<FollowUpLineProps, 'row' | 'onChange'>) {
  const [asking, setAsking] = useState(false);
  const name = `${row.label} of ${row.incident.label}`;
  const stateId = `follow-up-state-${row.id}`;
  const asked = useRef(false);
  useEffect(() => {
    // The field goes away with what had the focus.
    if (asked.current && !asking) document.getElementById(stateId)?.focus();
    asked.current = asking;
  }, [asking, stateId]);
  const leave = () => setAsking(false);
  if (asking) return <Reason name={name} onLeave={leave} onGiven={(wontDo) => onChange(row, { wontDo })} />;
  const change = (made: FollowUpChange) => () => void onChange(row, made);
  const open = isRowOpen(row);
  // A button changes its words in place, so that the focus stays where it was.
  return (
    <div className={styles.ways}>
      <Button
        id={stateId}
        look="quiet"
        label={`${open ? 'Done' : 'To do again'}: ${name}`}
        onPress={change({ state: open ? 'done' : 'open' })}
      >
        {open ? 'Done' : 'To do again'}
      </Button>
      {open ? (
        <>
          <Button
            look="quiet"
            label={`${row.standing === 'open' ? 'Started' : 'Not started'}: ${name}`}
            onPress={change({ state: row.standing === 'open' ? 'started' : 'open' })}
          >
            {row.standing === 'open' ? 'Started' : 'Not started'}
          </Button>
          <Button look="quiet" label={`Won’t do: ${name}`} onPress={() => setAsking(true)}>
            Won’t do …
          </Button>
        </>
      ) : null}
    </div>
  );
}

interface ReasonProps {
  readonly name: string;
  readonly onLeave: () => void;
  readonly onGiven: (reason: string) => Promise<boolean>;
}

/** What is let go says why. */
function Reason({ name, onLeave, onGiven }: ReasonProps) {
  const [reason, setReason] = useState('');
  const letGo = async () => {
    if (reason.trim() !== '' && (await onGiven(reason.trim()))) onLeave();
  };
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        void letGo();
      }}
    >
      <TextField
        label={`Why ${name} will not be done`}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      />
      <Button type="submit" unavailable={reason.trim() === '' ? 'A reason is needed.' : undefined}>
        Let it go
      </Button>
    </form>
  );
}
