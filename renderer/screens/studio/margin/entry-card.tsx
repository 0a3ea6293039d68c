/** An entry of the log behind a claim: when, who and what; a star, tags, and the way to its line in the room. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { clockTime, dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import type { CommandRunner } from '../../../bridge/run-command.ts';
import { classNames } from '../../../components/class-names.ts';
import { announce } from '../../../components/live-region/announce.ts';
import { Written } from '../../../components/written/written.tsx';
import { hrefOf } from '../../../route.ts';
import styles from './margin.module.css';
import { reviewTags } from './review-tags.ts';

interface EntryCardProps {
  readonly view: IncidentView;
  readonly entry: ShownEntry;
  readonly run: CommandRunner['run'];
}

export function EntryCard({ view, entry, run }: EntryCardProps) {
  const { item, text, starred, tags, occurredAt } = entry;
  const name = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const tagged = tags.length === 0 ? 'tag' : `tags: ${tags.join(', ')}`;
  const star = async () => {
    const answer = await run({ type: 'entry.star', entry: item.id, starred: !starred });
    if (answer.ok) announce(starred ? 'The star is taken away' : 'Starred');
  };
  const toggle = async (tag: string) => {
    const next = tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag];
    const answer = await run({ type: 'entry.tag', entry: item.id, tags: next });
    if (answer.ok) announce(next.length === 0 ? 'No tags' : `Tags: ${next.join(', ')}`);
  };
  return (
    <li className={styles.entry}>
      <p className={styles.quiet}>
        <time dateTime={new Date(occurredAt).toISOString()}>
          {dayOf(occurredAt, view.zone)} {clockTime(occurredAt, view.zone)}
        </time>{' '}
        · <Written>{entry.byName ?? entry.actorRole ?? entry.actorName}</Written>
      </p>
      <p className={styles.words}>
        <Written>{text}</Written>
      </p>
      <div className={styles.ways}>
        <button type="button" className={styles.tag} aria-pressed={starred} aria-label={`Star: ${name}`} onClick={() => void star()}>
          <span aria-hidden="true">{starred ? '★' : '☆'}</span> {starred ? 'starred' : 'star'}
        </button>
        <a href={hrefOf({ screen: 'room', incident: view.id, entry: item.id })} aria-label={`In the timeline: ${name}`}>
          in the timeline
        </a>
      </div>
      <details className={styles.tags}>
        <summary aria-label={`${tagged}, of: ${name}`}>{tagged}</summary>
        <div className={styles.ways}>
          {reviewTags.map(({ tag, says }) => (
            <button
              key={tag}
              type="button"
              className={classNames(styles.tag)}
              aria-pressed={tags.includes(tag)}
              title={says}
              onClick={() => void toggle(tag)}
            >
              {tag}
            </button>
          ))}
        </div>
      </details>
    </li>
  );
}
