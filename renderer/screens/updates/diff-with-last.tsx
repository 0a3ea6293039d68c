/** What the message says otherwise than the last one that an audience had. */
import { useDeferredValue, useMemo } from 'react';
import { type DiffPiece, diffWithLast, lastTo } from '../../../shared/incident/updates/diff-with-last.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import said from '../../components/said-only/said-only.module.css';
import { Section } from '../../components/section/section.tsx';
import { changedRuns } from './changed-runs.ts';
import styles from './diff-with-last.module.css';

interface DiffWithLastProps {
  readonly view: IncidentView;
  readonly audience: Audience;
  readonly text: string;
}

export function DiffWithLast({ view, audience, text }: DiffWithLastProps) {
  // Comparing long texts takes longer than a key press may.
  const settled = useDeferredValue(text);
  const pieces = useMemo(() => diffWithLast(view, audience, settled), [view, audience, settled]);
  const runs = useMemo(() => changedRuns(pieces ?? []), [pieces]);
  const last = useMemo(() => lastTo(view, audience), [view, audience]);
  if (pieces === undefined || last === undefined) {
    return (
      <Section title="Against the last one">
        <p className={styles.quiet}>The first message to {audience}: there is none to compare it with.</p>
      </Section>
    );
  }
  return (
    <Section title={`Against the last one to ${audience}, ${clockTime(last.sentAt, view.zone)}`} aside={<Count pieces={pieces} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long comparison is scrolled by keyboard too. */}
      <section className={styles.text} dir="auto" tabIndex={0} aria-label="Words that changed">
        {runs.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity; the list is made anew with each text.
          <Piece key={index} piece={piece} />
        ))}
      </section>
    </Section>
  );
}

/** Marked by a sign and by its line, through or below; the colour is the ordinary one. */
function Piece({ piece: { change, text } }: { readonly piece: DiffPiece }) {
  if (change === 'same') return text;
  // A blank alone is no word: where it goes, nothing is to be seen.
  if (change === 'removed' && text.trim() === '') return null;
  if (change === 'added')
    return (
      <ins className={styles.added}>
        <span className={said.saidOnly}>added: </span>
        {text}
      </ins>
    );
  return (
    <del className={styles.removed}>
      <span className={said.saidOnly}>taken out: </span>
      {text}
    </del>
  );
}

function Count({ pieces }: { readonly pieces: readonly DiffPiece[] }) {
  const words = (change: DiffPiece['change']) =>
    pieces.filter((piece) => piece.change === change).reduce((all, { text }) => all + (text.match(/\S+/g)?.length ?? 0), 0);
  const [added, removed] = [words('added'), words('removed')];
  if (added + removed === 0) return <span className={styles.quiet}>the same, word for word</span>;
  return (
    <span className={styles.quiet}>
      +{added} −{removed} words
    </span>
  );
}
