/** Messages that wait: drafts with the one whom they wait for, and deliveries that want somebody's word. Each leads to where it is settled. */
import { useNow } from '../../../bridge/use-now.ts';
import { hrefOf } from '../../../route.ts';
import { deliveryWords, waitingWords } from '../../updates/message-words.ts';
import { waitingDrafts } from '../../updates/use-messages.ts';
import { useRoom } from '../room-context.ts';
import styles from './panels.module.css';

/** Nothing is drawn where nothing waits. */
export function DraftLines() {
  const { view, self } = useRoom();
  const now = useNow();
  const drafts = waitingDrafts(view);
  const unsettled = view.deliveries.filter(({ state }) => state === 'uncertain' || state === 'failed');
  if (drafts.length + unsettled.length === 0) return null;
  const updates = { screen: 'updates', incident: view.id } as const;
  return (
    <ul className={styles.list} aria-label="Messages that wait">
      {drafts.map((draft) => (
        <li key={draft.id} className={styles.waits}>
          <a href={hrefOf({ ...updates, about: draft.label })}>{waitingWords(view, draft, now, self)}</a>
        </li>
      ))}
      {unsettled.map((delivery) => (
        <li key={`${delivery.update} ${delivery.channel}`} className={styles.waits}>
          <a href={hrefOf(updates)}>
            {delivery.name}: {deliveryWords(delivery, now, view.zone).says}
          </a>
        </li>
      ))}
    </ul>
  );
}
