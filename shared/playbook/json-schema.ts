/** The form of a playbook as JSON Schema (2020-12), made from the schema that reads it: editors complete and check by it, and faults are worded by it. */
import * as z from 'zod';
import { playbookFileSchema } from './schema.ts';

/** The part of JSON Schema that playbooks use. */
export interface Form {
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null';
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Form[];
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Form;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** The schema, as plain data. */
export function playbookJsonSchema(): Form {
  const { $schema, ...form } = readable(z.toJSONSchema(playbookFileSchema, { io: 'input' })) as Raw;
  return {
    $schema,
    title: 'Wheelhouse playbook',
    description: 'What an organisation configures for its incidents: severities, roles, cadences, levers, checklists and messages.',
    ...form,
  } as Form;
}

let made: Form | undefined;

/** The same, made once: faults ask it often. */
export function playbookForm(): Form {
  made ??= playbookJsonSchema();
  return made;
}

/** The form of what stands at a path; undefined where nothing may stand. */
export function formAt(path: readonly PropertyKey[]): Form | undefined {
  let form: Form | undefined = playbookForm();
  for (const step of path) {
    if (form === undefined) return undefined;
    const { items, properties }: Form = form;
    if (typeof step === 'number') form = items;
    else form = properties && Object.hasOwn(properties, step) ? properties[String(step)] : undefined;
  }
  return form;
}

/** As an editor reads it best: a closed set of keys as properties, a choice of constants as an enum, and no bound that is JavaScript's own. */
function readable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(readable);
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.fromEntries(Object.entries(node).map(([key, part]) => [key, readable(part)]));
  if (parts.maximum === Number.MAX_SAFE_INTEGER) delete parts.maximum;
  return withoutChoice(withoutNames(parts));
}

function withoutNames(node: Raw): Raw {
  const { propertyNames, additionalProperties, ...rest } = node;
  const names = (propertyNames as { readonly enum?: readonly string[] } | undefined)?.enum;
  if (names === undefined) return node;
  return { ...rest, properties: Object.fromEntries(names.map((name) => [name, additionalProperties])), additionalProperties: false };
}

function withoutChoice(node: Raw): Raw {
  const { anyOf, ...rest } = node;
  const choices = Array.isArray(anyOf) ? anyOf.map((choice: Raw) => choice.const) : [undefined];
  if (choices.includes(undefined)) return node;
  return { ...rest, type: 'integer', enum: choices };
}
