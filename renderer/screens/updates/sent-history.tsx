/** What an audience was told and when: each message against what was promised before it, the longest silence, promises kept and broken. */
import { useMemo } from 'react';
import { personName } from '../../../shared/incident/names.ts';
import { type ToldView, updateHistory } from '../../../shared/incident/updates/update-history.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../bridge/use-now.ts';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { historyWords, pendingWords, toldWords } from './history-words.ts';
import type { Said } from './message-words.ts';
import styles from './sent-history.module.css';

interface SentHistoryProps {
  readonly view: IncidentView;
  readonly audience: Audience;
}

const marks = { neutral: '', now: '◆ ', broken: '■ ', done: '✓ ' } as const;

export function SentHistory({ view, audience }: SentHistoryProps) {
  const now = useNow();
  const history = useMemo(() => updateHistory(view, audience), [view, audience]);
  const newestFirst = useMemo(() => [...history.told].reverse(), [history]);
  const pending = pendingWords(view, audience, now);
  return (
    <Section title={`Told to ${audience} so far`}>
      {newestFirst.length === 0 ? (
        <p className={styles.quiet}>Nothing yet. Each message stands here, with what was promised and when it came.</p>
      ) : (
        <p className={styles.quiet}>{historyWords(history)}</p>
      )}
      {pending !== undefined && <Against words={pending} />}
      <LongList items={newestFirst} things="messages" most={5} shows="first" className={styles.list}>
        {(told) => <Told key={told.update.id} view={view} told={told} />}
      </LongList>
    </Section>
  );
}

function Told({ view, told }: { readonly view: IncidentView; readonly told: ToldView }) {
  const { update } = told;
  const notes = [
    `by ${personName(view, update.actor)}`,
    ...(update.status === undefined ? [] : [update.status]),
    ...(update.final ? ['final'] : []),
    ...(update.approval === 'unapproved' ? ['unapproved'] : []),
    ...(update.nextAt === undefined ? [] : [`promised ${clockTime(update.nextAt, view.zone)}`]),
  ];
  return (
    <li className={styles.told}>
      <p className={styles.head}>
        <time dateTime={new Date(update.sentAt).toISOString()}>{clockTime(update.sentAt, view.zone)}</time>
        <span className={styles.quiet}>{notes.join(' · ')}</span>
      </p>
      <Against words={toldWords(told, view.zone)} />
      <div className={styles.text}>
        <Written shape="lines">{update.text}</Written>
      </div>
    </li>
  );
}

function Against({ words: { says, tone } }: { readonly words: Said }) {
  return (
    <p className={styles.against} data-tone={tone}>
      <span aria-hidden="true">{marks[tone]}</span>
      {says}
    </p>
  );
}
