/** What stands beside a message: what speaks against it, what it says otherwise than the last one, and what came of those before. */
import { useState } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { type Audience, audiences } from '../../../shared/vocabulary/words.ts';
import { Choice } from '../../components/choice/choice.tsx';
import { Deliveries } from './deliveries.tsx';
import { DiffWithLast } from './diff-with-last.tsx';
import { Remarks } from './remarks.tsx';
import { SentHistory } from './sent-history.tsx';
import styles from './updates-desk.module.css';
import type { Desk } from './use-desk.ts';

interface BesideProps {
  readonly view: IncidentView;
  readonly desk: Desk;
}

export function Beside({ view, desk }: BesideProps) {
  const [looked, setLooked] = useState<{ readonly at: Audience; readonly chosen: string } | undefined>();
  const chosen = desk.open.writing.audiences;
  // Of those who are ticked, unless somebody wants to see another; once others are ticked, they come first again.
  const audience = looked?.chosen === chosen.join() ? looked.at : (chosen[0] ?? 'customers');
  const options = audiences.map((value) => ({ value, says: value }));
  return (
    <div className={styles.beside}>
      <Remarks remarks={desk.remarks} text={desk.text} onVisit={desk.visit} onAddNext={desk.addNext} />
      <Deliveries view={view} onSettle={desk.sending.settle} />
      <Choice label="Compare with" options={options} value={audience} onChange={(at) => setLooked({ at, chosen: chosen.join() })} />
      <DiffWithLast view={view} audience={audience} text={desk.text} />
      <SentHistory view={view} audience={audience} />
    </div>
  );
}
