/** The walk through the timeline: one entry at a time, with what was known then, and questions that ask how and what. */
import { useEffect, useMemo, useState } from 'react';
import type { MeetingView } from '../../../shared/incident/review-view.ts';
import type { ShownEntry } from '../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { questionsFor } from '../../../shared/postmortem/meeting/questions.ts';
import { momentOf, type WalkOver, walkOf } from '../../../shared/postmortem/meeting/walk.ts';
import { clockTime, dayOf, zoneLabel } from '../../../shared/vocabulary/zoned-time.ts';
import { Button } from '../../components/button/button.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import { keepWalkPlace, readWalkPlace, type WalkPlace } from './kept-place.ts';
import { KnownAtEntry } from './known-at-entry.tsx';
import styles from './meeting.module.css';

interface TimelineWalkProps {
  readonly view: IncidentView;
  readonly meeting: MeetingView;
}

const overs = [
  { value: 'starred', says: 'starred entries', meaning: 'what belongs in the report' },
  { value: 'all', says: 'every line' },
] as const;

export function TimelineWalk({ view, meeting }: TimelineWalkProps) {
  const [place, setPlace] = useState<WalkPlace>(() => readWalkPlace(sessionStorage, meeting.id));
  const entries = useMemo(() => walkOf(view, place.over), [view, place.over]);
  const at = Math.max(
    0,
    entries.findIndex(({ item }) => item.id === place.entry),
  );
  const entry = entries[at];
  useEffect(() => keepWalkPlace(sessionStorage, meeting.id, place), [meeting.id, place]);
  const go = (to: number) => {
    const wanted = entries[to];
    if (wanted === undefined) return;
    setPlace({ over: place.over, entry: wanted.item.id });
    announce(`${to + 1} of ${entries.length}: ${clockTime(wanted.occurredAt, view.zone)} ${wanted.text}`);
  };
  const change = (over: WalkOver) => setPlace({ over, ...(place.entry !== undefined && { entry: place.entry }) });
  const whyNotOn = at >= entries.length - 1 ? 'This is the last entry.' : undefined;
  const whyNotBack = at === 0 ? 'This is the first entry.' : undefined;
  useActions(() => [
    {
      id: 'meeting.entry.next',
      name: 'Next entry of the timeline',
      group: 'Meeting',
      chords: ['Alt+ArrowDown'],
      ...(whyNotOn !== undefined && { unavailable: whyNotOn }),
      run: () => go(at + 1),
    },
    {
      id: 'meeting.entry.previous',
      name: 'Entry of the timeline before',
      group: 'Meeting',
      chords: ['Alt+ArrowUp'],
      ...(whyNotBack !== undefined && { unavailable: whyNotBack }),
      run: () => go(at - 1),
    },
  ]);
  return (
    <div className={styles.walk}>
      <div className={styles.walkHead}>
        <Choice label="Walk over" options={overs} value={place.over} onChange={change} />
        <div className={styles.ways}>
          <Button look="quiet" keys="Alt+ArrowUp" onPress={() => go(at - 1)} unavailable={whyNotBack}>
            Before
          </Button>
          <Button look="quiet" keys="Alt+ArrowDown" onPress={() => go(at + 1)} unavailable={whyNotOn}>
            Next entry
          </Button>
        </div>
      </div>
      {entry === undefined ? (
        <EmptyState>
          {place.over === 'starred' ? 'No entry is starred. Every line can be walked over instead.' : 'The timeline has no entries yet.'}
        </EmptyState>
      ) : (
        <Stop view={view} entry={entry} place={`${at + 1} of ${entries.length}`} />
      )}
    </div>
  );
}

interface StopProps {
  readonly view: IncidentView;
  readonly entry: ShownEntry;
  readonly place: string;
}

function Stop({ view, entry, place }: StopProps) {
  const moment = momentOf(entry);
  const when = `${dayOf(entry.occurredAt, view.zone)} ${clockTime(entry.occurredAt, view.zone)} ${zoneLabel(view.zone)}`;
  return (
    <>
      <article className={styles.stop} aria-label={`Entry ${place}`}>
        <p className={styles.quiet}>
          {place} · <time>{when}</time> · {entry.starred ? '★ ' : ''}
          {entry.kind} · <Written>{entry.byName ?? entry.actorName}</Written>
          {entry.backdated ? ' · written later' : ''} ·{' '}
          <a href={hrefOf({ screen: 'room', incident: view.id, entry: entry.item.id })}>its line</a>
        </p>
        <p className={styles.entry}>
          <Written shape="lines">{entry.text}</Written>
        </p>
      </article>
      <div className={styles.beneath}>
        <KnownAtEntry view={view} at={moment} />
        <section aria-label="Questions">
          <h3 className={styles.small}>To ask whoever was there</h3>
          <ul className={styles.questions}>
            {questionsFor(entry).map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
