/** What came of the last thing that was done: said, with the way back; or refused, with the way past it. */
import { useEffect, useRef } from 'react';
import type { Unmet } from '../../../shared/incident/refusal.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import styles from './outcome.module.css';
import { RefusedSend } from './refused-send.tsx';
import type { Sending } from './use-sending.ts';

interface OutcomeProps {
  readonly sending: Sending;
  readonly zone: string;
  readonly remedyFor: (unmet: Unmet) => { readonly says: string; readonly run: () => void } | undefined;
}

/** Comes into sight when it changes; it takes no focus. */
export function Outcome(props: OutcomeProps) {
  const { done, failed } = props.sending;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done !== undefined || failed !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [done, failed]);
  return (
    <div ref={place}>
      <OutcomeWords {...props} />
    </div>
  );
}

function OutcomeWords({ sending, zone, remedyFor }: OutcomeProps) {
  const { done, failed, leave } = sending;
  if (failed !== undefined)
    return <RefusedSend error={failed.error} zone={zone} remedyFor={remedyFor} onOverride={failed.again} onLeave={leave} />;
  if (done === undefined) return null;
  const { says, undo, byHand } = done;
  return (
    <Notice
      tone="done"
      title={says}
      actions={
        undo !== undefined && (
          <Button look="quiet" keys="Alt+Z" onPress={undo.run}>
            {undo.says}
          </Button>
        )
      }
    >
      {byHand !== undefined && (
        <textarea
          className={styles.byHand}
          readOnly
          rows={6}
          aria-label="What was recorded as sent, to be copied by hand"
          value={byHand}
          onFocus={(event) => event.target.select()}
        />
      )}
    </Notice>
  );
}
