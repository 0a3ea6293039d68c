/** A text read as YAML: its value, and where in the text each part of it stands. Bounded, whatever the text is. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { err, ok, type Result } from '../result.ts';
import type { FaultAt } from './fault-place.ts';
import { yamlWords } from './yaml-words.ts';

/** A part of the text; offsets in UTF-16 units. */
export interface Placed {
  readonly offset: number;
  /** Of the key before it, where it has one. */
  readonly key?: number;
  readonly parts: ReadonlyMap<PropertyKey, Placed>;
}

export interface YamlText {
  /** Mappings have no prototype: no key of a text finds anything but what the text says. */
  readonly value: unknown;
  readonly place: Placed;
}

/** The longest text that is read, in UTF-16 units: many times what the largest playbook needs. */
export const longestText = 256 * 1024;
const deepest = 64;
/** A line with `%` before anything else could choose another version of YAML, with other words for true and false. */
const directiveBefore = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*%/;
/** Repetitions count as often as they are repeated. */
const mostParts = 50_000;

/** Reads a text. Errors: what is no YAML, and what YAML may hold and a playbook may not. */
export function readYaml(text: string): Result<YamlText, readonly FaultAt[]> {
  if (text.length > longestText) return fault(longestText, 'The text is too long: a playbook has at most 256 KB.');
  const directive = directiveBefore.exec(text);
  if (directive !== null) return fault(directive[0].length - 1, yamlWords('BAD_DIRECTIVE'));
  const document = parsed(text);
  if (document === undefined) return fault(0, yamlWords('RESOURCE_EXHAUSTION'));
  const wrong = firstOfEachLine(text, [...document.errors, ...document.warnings]);
  if (wrong.length > 0) return err(wrong);
  if (document.contents === null || isUnwritten(document.contents)) {
    return fault(0, 'The text is empty: a playbook begins with the line schema: wheelhouse-playbook/1.');
  }
  const reading = new Reading();
  const read = reading.node(document.contents, []);
  return reading.faults.length > 0 ? err(reading.faults) : ok({ value: read.value, place: read.place });
}

function fault(offset: number, message: string): Result<never, readonly FaultAt[]> {
  return err([{ offset, path: [], message }]);
}

/** One slip makes the reader of YAML stumble over much of what follows in the line. */
function firstOfEachLine(text: string, errors: readonly YAMLError[]): readonly FaultAt[] {
  let lineEnd = -1;
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .flatMap(({ code, pos: [offset], message }) => {
      if (offset <= lineEnd) return [];
      const end = text.indexOf('\n', offset);
      lineEnd = end < 0 ? text.length : end;
      return [{ offset, path: [], message: yamlWords(code, message) }];
    });
}

function parsed(text: string): Document.Parsed | undefined {
  try {
    // Keys are compared here, once each: the library compares every key with every other.
    return parseDocument(text, {
      uniqueKeys: false,
      stringKeys: true,
      resolveKnownTags: false,
      merge: false,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    // It calls itself for each level, and a text of brackets alone has more levels than the stack has room.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Read {
  readonly value: unknown;
  readonly place: Placed;
}

/** One walk through the nodes, in the order of the text; it keeps what it counted and what it met. */
class Reading {
  readonly faults: FaultAt[] = [];
  readonly #named = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #parts = 0;
  /** Where the repetition begins that is read now. */
  #repeating: number | undefined;

  node(node: unknown, path: readonly PropertyKey[]): Read {
    if (!isNode(node)) return { value: null, place: { offset: 0, parts: new Map() } };
    const offset = node.range?.[0] ?? 0;
    this.#parts += 1;
    if (this.#parts > mostParts)
      return this.#refused(
        this.#repeating ?? offset,
        path,
        'There is too much in this text: a playbook has no use for so many parts, or for a part that is repeated so often.',
      );
    if (path.length > deepest) return this.#refused(offset, path, yamlWords('RESOURCE_EXHAUSTION'));
    if (isAlias(node)) return this.#repeated(node.source, offset, path);
    if (node.anchor !== undefined) this.#named.set(node.anchor, node);
    if (!isCollection(node)) return { value: isScalar(node) ? plain(node.value) : null, place: { offset, parts: new Map() } };
    this.#open.add(node);
    const read = isMap(node) ? this.#mapping(node.items, offset, path) : this.#list(isSeq(node) ? node.items : [], offset, path);
    this.#open.delete(node);
    return read;
  }

  #mapping(items: readonly unknown[], offset: number, path: readonly PropertyKey[]): Read {
    const value: Record<string, unknown> = Object.create(null);
    const parts = new Map<PropertyKey, Placed>();
    for (const pair of items) {
      if (this.#parts > mostParts || !isPair(pair)) break;
      const name = this.#keyOf(pair, path, offset);
      if (name === undefined) continue;
      const key = (pair.key as Node).range?.[0] ?? offset;
      if (parts.has(name)) this.#refused(key, [...path, name], `“${name.slice(0, 64)}” stands here twice: keep one of them.`);
      const read = this.node(pair.value, [...path, name]);
      value[name] = read.value;
      // A key with nothing behind it: that is told at the key.
      const nothing = !isNode(pair.value) || isUnwritten(pair.value);
      parts.set(name, { ...read.place, key, ...(nothing && { offset: key }) });
    }
    return { value, place: { offset, parts } };
  }

  #keyOf({ key }: Pair, path: readonly PropertyKey[], offset: number): string | undefined {
    if (isScalar(key)) return String(key.value ?? '');
    this.#refused((isNode(key) ? key.range?.[0] : undefined) ?? offset, path, yamlWords('NON_STRING_KEY'));
    return undefined;
  }

  #list(items: readonly unknown[], offset: number, path: readonly PropertyKey[]): Read {
    const value: unknown[] = [];
    const parts = new Map<PropertyKey, Placed>();
    for (const [index, item] of items.entries()) {
      if (this.#parts > mostParts) break;
      const read = this.node(item, [...path, index]);
      value.push(read.value);
      parts.set(index, read.place);
    }
    return { value, place: { offset, parts } };
  }

  /** What an alias stands for, where the alias stands. */
  #repeated(name: string, offset: number, path: readonly PropertyKey[]): Read {
    const node = this.#named.get(name);
    if (node === undefined)
      return this.#refused(
        offset,
        path,
        `Nothing before this is called &${name}: name the part that *${name} repeats, or put the text in quotes.`,
      );
    if (this.#open.has(node)) return this.#refused(offset, path, `*${name} repeats the part in which it stands: it would never end.`);
    const outer = this.#repeating;
    this.#repeating ??= offset;
    const { value, place } = this.node(node, path);
    this.#repeating = outer;
    return { value, place: { ...place, offset } };
  }

  #refused(offset: number, path: readonly PropertyKey[], message: string): Read {
    this.faults.push({ offset, path, message });
    return { value: null, place: { offset, parts: new Map() } };
  }
}

/** A value of which nothing is written: not even quotes. */
function isUnwritten(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '';
}

/** Minus nothing is nothing: it would not come back from a text that was written. */
function plain(value: unknown): unknown {
  return Object.is(value, -0) ? 0 : value;
}
