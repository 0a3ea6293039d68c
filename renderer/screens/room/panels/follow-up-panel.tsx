/** What must be done afterwards, noted on the way. */
import { personName } from '../../../../shared/incident/names.ts';
import { dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function FollowUpPanel() {
  const { view } = useRoom();
  const open = view.followUps.filter((followUp) => followUp.wontDo === undefined);
  if (open.length === 0) return null;
  return (
    <Section title={`Follow-ups: ${open.length}`} aside={<ComposeButton line="/f " says="add" />}>
      <LongList items={open} things="follow-ups" className={styles.list}>
        {(followUp) => (
          <li key={followUp.id} className={styles.timed} title={`noted ${dayOf(followUp.addedAt, view.zone)}`}>
            <span className={styles.label}>{followUp.label}</span>
            <span>
              <Written>{followUp.text}</Written>{' '}
              <span className={styles.quiet}>
                {followUp.owner === undefined ? 'no owner' : personName(view, followUp.owner)} ·{' '}
                <span className={styles.date}>{followUp.due ?? 'no date'}</span>
              </span>
              {(followUp.owner === undefined || followUp.due === undefined) && <Supply label={followUp.label} />}
            </span>
          </li>
        )}
      </LongList>
    </Section>
  );
}

/** A loose follow-up is given to somebody by a day, or let go with a reason. */
function Supply({ label }: { readonly label: string }) {
  return (
    <span className={styles.supply}>
      <ComposeButton line={`/own ${label} `} says="who, when" shows="label" />
      <ComposeButton line={`/wontdo ${label} `} says="let go" shows="label" />
    </span>
  );
}
