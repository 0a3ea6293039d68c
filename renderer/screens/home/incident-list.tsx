/** Incidents as lines: severity, title, state, who commands, what is due next, how old. The whole line is a link. */
import { dueAt } from '../../../shared/api/summary.ts';
import type { IncidentSummary } from '../../../shared/api/wire.ts';
import { phaseWords } from '../../../shared/incident/describe.ts';
import { dayOf } from '../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../bridge/use-now.ts';
import { useRulesInForce } from '../../bridge/use-playbook.ts';
import { Button } from '../../components/button/button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { classNames } from '../../components/class-names.ts';
import { ageText } from '../../components/clock/format-time.ts';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import { dueWords } from './due-words.ts';
import styles from './incident-list.module.css';

export interface IncidentListProps {
  readonly label: string;
  readonly incidents: readonly IncidentSummary[];
  /** Draws more of them; absent: these are all. */
  readonly onMore?: () => void;
  readonly left?: number;
}

/** Drills have stripes and the word. */
export function IncidentList({ label, incidents, onMore, left }: IncidentListProps) {
  return (
    <>
      <ul aria-label={label}>
        {incidents.map((incident) => (
          <li key={incident.id} className={styles.item}>
            <Line incident={incident} />
          </li>
        ))}
      </ul>
      {onMore === undefined ? null : (
        <Button look="quiet" onPress={onMore}>
          {`Show more (${left} are left)`}
        </Button>
      )}
    </>
  );
}

function Line({ incident }: { readonly incident: IncidentSummary }) {
  const { id, title, label, phase, severity, mode, commander, ended } = incident;
  const rules = useRulesInForce();
  return (
    <a href={hrefOf({ screen: 'room', incident: id })} className={classNames(styles.line, mode === 'drill' && styles.drill)}>
      <span className={styles.severity}>
        {severity === undefined ? <Chip>SEV ?</Chip> : <Chip look={ended ? 'outline' : 'strong'}>{rules.severities[severity].label}</Chip>}
      </span>
      <span className={styles.what}>
        {mode === 'drill' ? <b className={styles.word}>DRILL</b> : null}
        <Written shape="clipped">{title === '' ? 'Untitled' : title}</Written>
      </span>
      <span className={styles.state}>
        <code>{label}</code>
        <span>{phaseWords[phase]}</span>
        {mode === 'imported' || mode === 'backfilled' ? <span>{mode}</span> : null}
        {commander !== undefined ? (
          <span className={styles.commander}>
            <Written shape="clipped">{`IC ${commander}`}</Written>
          </span>
        ) : ended ? null : (
          <span className={styles.commander}>no commander</span>
        )}
      </span>
      <span className={styles.due}>
        <Due incident={incident} />
      </span>
      <span className={styles.age}>
        <Age incident={incident} />
      </span>
    </a>
  );
}

function Due({ incident }: { readonly incident: IncidentSummary }) {
  const now = useNow();
  const due = dueAt(incident, now);
  if (due === undefined) return null;
  const { says, tone } = dueWords(due, now);
  return (
    <Chip look="bare" tone={tone}>
      <span role="timer" aria-live="off" className={styles.dueSays}>
        {says}
      </span>
    </Chip>
  );
}

function Age({ incident }: { readonly incident: IncidentSummary }) {
  const now = useNow();
  const begun = incident.declaredAt ?? incident.happenedAt;
  if (begun === undefined) return null;
  if (incident.ended) return <time>{dayOf(begun, Intl.DateTimeFormat().resolvedOptions().timeZone)}</time>;
  const age = now - begun;
  return age < 60_000 ? 'just now' : `since ${ageText(age)}`;
}
