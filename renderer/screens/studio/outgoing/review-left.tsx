/** What a review still lacks before the incident can be closed, each with the key that supplies it. */

import { available, remedyKey } from '../../../../shared/incident/next-step.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import styles from './review-left.module.css';

/** Asked of the charts; shown once the incident is over, and closing is what comes next. */
export function ReviewLeft({ view }: { readonly view: IncidentView }) {
  const now = useNow();
  const close = available(view, now).find(({ type }) => type === 'incident.close');
  const over = view.phase === 'resolved' || view.phase === 'review';
  if (!over || close === undefined || !close.exists) return null;
  if (close.possible) {
    return (
      <Notice tone="done" title="Nothing is missing: the incident can be closed.">
        <p>
          Type <KeyHint keys="/close" /> in the room.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="now" title="Before this incident can be closed">
      <ul className={styles.missing}>
        {close.unmet.map((unmet) => {
          const key = remedyKey(unmet);
          return (
            <li key={unmet.requirement}>
              {unmet.says} {key === undefined ? null : <KeyHint keys={key.trim()} />}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
