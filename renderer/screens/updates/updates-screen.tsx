/** The screen where messages are written: whom they are for and what those were promised, the text with what speaks against it, and what came of the earlier ones. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { type Audience, audiences } from '../../../shared/vocabulary/words.ts';
import { useIncident } from '../../bridge/use-incident.ts';
import { useSession } from '../../bridge/use-session.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { LostScreen } from '../lost/lost-screen.tsx';
import { UpdatesDesk } from './updates-desk.tsx';
import { waitingDrafts } from './use-messages.ts';
import { newMessage } from './writing.ts';

interface UpdatesScreenProps {
  /** As the address has it: an id, a suffix or a label. */
  readonly incident: string;
  /** An audience or the label of a draft, from the address too. */
  readonly about: string | undefined;
}

/** Waits for the incident, or says that there is none. */
export function UpdatesScreen({ incident, about }: UpdatesScreenProps) {
  const state = useIncident(incident);
  const { session } = useSession();
  if (state.state === 'loading' || session === undefined) return <EmptyState>Reading the log …</EmptyState>;
  if (state.state === 'ready') return <UpdatesDesk key={about} view={state.view} self={session.person} {...startOf(state.view, about)} />;
  return state.error.code === 'not-found' ? <LostScreen reason="incident" /> : <Notice tone="broken" title={state.error.message} />;
}

/** Where one begins: with a new message to an audience, or with a draft; as one left it where the address names neither. */
function startOf(view: IncidentView, about: string | undefined): { readonly to: readonly Audience[]; readonly first: string | undefined } {
  const draft = waitingDrafts(view).find(({ label, id }) => label === about || id === about);
  const to = audiences.filter((audience) => audience === about);
  return { to, first: draft?.id ?? (to.length > 0 ? newMessage : undefined) };
}
