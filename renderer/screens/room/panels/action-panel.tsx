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

/** What was found among these entries: the panel and what is left before the end ask of the same ones, at every new line. */
const found = new WeakMap<readonly ShownEntry[], { readonly view: IncidentView; readonly open: readonly OpenAction[] }>();

/** Actions that lack something, with their words as they stand now; those of imported files are told, not asked about. */
export function openActions(view: IncidentView, entries: readonly ShownEntry[]): readonly OpenAction[] {
  const known = found.get(entries);
  if (known?.view === view) return known.open;
  const open = view.mode === 'imported' ? [] : lackingAmong(view, entries);
  found.set(entries, { view, open });
  return open;
}

function lackingAmong(view: IncidentView, entries: readonly ShownEntry[]): readonly OpenAction[] {
  const lacking = new Map<string, ActionFacts>();
  for (const facts of actionsOf(view)) if (facts.missing.length > 0) lacking.set(facts.id, facts);
  const open: OpenAction[] = [];
  if (lacking.size === 0) return open;
  for (const { item, text, redacted, kind } of entries) {
    const facts = kind === 'action' && !redacted ? lacking.get(item.id) : undefined;
    if (facts !== undefined) open.push({ facts, text });
  }
  return open;
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
