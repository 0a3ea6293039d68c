/** Changes as a person reads them: words that were taken out one after the other stand together, and so do those in their place. */
import type { DiffPiece } from '../../../shared/incident/updates/diff-with-last.ts';

/** The same change with fewer seams: single blanks that stayed between changed words go with both sides. */
export function changedRuns(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const runs: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const end = () => {
    if (removed !== '') runs.push({ change: 'removed', text: removed });
    if (added !== '') runs.push({ change: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { change, text }] of pieces.entries()) {
    if (change === 'removed') removed += text;
    else if (change === 'added') added += text;
    else if (text.trim() === '' && isBetweenChanges(pieces, index)) {
      removed += text;
      added += text;
    } else {
      end();
      runs.push({ change, text });
    }
  }
  end();
  return runs;
}

const isBetweenChanges = (pieces: readonly DiffPiece[], index: number): boolean =>
  [pieces[index - 1], pieces[index + 1]].every((piece) => piece !== undefined && piece.change !== 'same');
