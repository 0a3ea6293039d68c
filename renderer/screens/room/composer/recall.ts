/** The lines a person wrote before, which the up arrow brings back. */

export interface Recall {
  readonly lines: readonly string[];
  /** How many steps back; 0 is what is being typed. */
  readonly back: number;
}

export const nothingToRecall: Recall = { lines: [], back: 0 };
const most = 50;

/** Adds a written line, the newest last; the same line twice in a row is one. */
export function remember(recall: Recall, line: string): Recall {
  const lines = recall.lines.at(-1) === line ? recall.lines : [...recall.lines, line].slice(-most);
  return { lines, back: 0 };
}

/** One step back (`older`) or forth; `text` is what the composer then shows. */
export function step(recall: Recall, way: 'older' | 'newer'): { readonly recall: Recall; readonly text: string } {
  const back = Math.max(0, Math.min(recall.lines.length, recall.back + (way === 'older' ? 1 : -1)));
  return { recall: { ...recall, back }, text: back === 0 ? '' : (recall.lines[recall.lines.length - back] ?? '') };
}
