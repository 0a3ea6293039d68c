/** Two texts side by side, line by line: what went, what came, and around it what stayed. */
import { diffLines } from 'diff';

export interface DifferenceLine {
  readonly kind: 'same' | 'removed' | 'added' | 'skipped';
  readonly text: string;
}

/** Lines that stay in sight before and after a change. */
const around = 3;

/** The lines of both texts in order; long stretches that are the same are one line that counts them. Empty where nothing differs. */
export function differenceOf(before: string, after: string): readonly DifferenceLine[] {
  const parts = diffLines(before, after);
  if (parts.every(({ added, removed }) => !added && !removed)) return [];
  return parts.flatMap(({ value, added, removed }, index) => {
    const lines = value.replace(/\n$/, '').split('\n');
    if (added || removed) return lines.map((text) => ({ kind: added ? ('added' as const) : ('removed' as const), text }));
    return shortened(lines, { first: index === 0, last: index === parts.length - 1 });
  });
}

function shortened(
  lines: readonly string[],
  { first, last }: { readonly first: boolean; readonly last: boolean },
): readonly DifferenceLine[] {
  const same = (text: string): DifferenceLine => ({ kind: 'same', text });
  const head = first ? 0 : around;
  const tail = last ? 0 : around;
  const hidden = lines.length - head - tail;
  if (hidden <= 1) return lines.map(same);
  const skipped: DifferenceLine = { kind: 'skipped', text: `${hidden} lines are the same` };
  return [...lines.slice(0, head).map(same), skipped, ...lines.slice(lines.length - tail).map(same)];
}
