/** What a review meeting that is over came to: how long each part took, and what was written down. */
import { personName } from '../../../shared/incident/names.ts';
import type { MeetingView } from '../../../shared/incident/review-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { meetingProgress } from '../../../shared/postmortem/meeting/progress.ts';
import { loggedIn, loggedWords } from '../../../shared/postmortem/meeting/walk.ts';
import { clockTime, dayOf, zoneLabel } from '../../../shared/vocabulary/zoned-time.ts';
import { ageText } from '../../components/clock/format-time.ts';
import { Section } from '../../components/section/section.tsx';
import { hrefOf } from '../../route.ts';
import { LoggedList } from './logged-list.tsx';
import styles from './meeting.module.css';
import { MeetingHead } from './meeting-head.tsx';

interface EndedMeetingProps {
  readonly view: IncidentView;
  readonly meeting: MeetingView;
}

export function EndedMeeting({ view, meeting }: EndedMeetingProps) {
  const end = meeting.endedAt ?? meeting.begunAt;
  const progress = meetingProgress(meeting, end);
  const logged = loggedIn(view, meeting, end);
  const when = `${dayOf(meeting.begunAt, view.zone)} ${clockTime(meeting.begunAt, view.zone)}–${clockTime(end, view.zone)} ${zoneLabel(view.zone)}`;
  return (
    <>
      <MeetingHead view={view} />
      <Section title="The meeting is over">
        <p>
          {when}, {ageText(progress.elapsed)}
          {meeting.facilitator === undefined ? '' : `, facilitated by ${personName(view, meeting.facilitator)}`}. Written down:{' '}
          {loggedWords(logged)}.
        </p>
        <ul className={styles.spent} aria-label="Time spent">
          {progress.parts.map(({ part, says, minutes, spent }) => (
            <li key={part}>
              <span>{says}</span>
              <span className={styles.figures}>
                {spent === 0 ? 'not reached' : ageText(spent)} of {minutes} min
              </span>
            </li>
          ))}
        </ul>
        <LoggedList view={view} lines={logged} />
        <p className={styles.links}>
          <a href={hrefOf({ screen: 'export', incident: view.id })}>The postmortem</a>
          <a href={hrefOf({ screen: 'followUps' })}>All follow-ups</a>
          <a href={hrefOf({ screen: 'room', incident: view.id })}>Back to the incident</a>
        </p>
      </Section>
    </>
  );
}
