/** Where in a text something stands, and the faults of a text in its order. */
import type { PlaybookFault } from './playbook-fault.ts';

/** A fault before it has a line: `offset` counts UTF-16 units from the start of the text. */
export interface FaultAt {
  readonly offset: number;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The faults with line and column, as the text has them from top to bottom; what is said twice of one place is said once. */
export function inTextOrder(text: string, faults: readonly FaultAt[]): readonly PlaybookFault[] {
  const starts = lineStarts(text);
  const told = new Set<string>();
  return [...faults]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, path, message }) => ({ ...placeIn(starts, Math.min(offset, text.length)), path: path.join('.'), message }))
    .filter(({ line, column, message }) => {
      const key = `${line}:${column}:${message}`;
      return !told.has(key) && told.add(key);
    });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column, both from 1, of an offset; the last line start that is not behind it, found by halving. */
function placeIn(starts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
