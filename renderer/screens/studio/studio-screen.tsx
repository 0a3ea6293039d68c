/** The postmortem studio: waits for the incident, or says that there is none. */
import { useIncident } from '../../bridge/use-incident.ts';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { LostScreen } from '../lost/lost-screen.tsx';
import { StudioOpen } from './studio-open.tsx';

interface StudioScreenProps {
  /** As the address has it: an id, a suffix or a label. */
  readonly incident: string;
}

export function StudioScreen({ incident }: StudioScreenProps) {
  const state = useIncident(incident);
  if (state.state === 'loading') return <p className={pageFrame.waiting}>Reading the log …</p>;
  if (state.state === 'ready') return <StudioOpen view={state.view} />;
  return state.error.code === 'not-found' ? <LostScreen reason="incident" /> : <Notice tone="broken" title={state.error.message} />;
}
