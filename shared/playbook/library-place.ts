/** Where a part of a playbook stands in its text. */
import { isNode, LineCounter, parseDocument } from 'yaml';

/** The place of the deepest part of the path that the text has; line and column from 1. The text is one that reads. */
export function placeInText(text: string, path: readonly string[]): { readonly line: number; readonly column: number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let depth = path.length; depth > 0; depth -= 1) {
    const keys = path.slice(0, depth).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const node: unknown = document.getIn(keys, true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}
