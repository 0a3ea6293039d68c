/** Beside "Resolve": what was agreed as the end, and what goes on or was left as it is. One line that opens into the keys; told, and never in the way. */
import { memo, useMemo } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { type Remark, resolveRemarks } from '../../../../shared/incident/work/resolve-remarks.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { useDetail } from '../composer/detail-context.ts';
import { lackingIn, openActions } from '../panels/action-panel.tsx';
import { shortLabel } from '../panels/task-words.ts';
import { type Answer, Answers } from '../panels/thing.tsx';
import { useRoom } from '../room-context.ts';
import styles from './command-line.module.css';

/** Drawn anew for a new view, not for every letter in the composer. */
export const ResolveRemarks = memo(function ResolveRemarks({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { view } = useRoom();
  const remarks = useMemo(() => (view.phase === 'monitoring' ? resolveRemarks(view) : []), [view]);
  if (remarks.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="Before you resolve">
      <details className={styles.before}>
        <summary className={styles.summary}>
          <span className={styles.word}>before you resolve: </span>
          {remarks.map(({ says }) => firstSentence(says)).join(' · ')}
        </summary>
        <ul className={styles.remarks}>
          {remarks.map((remark) => (
            <li key={remark.kind}>
              {remark.says} <Answers answers={answersOf(view, remark)} />
              {remark.kind === 'actions' && <WayBack entries={entries} about={remark.about} />}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
});

/** `Still applied: Drain a place on eu-west-1`. */
export function firstSentence(says: string): string {
  return (says.split(/[.?](?:\s|$)/)[0] ?? says).trim();
}

/** The first few of each kind have their keys here; the panel has all. */
function answersOf(view: IncidentView, { kind, about }: Remark): readonly Answer[] {
  if (kind === 'levers')
    return about.slice(0, 3).flatMap((lever) => [
      { line: `/lever off ${lever} `, says: 'take it back' },
      { line: `/lever keep ${lever} @`, says: 'leave it applied' },
    ]);
  if (kind !== 'tasks') return [];
  const tasks = view.tasks.filter(({ id }) => about.includes(id)).slice(0, 6);
  return tasks.map(({ label }) => ({ line: `/t done ${shortLabel(label)} `, says: 'done' }));
}

/** The fields of the first action that has no way back. */
function WayBack({ entries, about }: { readonly entries: readonly ShownEntry[]; readonly about: readonly string[] }) {
  const { view } = useRoom();
  const detail = useDetail();
  const first = openActions(view, entries).find(({ facts }) => about.includes(facts.id));
  return first === undefined ? null : <AskButton onPress={() => detail(lackingIn(first))}>say it</AskButton>;
}
