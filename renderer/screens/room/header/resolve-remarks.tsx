/** Beside "Resolve": what was agreed as the end, and what goes on or was left as it is. Told, and never in the way. */
import { useMemo } from 'react';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { type Remark, resolveRemarks } from '../../../../shared/incident/work/resolve-remarks.ts';
import { shortLabel } from '../panels/task-words.ts';
import { type Answer, Answers } from '../panels/thing.tsx';
import { useRoom } from '../room-context.ts';
import styles from './command-line.module.css';

export function ResolveRemarks() {
  const { view } = useRoom();
  const remarks = useMemo(() => (view.phase === 'monitoring' ? resolveRemarks(view) : []), [view]);
  if (remarks.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="Before you resolve">
      <span className={styles.word}>before you resolve</span>
      <ul className={styles.steps}>
        {remarks.map((remark) => (
          <li key={remark.kind}>
            {remark.says} <Answers answers={answersOf(view, remark)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first two of each kind have their keys here; the panel has all. */
function answersOf(view: IncidentView, { kind, about }: Remark): readonly Answer[] {
  if (kind === 'levers')
    return about.slice(0, 2).flatMap((lever) => [
      { line: `/lever off ${lever} `, says: 'take it back' },
      { line: `/lever keep ${lever} @`, says: 'leave it applied' },
    ]);
  if (kind === 'tasks')
    return view.tasks
      .filter(({ id }) => about.includes(id))
      .slice(0, 2)
      .map(({ label }) => ({ line: `/t done ${shortLabel(label)} `, says: 'done' }));
  return kind === 'actions' ? [{ line: '/way ', says: 'the way back of the last action' }] : [];
}
