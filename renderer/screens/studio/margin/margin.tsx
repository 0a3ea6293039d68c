/** Beside the draft: the entries behind the claim that somebody looks at, and starred entries that the draft does not use. */
import { useMemo } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { useRunCommand } from '../../../bridge/run-command.ts';
import { Button } from '../../../components/button/button.tsx';
import { classNames } from '../../../components/class-names.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Section } from '../../../components/section/section.tsx';
import type { Claim } from '../draft/sources.ts';
import { EntryCard } from './entry-card.tsx';
import styles from './margin.module.css';

interface SourcesPanelProps {
  readonly view: IncidentView;
  readonly entries: readonly ShownEntry[];
  readonly claim: Claim | undefined;
  readonly onClose: () => void;
}

/** Where there is no room beside the draft, it stands over its foot while a claim is looked at. */
export function SourcesPanel({ view, entries, claim, onClose }: SourcesPanelProps) {
  const { run, fault } = useRunCommand(view.id);
  const behind = useMemo(() => {
    const wanted = new Set(claim?.from);
    return wanted.size === 0 ? [] : entries.filter(({ item }) => wanted.has(item.id));
  }, [entries, claim]);
  const close = (
    <Button look="quiet" onPress={onClose}>
      Close
    </Button>
  );
  return (
    <div className={classNames(styles.sources, claim !== undefined && styles.open)}>
      <Section title="Entries behind it" {...(claim !== undefined && { aside: close })}>
        {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
        {claim === undefined ? (
          <p className={styles.quiet}>The number beside a claim shows the entries of the log that it was made from.</p>
        ) : (
          <>
            <p className={styles.quiet}>“{claim.says}”</p>
            {behind.length === 0 ? <p className={styles.quiet}>It was made from records that are no line of the timeline.</p> : null}
            <LongList items={behind} shows="first" most={20} things="entries">
              {(entry) => <EntryCard key={entry.item.id} view={view} entry={entry} run={run} />}
            </LongList>
          </>
        )}
      </Section>
    </div>
  );
}

interface UnusedPanelProps {
  readonly view: IncidentView;
  readonly unused: readonly ShownEntry[];
}

export function UnusedPanel({ view, unused }: UnusedPanelProps) {
  const { run, fault } = useRunCommand(view.id);
  return (
    <Section title="Starred, and not used" aside={String(unused.length)}>
      {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
      {unused.length === 0 ? (
        <p className={styles.quiet}>Every starred entry is behind something in this draft.</p>
      ) : (
        <LongList items={unused} shows="first" most={5} things="entries">
          {(entry) => <EntryCard key={entry.item.id} view={view} entry={entry} run={run} />}
        </LongList>
      )}
    </Section>
  );
}
