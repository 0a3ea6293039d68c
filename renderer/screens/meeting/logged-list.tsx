/** What a meeting wrote into the log, each with its kind and a way to its line. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { LoggedLine, MeetingLine } from '../../../shared/postmortem/meeting/walk.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './meeting.module.css';

export const lineWords: Readonly<Record<MeetingLine, string>> = {
  decision: 'decision',
  followUp: 'follow-up',
  opportunity: 'question',
  note: 'note',
  thanks: 'thanks',
};

interface LoggedListProps {
  readonly view: IncidentView;
  readonly lines: readonly LoggedLine[];
}

export function LoggedList({ view, lines }: LoggedListProps) {
  if (lines.length === 0) return <EmptyState>Nothing was written down in this meeting yet.</EmptyState>;
  return (
    <LongList items={lines} things="lines" most={8} className={styles.logged}>
      {({ id, line, text }) => (
        <li key={id}>
          <a href={hrefOf({ screen: 'room', incident: view.id, entry: id })}>{lineWords[line]}</a>
          <Written>{text}</Written>
        </li>
      )}
    </LongList>
  );
}
