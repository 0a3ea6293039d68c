/** What changed before it began, each with its distance to the impact; most outages follow a change, and show within three hours. */
import { useMemo } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { type Change, changesAmong } from '../../../../shared/incident/work/changes.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { ageText } from '../../../components/clock/format-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { lineTimeInFull } from '../timeline/line-time.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function ChangePanel({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { view } = useRoom();
  const changes = useMemo(() => changesAmong(entries, view), [entries, view]);
  return (
    <Section title="What changed" aside={<ComposeButton line="/changed @" says="add" />}>
      {changes.length === 0 ? (
        <p className={styles.empty}>Deploys, switches and moves of the hours before stand here. Most outages follow a change.</p>
      ) : (
        <LongList items={changes} things="changes" className={styles.list}>
          {(change) => (
            <li key={change.entry.item.id} className={styles.timed} title={lineTimeInFull(change.entry, view.zone)}>
              <time dateTime={new Date(change.entry.occurredAt).toISOString()}>{clockTime(change.entry.occurredAt, view.zone)}</time>
              <span>
                <Written>{change.entry.text}</Written> <span className={styles.distance}>{distanceSays(change)}</span>
              </span>
            </li>
          )}
        </LongList>
      )}
    </Section>
  );
}

/** `38 min before · suspect`; nothing while the start of the impact is not known. The word marks the three hours, not a colour. */
export function distanceSays({ beforeImpact, suspect }: Pick<Change, 'beforeImpact' | 'suspect'>): string {
  if (beforeImpact === undefined) return '';
  if (Math.abs(beforeImpact) < 60_000) return 'as it began · suspect';
  const distance = `${ageText(Math.abs(beforeImpact))} ${beforeImpact > 0 ? 'before' : 'after'}`;
  return suspect ? `${distance} · suspect` : distance;
}
