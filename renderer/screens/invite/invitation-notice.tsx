/** The invitation that was just made: its link, and what whoever opens it can and cannot do. */
import type { ReactNode } from 'react';
import { useStore } from '../../bridge/store.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import styles from './invitation-notice.module.css';
import { type Invitation, invitation, leadsHereOnly, putAway } from './invite.ts';

/** Above whatever screen one is on; it takes no focus. */
export function InvitationNotice() {
  const made = useStore(invitation);
  return made === undefined ? null : <div className={styles.strip}>{noticeOf(made)}</div>;
}

function noticeOf(made: Invitation): ReactNode {
  const away = (
    <Button look="quiet" onPress={putAway}>
      Put away
    </Button>
  );
  if (made.state === 'failed') return <Notice tone="broken" title={`Nobody was invited. ${made.why}`} actions={away} />;
  return (
    <Notice
      tone={made.copied === 'copied' ? 'done' : 'neutral'}
      title={made.copied === 'copied' ? 'The link is copied' : 'This window may not copy: select the link'}
      actions={away}
    >
      <p>
        <code className={styles.link}>{made.url}</code>
      </p>
      <p className={styles.words}>
        Whoever opens it joins from a browser, sees every incident here and writes as themself. They cannot import, invite, erase or speak
        for others. It works once, within a day: make one for each person.
        {leadsHereOnly(made.url) && ' This console listens on this computer only, so the link opens on this computer only.'}
      </p>
    </Notice>
  );
}
