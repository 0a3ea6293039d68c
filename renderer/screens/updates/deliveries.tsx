/** What became of the messages that went over channels, and what a person may say of one that is not known to have arrived. */
import type { DeliveryView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../bridge/use-now.ts';
import { AskButton } from '../../components/button/ask-button.tsx';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './deliveries.module.css';
import { deliveryAnswers, deliveryWords, listed } from './message-words.ts';
import type { Sending } from './use-sending.ts';

interface DeliveriesProps {
  readonly view: IncidentView;
  readonly onSettle: Sending['settle'];
}

const marks = { neutral: '·', now: '◆', broken: '■', done: '✓' } as const;

/** Newest first; nothing is drawn where nothing ever went over a channel. */
export function Deliveries({ view, onSettle }: DeliveriesProps) {
  const now = useNow();
  const newestFirst = [...view.deliveries].reverse();
  if (newestFirst.length === 0) return null;
  return (
    <Section title="On their way">
      <LongList items={newestFirst} things="deliveries" most={6} shows="first" className={styles.list}>
        {(delivery) => (
          <Delivery key={`${delivery.update} ${delivery.channel}`} view={view} delivery={delivery} now={now} onSettle={onSettle} />
        )}
      </LongList>
    </Section>
  );
}

interface DeliveryProps extends DeliveriesProps {
  readonly delivery: DeliveryView;
  readonly now: number;
}

function Delivery({ view, delivery, now, onSettle }: DeliveryProps) {
  const { says, tone } = deliveryWords(delivery, now, view.zone);
  const update = view.updates.find(({ id }) => id === delivery.update);
  const about = update === undefined ? 'a message' : `${clockTime(update.sentAt, view.zone)} to ${listed(update.audiences)}`;
  return (
    <li className={styles.delivery}>
      <p>
        <Written>{delivery.name}</Written> <span className={styles.quiet}>{about}</span>
      </p>
      <p className={styles.says} data-tone={tone}>
        <span aria-hidden="true">{marks[tone]} </span>
        {says}
      </p>
      <p>
        {deliveryAnswers(delivery).map((answer) => (
          <AskButton
            key={answer.outcome}
            label={`${answer.says}: ${delivery.name}, ${about}`}
            onPress={() => void onSettle(delivery.update, delivery.channel, answer.outcome, `${delivery.name}: ${answer.says}.`)}
          >
            {answer.says}
          </AskButton>
        ))}
      </p>
    </li>
  );
}
