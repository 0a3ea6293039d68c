/** A command that was not carried out: what is missing, what supplies it, and the way on all the same. The text is still in the composer. */

import { remedyKey } from '../../../../shared/incident/next-step.ts';
import type { Unmet } from '../../../../shared/incident/refusal.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { Button } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { useRoom } from '../room-context.ts';
import styles from './composer.module.css';
import { withOverride } from './lines.ts';
import type { FailedLine } from './use-composer.ts';

interface RefusedProps {
  readonly failed: FailedLine;
  readonly onLeave: () => void;
}

export function Refused({ failed, onLeave }: RefusedProps) {
  const { compose } = useRoom();
  const { error, line } = failed;
  const refusal = error.refusal;
  const onward = refusal?.code === 'requirements' && line !== '';
  return (
    <Notice
      tone={error.code === 'not-recording' ? 'broken' : 'now'}
      title={refusal && refusal.unmet.length > 0 ? 'Not yet. This is missing:' : (refusal?.message ?? error.message)}
      actions={
        <>
          {onward && (
            <Button keys="Alt+O" onPress={() => compose(withOverride(line))}>
              Go on all the same, with a reason
            </Button>
          )}
          <Button look="quiet" keys="Escape" onPress={onLeave}>
            Leave it
          </Button>
        </>
      }
    >
      {refusal && refusal.unmet.length > 0 && (
        <ul className={styles.unmet}>
          {refusal.unmet.map((unmet) => (
            <UnmetLine key={unmet.requirement} unmet={unmet} />
          ))}
        </ul>
      )}
      {error.fields && (
        <ul className={styles.unmet}>
          {error.fields.map((fault) => (
            <li key={fault.path}>
              {fault.path}: {fault.message}
            </li>
          ))}
        </ul>
      )}
      {line !== '' && <p className={styles.kept}>Your text is kept in the line below.</p>}
    </Notice>
  );
}

function UnmetLine({ unmet }: { readonly unmet: Unmet }) {
  const { compose, view } = useRoom();
  const key = remedyKey(unmet);
  return (
    <li>
      {unmet.says}
      {unmet.remedy.kind === 'wait' && <> (until {clockTime(unmet.remedy.until, view.zone)})</>}
      {key !== undefined && (
        <button type="button" className={styles.remedy} onClick={() => compose(key)}>
          <kbd>{key.trim()}</kbd>
        </button>
      )}
    </li>
  );
}
