/** Decisions that are still open: what is proposed, who objects, and the word that settles it. */
import { personName } from '../../../../shared/incident/names.ts';
import type { DecisionView } from '../../../../shared/incident/work-view.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { ageText } from '../../../components/clock/format-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import { shortLabel } from './task-words.ts';
import styles from './thing.module.css';
import { type Answer, Thing, Wanting } from './thing.tsx';

/** Decisions that wait for a word, in log order. */
export const openDecisions = (decisions: readonly DecisionView[]): readonly DecisionView[] =>
  decisions.filter(({ state }) => state === 'proposed' || state === 'polling');

export function DecisionPanel() {
  const { view } = useRoom();
  const open = openDecisions(view.decisions);
  if (open.length === 0) return null;
  return (
    <Section title={`Open decisions: ${open.length}`} aside={<ComposeButton line="/d " says="propose" />}>
      <LongList items={open} things="open decisions" most={5} className={styles.list}>
        {(decision) => (
          <Thing
            key={decision.id}
            label={decision.label}
            text={decision.text}
            clock={<Age at={decision.proposedAt} />}
            below={<Below decision={decision} />}
            answers={answersOf(decision)}
          />
        )}
      </LongList>
    </Section>
  );
}

function Below({ decision }: { readonly decision: DecisionView }) {
  const { view } = useRoom();
  const asked = decision.state === 'polling' ? 'any strong objections?' : `proposed by ${personName(view, decision.proposedBy)}`;
  return (
    <>
      {asked}
      {decision.objections.map((objection) => (
        <span key={`${objection.by} ${objection.at}`} className={styles.line}>
          <Wanting>{personName(view, objection.by)} objects: </Wanting>
          <Written>{objection.text}</Written>
        </span>
      ))}
    </>
  );
}

function Age({ at }: { readonly at: number }) {
  const now = useNow();
  return ageText(now - at);
}

function answersOf({ label, state }: DecisionView): readonly Answer[] {
  const short = shortLabel(label);
  const ask: readonly Answer[] = state === 'proposed' ? [{ line: `/d poll ${short}`, says: 'any strong objections?' }] : [];
  return [
    ...ask,
    { line: `/d ok ${short}`, says: 'hearing none, it is decided' },
    { line: `/d no ${short} @`, says: 'a strong objection, and whose' },
    { line: `/d drop ${short} `, says: 'withdraw it' },
  ];
}
