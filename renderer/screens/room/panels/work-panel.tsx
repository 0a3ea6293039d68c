/** Beside the clocks: what changed before it began, and the follow-ups that were noted on the way. */
import { useMemo } from 'react';
import { personName } from '../../../../shared/incident/names.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { changesAmong } from '../../../../shared/incident/work/changes.ts';
import { clockTime, dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { lineTimeInFull } from '../timeline/line-time.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function WorkPanel({ entries }: { readonly entries: readonly ShownEntry[] }) {
  return (
    <>
      <Changes entries={entries} />
      <FollowUps />
      <Forks />
    </>
  );
}

function Changes({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { view } = useRoom();
  const changes = useMemo(() => changesAmong(entries, view), [entries, view]);
  return (
    <Section title="What changed" aside={<ComposeButton line="/changed @" says="add" />}>
      {changes.length === 0 ? (
        <p className={styles.empty}>Deploys, switches and moves of the hours before stand here. Most outages follow a change.</p>
      ) : (
        <LongList items={changes} things="changes" className={styles.list}>
          {({ entry }) => (
            <li key={entry.item.id} className={styles.timed} title={lineTimeInFull(entry, view.zone)}>
              <time dateTime={new Date(entry.occurredAt).toISOString()}>{clockTime(entry.occurredAt, view.zone)}</time>
              <Written>{entry.text}</Written>
            </li>
          )}
        </LongList>
      )}
    </Section>
  );
}

function FollowUps() {
  const { view } = useRoom();
  const open = view.followUps.filter((followUp) => followUp.wontDo === undefined);
  return (
    <Section title={open.length === 0 ? 'Follow-ups' : `Follow-ups: ${open.length}`} aside={<ComposeButton line="/f " says="add" />}>
      {open.length === 0 ? (
        <p className={styles.empty}>What must be done afterwards, noted now so that nobody has to remember it.</p>
      ) : (
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
      )}
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

/** Two events that claim one place in the log: kept, and told. */
function Forks() {
  const { view } = useRoom();
  if (view.forks.length === 0) return null;
  return (
    <Section title={`Forks: ${view.forks.length}`}>
      <p className={styles.empty}>
        Two consoles wrote to one place in the log, as copies of one data folder do. The later ones are kept and not shown here.
      </p>
    </Section>
  );
}
