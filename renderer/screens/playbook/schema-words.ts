/** What the form of a playbook allows at a place: keys with what they say, or values. Reads JSON Schema, as far as playbooks use it. */
import type { YamlPath, YamlPlace } from './yaml-place.ts';

/** A part of a JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Offer {
  readonly label: string;
  /** What is put into the text. */
  readonly insert: string;
  readonly says?: string;
}

/** What may stand at the place, in the order of the schema; keys that are there already are left out. */
export function offersAt(schema: JsonSchema, { path, key, taken }: YamlPlace): readonly Offer[] {
  const around = walk(schema, path);
  if (key !== undefined) return unique(around.flatMap((node) => childOf(schema, node, key)).flatMap(valuesOf));
  const keys = around.flatMap((node) => keysOf(schema, node)).filter(({ label }) => !taken.includes(label));
  return unique([...keys, ...around.flatMap(valuesOf)]);
}

function walk(root: JsonSchema, path: YamlPath): readonly JsonSchema[] {
  let nodes = unfold(root, root);
  for (const step of path) nodes = nodes.flatMap((node) => (step === 'item' ? itemsOf(root, node) : childOf(root, node, step)));
  return nodes;
}

/** The alternatives that a part stands for. */
function unfold(root: JsonSchema, node: unknown): readonly JsonSchema[] {
  if (typeof node !== 'object' || node === null) return [];
  const schema = node as JsonSchema;
  if (typeof schema.$ref === 'string') return unfold(root, named(root, schema.$ref));
  const ways = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [schema, ...ways.flatMap((way) => unfold(root, way))];
}

function named(root: JsonSchema, ref: string): unknown {
  const steps = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  return steps.reduce<unknown>((node, step) => (node as JsonSchema | undefined)?.[step], root);
}

function childOf(root: JsonSchema, { properties, additionalProperties }: JsonSchema, key: string): readonly JsonSchema[] {
  const known = properties as JsonSchema | undefined;
  return unfold(root, known && Object.hasOwn(known, key) ? known[key] : additionalProperties);
}

function itemsOf(root: JsonSchema, { items }: JsonSchema): readonly JsonSchema[] {
  return unfold(root, items);
}

function keysOf(root: JsonSchema, { properties, propertyNames }: JsonSchema): readonly Offer[] {
  const written = Object.entries((properties ?? {}) as JsonSchema).map(([key, node]) => {
    const ways = unfold(root, node);
    const says = ways.map(({ description }) => description).find((one) => typeof one === 'string');
    const deep = ways.some(({ type }) => type === 'object' || type === 'array');
    return { label: key, insert: deep ? `${key}:` : `${key}: `, ...(says === undefined ? {} : { says: says as string }) };
  });
  const names = unfold(root, propertyNames).flatMap(valuesOf);
  return [...written, ...names.map(({ label }) => ({ label, insert: `${label}:` }))];
}

function valuesOf({ enum: list, const: only, type, description }: JsonSchema): readonly Offer[] {
  const values = Array.isArray(list) ? list : only !== undefined ? [only] : type === 'boolean' ? [true, false] : [];
  const says = typeof description === 'string' ? { says: description } : {};
  return values.map((value) => ({ label: String(value), insert: String(value), ...says }));
}

function unique(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(({ label }, index) => offers.findIndex((one) => one.label === label) === index);
}
