/** Reads parts of a value of which nothing is known yet: what is not there, or is of another form, is nothing. */

/** A fault of a rule between parts; told at what stands at the path. */
export interface RuleFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The part of a mapping under a key; undefined where it is none, or has none. */
export function partOf(value: unknown, key: string): unknown {
  const record = recordOf(value);
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function figureOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
