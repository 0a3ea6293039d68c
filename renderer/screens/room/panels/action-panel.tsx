/** Actions on production of which nobody has written the worst case or the way back: amber, and never in the way. */
import { useMemo } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { type ActionFacts, actionsOf } from '../../../../shared/incident/work/actions.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { useDetail } from '../composer/detail-context.ts';
import type { Detailed } from '../composer/details.ts';
import { useRoom } from '../room-context.ts';
import styles from './thing.module.css';
import { Thing, Wanting } from './thing.tsx';

export interface OpenAction {
  readonly facts: ActionFacts;
  readonly text: string;
}

/** Actions that lack something, with their words as they stand now; those of imported files are told, not asked about. */
export function openActions(view: IncidentView, entries: readonly ShownEntry[]): readonly OpenAction[] {
  if (view.mode === 'imported') return [];
  const lacking = new Map(actionsOf(view).flatMap((facts) => (facts.missing.length > 0 ? [[facts.id, facts] as const] : [])));
  if (lacking.size === 0) return [];
  return entries.flatMap(({ item, text, redacted }) => {
    const facts = lacking.get(item.id);
    return facts === undefined || redacted ? [] : [{ facts, text }];
  });
}

export function ActionPanel({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { view } = useRoom();
  const detail = useDetail();
  const open = useMemo(() => openActions(view, entries), [view, entries]);
  if (open.length === 0) return null;
  return (
    <Section title={`Actions to complete: ${open.length}`}>
      <LongList items={open} things="actions" most={4} className={styles.list}>
        {({ facts, text }) => (
          <Thing
            key={facts.id}
            label={clockTime(facts.at, view.zone)}
            text={text}
            below={
              <>
                <Wanting>no {facts.missing.join(', no ')}</Wanting>{' '}
                <AskButton onPress={() => detail(lackingIn({ facts, text }))}>say it</AskButton>
              </>
            }
          />
        )}
      </LongList>
    </Section>
  );
}

/** The fields for what an action lacks; two actions of one minute would be one to a line that names them by their time. */
export function lackingIn({ facts, text }: OpenAction): Detailed {
  const names = { 'worst case': 'worstCase', 'way back': 'wayBack' } as const;
  return { of: 'action', id: facts.id, text, lacking: facts.missing.map((one) => names[one]) };
}
