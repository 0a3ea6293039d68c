/** Publishes one postmortem to the chosen folder, and says what came of it. */
import { useState } from 'react';
import { useBridge } from '../../bridge/bridge-context.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../components/live-region/announce.ts';
import styles from './library.module.css';
import { publicationSays, publicationWarns } from './publish-words.ts';

export interface PublishButtonProps {
  readonly incident: string;
  /** As the studio shows it now; absent: as it was published the last time. */
  readonly template?: string;
  /** Whether names become roles; absent: as the last time. */
  readonly names?: 'roles' | 'names';
}

export function PublishButton({ incident, template, names }: PublishButtonProps) {
  const bridge = useBridge();
  const { session } = useSession();
  const [said, setSaid] = useState<string | undefined>();
  const publish = async () => {
    const answer = await bridge.call('library.publish', {
      ids: [incident],
      ...(template !== undefined && { template }),
      ...(names !== undefined && { anonymous: names === 'roles' }),
    });
    const says = answer.ok ? [publicationSays(answer.value), ...publicationWarns(answer.value)].join(' ') : answer.error.message;
    setSaid(says);
    announce(says);
  };
  return (
    <span className={styles.publishing}>
      {said === undefined ? null : <span className={styles.said}>{said}</span>}
      <Button onPress={() => void publish()} unavailable={notOwner(session, 'publishes')}>
        Publish
      </Button>
    </span>
  );
}
