/** Why a line was not carried out, in one paragraph: what is missing, what supplies it, and the way on all the same. The text is still in the line. */
import { remedyKey } from '../../../shared/incident/next-step.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { AskButton } from '../../components/button/ask-button.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { withOverride } from '../room/composer/lines.ts';
import type { FailedLine } from '../room/composer/use-composer.ts';
import { useRoom } from '../room/room-context.ts';
import styles from './strip.module.css';

interface StripRefusedProps {
  readonly failed: FailedLine;
  readonly onLeave: () => void;
}

export function StripRefused({ failed, onLeave }: StripRefusedProps) {
  const { compose, view } = useRoom();
  const { error, line } = failed;
  const unmet = error.refusal?.unmet ?? [];
  return (
    <div role="status" className={styles.refused} data-tone={error.code === 'not-recording' ? 'broken' : 'now'}>
      <p>
        <b>
          <span aria-hidden="true">{error.code === 'not-recording' ? '■ ' : '◆ '}</span>
          {unmet.length > 0 ? 'Not yet. This is missing:' : (error.refusal?.message ?? error.message)}
        </b>
        {error.fields?.map(({ path, message }) => ` ${path}: ${message}.`)}
      </p>
      <ul>
        {unmet.map((one) => {
          const key = remedyKey(one);
          return (
            <li key={one.requirement}>
              {one.says}
              {one.remedy.kind === 'wait' && ` (until ${clockTime(one.remedy.until, view.zone)})`}
              {key !== undefined && (
                <AskButton onPress={() => compose(key)}>
                  <kbd>{key.trim()}</kbd>
                </AskButton>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        {error.refusal?.code === 'requirements' && line !== '' && (
          <AskButton onPress={() => compose(withOverride(line))}>
            on all the same, with a reason <KeyHint keys="Alt+O" />
          </AskButton>
        )}
        <AskButton onPress={onLeave}>
          leave it <KeyHint keys="Escape" />
        </AskButton>
      </p>
    </div>
  );
}
