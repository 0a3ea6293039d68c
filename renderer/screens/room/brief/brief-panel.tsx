/** `F2`: the brief for somebody who joins, and what changed while the person at this console was away. It takes no focus; Escape puts it away. */
import { useMemo } from 'react';
import { changesSince, joinerBrief } from '../../../../shared/incident/situation/joiner-brief.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import panels from '../panels/panels.module.css';
import { useRoom } from '../room-context.ts';
import { lineTimeInFull } from '../timeline/line-time.ts';
import styles from './brief-panel.module.css';
import type { Absence } from './last-look.ts';

/** What others wrote down while somebody was away, in the timeline's order. */
export function changesDuring(view: IncidentView, away: Absence | undefined, self: string): readonly ShownEntry[] {
  if (away === undefined) return [];
  return changesSince(view, away.from).filter(({ recordedAt, item }) => recordedAt <= away.to && item.actor !== self);
}

interface BriefPanelProps {
  readonly away: Absence | undefined;
  readonly onClose: () => void;
}

export function BriefPanel({ away, onClose }: BriefPanelProps) {
  const { view, self } = useRoom();
  const now = Math.floor(useNow() / 15_000) * 15_000;
  const lines = useMemo(() => joinerBrief(view, now), [view, now]);
  const changes = useMemo(() => changesDuring(view, away, self), [view, away, self]);
  return (
    <section className={styles.panel} aria-label="Brief">
      <Section
        title="Brief, copied"
        aside={
          <AskButton look="quiet" onPress={onClose}>
            close <KeyHint keys="Escape" />
          </AskButton>
        }
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <div className={styles.scroll} tabIndex={0}>
          <Written shape="lines">{lines.join('\n')}</Written>
          <p className={styles.since}>
            {away === undefined
              ? 'Once you have been away, what changed meanwhile stands here.'
              : `Since you looked at ${clockTime(away.from, view.zone)}: ${changes.length === 0 ? 'nothing new.' : ''}`}
          </p>
          {changes.length > 0 && (
            <LongList items={changes} things="lines" className={styles.changes}>
              {(entry) => (
                <li key={entry.item.id} className={panels.timed} title={lineTimeInFull(entry, view.zone)}>
                  <time dateTime={new Date(entry.occurredAt).toISOString()}>{clockTime(entry.occurredAt, view.zone)}</time>
                  <span>
                    <Written>{entry.text}</Written> <span className={panels.quiet}>{entry.byName ?? entry.actorName}</span>
                  </span>
                </li>
              )}
            </LongList>
          )}
        </div>
      </Section>
    </section>
  );
}

/** In the timeline's heading: how much is new to this person. */
export function NewSince({ away, onShow }: { readonly away: Absence | undefined; readonly onShow: () => void }) {
  const { view, self } = useRoom();
  const changes = useMemo(() => changesDuring(view, away, self), [view, away, self]);
  if (away === undefined || changes.length === 0) return null;
  return (
    <AskButton onPress={onShow}>
      {changes.length.toLocaleString('en')} new since you looked at {clockTime(away.from, view.zone)} <KeyHint keys="F2" />
    </AskButton>
  );
}
