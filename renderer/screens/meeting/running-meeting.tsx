/** The meeting while it goes on: one part at a time with its clock, what helps in it, and a line for what is said. */
import { useEffect, useRef } from 'react';
import { personName } from '../../../shared/incident/names.ts';
import type { MeetingView } from '../../../shared/incident/review-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { guideOf } from '../../../shared/postmortem/meeting/agenda.ts';
import { meetingProgress } from '../../../shared/postmortem/meeting/progress.ts';
import { loggedIn, loggedWords } from '../../../shared/postmortem/meeting/walk.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { useNow } from '../../bridge/use-now.ts';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import { LoggedList } from './logged-list.tsx';
import styles from './meeting.module.css';
import { MeetingHead } from './meeting-head.tsx';
import { MeetingLineForm } from './meeting-line-form.tsx';
import { OpenFollowUps } from './open-follow-ups.tsx';
import { PartClock } from './part-clock.tsx';
import { TimelineWalk } from './timeline-walk.tsx';

interface RunningMeetingProps {
  readonly view: IncidentView;
  readonly meeting: MeetingView;
}

/** The log has no later moment: what was written since the beginning counts until the end. */
const untilTheEnd = Number.MAX_SAFE_INTEGER;

export function RunningMeeting({ view, meeting }: RunningMeetingProps) {
  const { run, fault } = useRunCommand(view.id);
  const here = meeting.parts.at(-1)?.part ?? '';
  const at = meeting.agenda.findIndex(({ part }) => part === here);
  const [previous, current, next] = [meeting.agenda[at - 1], meeting.agenda[at], meeting.agenda[at + 1]];
  const move = (part: string | undefined) => void (part !== undefined && run({ type: 'meeting.move', meeting: meeting.id, part }));
  const end = async () => {
    // Consoles that were apart may have begun one each: they are one meeting to whoever sits in it.
    for (const { id, state } of view.meetings) if (state === 'running') await run({ type: 'meeting.end', meeting: id });
  };
  useEffect(() => announce(`Now: ${current?.says ?? here}.`), [current?.says, here]);
  useActions(() => [
    {
      id: 'meeting.next',
      name: next === undefined ? 'Next part' : `Next part: ${next.says}`,
      group: 'Meeting',
      chords: ['Alt+ArrowRight'],
      ...(next === undefined ? { unavailable: 'This is the last part. End the meeting when it is over.' } : {}),
      run: () => move(next?.part),
    },
    {
      id: 'meeting.previous',
      name: previous === undefined ? 'Part before' : `Part before: ${previous.says}`,
      group: 'Meeting',
      chords: ['Alt+ArrowLeft'],
      ...(previous === undefined ? { unavailable: 'This is the first part.' } : {}),
      run: () => move(previous?.part),
    },
    { id: 'meeting.end', name: 'End the meeting', group: 'Meeting', chords: ['Alt+E'], run: () => void end() },
  ]);
  const logged = loggedIn(view, meeting, untilTheEnd);
  const facilitator = meeting.facilitator === undefined ? undefined : personName(view, meeting.facilitator);
  return (
    <>
      <MeetingHead view={view}>
        <div className={styles.ways}>
          <Button onPress={() => move(previous?.part)} keys="Alt+ArrowLeft" unavailable={previous ? undefined : 'This is the first part.'}>
            Part before
          </Button>
          <Button
            look={next === undefined ? 'plain' : 'main'}
            onPress={() => move(next?.part)}
            keys="Alt+ArrowRight"
            unavailable={next ? undefined : 'This is the last part.'}
          >
            Next part
          </Button>
          <Button look={next === undefined ? 'main' : 'plain'} onPress={() => void end()} keys="Alt+E">
            End the meeting
          </Button>
        </div>
      </MeetingHead>
      {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Section title={current?.says ?? here} aside={<CurrentClock meeting={meeting} />}>
            <ul className={styles.guide}>
              {guideOf(here).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {here === 'timeline' ? <TimelineWalk view={view} meeting={meeting} /> : null}
            {here === 'follow-ups' ? <OpenFollowUps view={view} /> : null}
          </Section>
          <MeetingLineForm view={view} meeting={meeting} part={here} />
        </div>
        <div className={styles.beside}>
          <Section title="Agenda" aside={facilitator === undefined ? undefined : `facilitated by ${facilitator}`}>
            <Agenda meeting={meeting} onGo={move} />
          </Section>
          <Section title="Written down" aside={loggedWords(logged)}>
            <LoggedList view={view} lines={logged} />
          </Section>
        </div>
      </div>
    </>
  );
}

/** Says once that a part is nearly over, and once that it is. */
function CurrentClock({ meeting }: { readonly meeting: MeetingView }) {
  const { current } = meetingProgress(meeting, useNow());
  const said = useRef('');
  const standing = current?.standing;
  const now = current === undefined ? '' : `${current.part} ${standing}`;
  useEffect(() => {
    if (said.current === now) return;
    said.current = now;
    if (standing === 'nearlyOver') announce('This part is nearly over.');
    if (standing === 'over') announce('The time of this part is over.');
  }, [now, standing]);
  return current === undefined ? null : <PartClock part={current} />;
}

interface AgendaProps {
  readonly meeting: MeetingView;
  readonly onGo: (part: string) => void;
}

function Agenda({ meeting, onGo }: AgendaProps) {
  const progress = meetingProgress(meeting, useNow());
  return (
    <>
      <ol className={styles.parts}>
        {progress.parts.map((part) => {
          const isHere = part.part === progress.current?.part;
          return (
            <li key={part.part} aria-current={isHere ? 'step' : undefined}>
              {isHere ? (
                <b>▸ {part.says}</b>
              ) : (
                <Button look="quiet" label={`Go to: ${part.says}`} onPress={() => onGo(part.part)}>
                  {part.says}
                </Button>
              )}
              <PartClock part={part} />
            </li>
          );
        })}
      </ol>
      <p className={styles.quiet}>
        {Math.floor(progress.elapsed / 60_000)} min of {meeting.agenda.reduce((sum, { minutes }) => sum + minutes, 0)} are gone
        {progress.left < 0 ? ': the meeting is longer than planned' : ''}.
      </p>
    </>
  );
}
