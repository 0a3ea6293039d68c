/** Where a caret stands in a YAML text that may not parse yet: by indentation, as people write playbooks. */

/** Keys and indexes from the top; an index says only "an item of it". */
export type YamlPath = readonly (string | 'item')[];

export interface YamlPlace {
  /** The mapping, or the list, in which the caret stands. */
  readonly path: YamlPath;
  /** The key whose value is being written; absent: a key is. */
  readonly key?: string;
  /** What stands before the caret already. */
  readonly typed: string;
  /** Keys that the mapping has. */
  readonly taken: readonly string[];
}

interface Step {
  readonly indent: number;
  readonly name: string;
}

const keyPattern = /^("[^"]*"|'[^']*'|[\w-]+):(?=\s|$)/;

/** The place of an offset; undefined inside a comment or a block of text. */
export function placeIn(text: string, offset: number): YamlPlace | undefined {
  const before = text.slice(0, offset).split('\n');
  const line = before.at(-1) ?? '';
  if (/(^|\s)#/.test(line)) return undefined;
  let steps: readonly Step[] = [];
  let block: number | undefined;
  for (const one of before.slice(0, -1)) {
    const indent = indentOf(one);
    if (one.trim() === '' || (block !== undefined && indent > block)) continue;
    block = /:\s*[|>][+-]?\d*\s*$/.test(one) ? indent : undefined;
    if (!one.trim().startsWith('#')) steps = stepped(steps, one);
  }
  if (block !== undefined && (line.trim() === '' ? line.length : indentOf(line)) > block) return undefined;
  const { rest, indent, steps: around } = unwrapped(above(steps, indentOf(line), line), line);
  const path = around.map(({ name }) => name);
  const key = keyPattern.exec(rest);
  if (key?.[1] !== undefined) return { path, key: unquoted(key[1]), typed: rest.slice(key[0].length).trimStart(), taken: [] };
  const own = around.map(({ name }) => name).join('\n');
  return { path, typed: rest, taken: siblings(text, own, before.length - 1, indent) };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const unquoted = (key: string): string => key.replace(/^["']|["']$/g, '');

/** The steps that still hold for a line of this indentation: a list may stand as far left as the key that it belongs to. */
function above(steps: readonly Step[], indent: number, line: string): readonly Step[] {
  const dash = line.trimStart().startsWith('-');
  return steps.filter((step) => step.indent < indent || (dash && step.indent === indent && step.name !== 'item'));
}

/** Takes the dashes off a line; each is a step. */
function unwrapped(
  steps: readonly Step[],
  line: string,
): { readonly rest: string; readonly indent: number; readonly steps: readonly Step[] } {
  let indent = indentOf(line);
  let rest = line.trimStart();
  let all = steps;
  for (let dash = /^-(\s+|$)/.exec(rest); dash; dash = /^-(\s+|$)/.exec(rest)) {
    all = [...all, { indent, name: 'item' }];
    indent += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  return { rest, indent, steps: all };
}

function stepped(steps: readonly Step[], line: string): readonly Step[] {
  const { rest, indent, steps: around } = unwrapped(above(steps, indentOf(line), line), line);
  const key = keyPattern.exec(rest)?.[1];
  return key === undefined ? around : [...around, { indent, name: unquoted(key) }];
}

/** Keys of the same mapping, before and after the line. */
function siblings(text: string, own: string, at: number, indent: number): readonly string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  const look = (line: string): boolean => {
    const { rest, indent: column } = unwrapped([], line);
    if (line.trim() === '' || line.trim().startsWith('#')) return true;
    if (column < indent) return false;
    const key = keyPattern.exec(rest)?.[1];
    if (column === indent && key !== undefined) found.push(unquoted(key));
    return true;
  };
  // An item's first key stands behind its dash: the way up ends there, the way down before the next.
  for (let index = at - 1; index >= 0 && !isDashed(lines[at] ?? '', own); index -= 1) {
    if (!look(lines[index] ?? '') || isDashed(lines[index] ?? '', own)) break;
  }
  for (let index = at + 1; index < lines.length; index += 1) {
    if (isDashed(lines[index] ?? '', own) || !look(lines[index] ?? '')) break;
  }
  return found;
}

const isDashed = (line: string, own: string): boolean => own.endsWith('item') && /^\s*-(\s|$)/.test(line);
