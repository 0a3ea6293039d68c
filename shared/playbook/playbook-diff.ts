/** What changed from one playbook to the next, part by part, in words that a person follows: things are matched by their keys, not by their places. */
import type { Playbook } from './schema.ts';

export type PlaybookDifference =
  /** `path`: keys from the top, with the key of a thing in place of its number: `checklists.first-five-minutes.items.severity.says`. */
  | { readonly kind: 'added'; readonly path: string; readonly after: unknown }
  | { readonly kind: 'removed'; readonly path: string; readonly before: unknown }
  /** Of a list: its things stand in another order; both sides hold the keys alone. */
  | { readonly kind: 'changed'; readonly path: string; readonly before: unknown; readonly after: unknown };

type Parts = Readonly<Record<string, unknown>>;

/** The changes, in the order of the older playbook with what is new after it. Empty where the two say the same. */
export function diffPlaybooks(before: Playbook, after: Playbook): readonly PlaybookDifference[] {
  return changes(before, after, []);
}

function changes(before: unknown, after: unknown, path: readonly string[]): readonly PlaybookDifference[] {
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  if (isRecord(before) && isRecord(after)) return partChanges(new Map(Object.entries(before)), new Map(Object.entries(after)), path);
  return Object.is(before, after) ? [] : [{ kind: 'changed', path: path.join('.'), before, after }];
}

function partChanges(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  path: readonly string[],
): readonly PlaybookDifference[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key): readonly PlaybookDifference[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const place = [...path, key];
    if (old === undefined && now === undefined) return [];
    if (old === undefined) return [{ kind: 'added', path: place.join('.'), after: now }];
    if (now === undefined) return [{ kind: 'removed', path: place.join('.'), before: old }];
    return changes(old, now, place);
  });
}

function listChanges(before: readonly unknown[], after: readonly unknown[], path: readonly string[]): readonly PlaybookDifference[] {
  const [old, now] = [byKey(before), byKey(after)];
  const kept = [...old.keys()].filter((key) => now.has(key));
  const order = [...now.keys()].filter((key) => old.has(key));
  const moved: readonly PlaybookDifference[] = kept.every((key, index) => key === order[index])
    ? []
    : [{ kind: 'changed', path: path.join('.'), before: kept, after: order }];
  return [...moved, ...partChanges(old, now, path)];
}

/** The things of a list by their keys. Of two with one key, which only lists without ids can have, the second is numbered. */
function byKey(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const things = new Map<string, unknown>();
  for (const thing of list) {
    const key = keyOf(thing);
    let own = key;
    for (let copy = 2; things.has(own); copy++) own = `${key} (${copy})`;
    things.set(own, thing);
  }
  return things;
}

function keyOf(thing: unknown): string {
  if (!isRecord(thing)) return String(thing);
  return String(thing.id ?? thing.name ?? thing.says);
}

function isRecord(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
