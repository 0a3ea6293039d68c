/** The screen where an incident is run. */
import { useMemo } from 'react';
import { useIncident } from '../../bridge/use-incident.ts';
import { useSession } from '../../bridge/use-session.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { hrefOf } from '../../route.ts';
import styles from './room.module.css';
import { RoomOpen } from './room-open.tsx';

interface RoomProps {
  /** From the address: an id, a unique suffix of one, or a label. */
  readonly incident: string;
  /** From the address too: the line that one came for. */
  readonly entry: string | undefined;
}

export function Room({ incident, entry }: RoomProps) {
  const state = useIncident(incident);
  const { session } = useSession();
  const self = useMemo(() => ({ id: session?.person ?? '', name: session?.name ?? '' }), [session]);
  if (state.state === 'failed') {
    return (
      <div className={styles.apart}>
        <Notice tone="broken" title="This incident cannot be shown">
          <p>{state.error.message}</p>
          <a href={hrefOf({ screen: 'home' })}>All incidents</a>
        </Notice>
      </div>
    );
  }
  if (state.state === 'loading') {
    return (
      <div className={styles.apart}>
        <EmptyState>Opening…</EmptyState>
      </div>
    );
  }
  return <RoomOpen view={state.view} recordedAt={state.recordedAt} self={self} entry={entry} />;
}
