/** The review meeting: planned before it begins, walked through together while it goes on, told once it is over. All of it is in the log. */
import { lastMeeting, runningMeeting } from '../../../shared/postmortem/meeting/progress.ts';
import { useIncident } from '../../bridge/use-incident.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { classNames } from '../../components/class-names.ts';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { LostScreen } from '../lost/lost-screen.tsx';
import { BeforeMeeting } from './before-meeting.tsx';
import { EndedMeeting } from './ended-meeting.tsx';
import styles from './meeting.module.css';
import { RunningMeeting } from './running-meeting.tsx';

interface MeetingScreenProps {
  /** As the address has it: an id, a suffix or a label. */
  readonly incident: string;
}

/** Waits for the incident, or says that there is none. */
export function MeetingScreen({ incident }: MeetingScreenProps) {
  const state = useIncident(incident);
  const view = state.state === 'ready' ? state.view : undefined;
  usePageTitle(view === undefined ? 'Review meeting' : `${view.mode === 'drill' ? 'DRILL · ' : ''}Review meeting of ${view.title}`);
  if (state.state === 'loading') return <p className={pageFrame.waiting}>Reading the log …</p>;
  if (state.state === 'failed')
    return state.error.code === 'not-found' ? <LostScreen reason="incident" /> : <Notice tone="broken" title={state.error.message} />;
  const running = runningMeeting(state.view);
  const last = lastMeeting(state.view);
  return (
    <>
      {state.view.mode === 'drill' ? <Banner kind="drill">DRILL. This is an exercise.</Banner> : null}
      <div className={classNames(pageFrame.screen, styles.screen)}>
        {running === undefined ? (
          <>
            {last === undefined ? null : <EndedMeeting view={state.view} meeting={last} />}
            <BeforeMeeting key={last?.id ?? 'first'} view={state.view} />
          </>
        ) : (
          <RunningMeeting key={running.id} view={state.view} meeting={running} />
        )}
      </div>
    </>
  );
}
