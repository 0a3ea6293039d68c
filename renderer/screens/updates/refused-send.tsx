/** A message that was not sent: what is missing, what supplies it, and the way on all the same. The text stays where it was. */
import { useState } from 'react';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Unmet } from '../../../shared/incident/refusal.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import styles from './refused-send.module.css';

export const overrideFieldId = 'updates-override';

interface RefusedSendProps {
  readonly error: ApiError;
  readonly zone: string;
  /** What supplies a missing thing, as a button; undefined: nothing that a key could do. */
  readonly remedyFor: (unmet: Unmet) => { readonly says: string; readonly run: () => void } | undefined;
  /** Does the same again, past what is missing; undefined where there is no way past. */
  readonly onOverride: ((reason: string) => void) | undefined;
  readonly onLeave: () => void;
}

export function RefusedSend({ error, zone, remedyFor, onOverride, onLeave }: RefusedSendProps) {
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState<string | undefined>();
  const unmet = error.refusal?.unmet ?? [];
  const onward = onOverride !== undefined && error.refusal?.code === 'requirements';
  const go = () => {
    if (reason.trim() === '') return setLacking('A reason goes into the log with it: a few words.');
    onOverride?.(reason.trim());
  };
  return (
    <Notice
      tone={error.code === 'not-recording' ? 'broken' : 'now'}
      title={unmet.length > 0 ? 'Not yet. This is missing:' : (error.refusal?.message ?? error.message)}
      actions={
        <Button look="quiet" onPress={onLeave}>
          Leave it
        </Button>
      }
    >
      {unmet.length > 0 && (
        <ul className={styles.list}>
          {unmet.map((one) => (
            <li key={one.requirement} className={styles.unmet}>
              {one.says}
              {one.remedy.kind === 'wait' && ` (or wait until ${clockTime(one.remedy.until, zone)})`}
              <Remedy remedy={remedyFor(one)} />
            </li>
          ))}
        </ul>
      )}
      {error.fields?.map(({ path, message }) => (
        <p key={path}>
          {path}: {message}
        </p>
      ))}
      {onward && (
        <form
          className={styles.override}
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          <TextField
            label="Go on all the same, because"
            id={overrideFieldId}
            value={reason}
            onChange={(words) => {
              setReason(words);
              setLacking(undefined);
            }}
            maxLength={500}
            fault={lacking}
          />
          <Button type="submit" keys="Enter">
            Go on all the same
          </Button>
        </form>
      )}
      <p className={styles.kept}>Your text is kept.</p>
    </Notice>
  );
}

function Remedy({ remedy }: { readonly remedy: { readonly says: string; readonly run: () => void } | undefined }) {
  if (remedy === undefined) return null;
  return (
    <Button look="quiet" onPress={remedy.run}>
      {remedy.says}
    </Button>
  );
}
