/** A playbook as text that people read and edit: keys in one order, what each section is for above it. Reading it back gives the same playbook. */
import { Document, isMap, isScalar, isSeq, type Pair, type Scalar, visit, type YAMLMap } from 'yaml';
import { type Form, playbookForm } from './json-schema.ts';
import type { Playbook } from './schema.ts';

const head = `A playbook of Wheelhouse: what an organisation configures for its incidents.
Check it with: wheelhouse playbook check FILE
An incident keeps the playbook that it was declared with.
yaml-language-server: $schema=./playbook.schema.json`;

/** The YAML of a playbook. The same playbook gives the same text, in whichever order its keys came. */
export function writePlaybook(playbook: Playbook): string {
  // Readers of the older YAML take a bare No for false: such words are quoted.
  const document = new Document(ordered(playbook, playbookForm()), { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  const sections = document.contents as YAMLMap<Scalar<string>>;
  for (const { key, value } of sections.items) {
    const form = playbookForm().properties?.[key.value];
    key.spaceBefore = form?.type === 'object' || form?.type === 'array';
    explain(key, form);
    if (isMap<Scalar<string>>(value)) for (const { key: inner } of value.items) explain(inner, form?.properties?.[inner.value]);
  }
  visit(document, {
    Pair: (_path, pair) => asFigure(pair as Pair<Scalar, unknown>),
    Collection: (_path, collection) => {
      collection.flow = isSmall(collection);
    },
  });
  const text = document.toString({ lineWidth: 0, blockQuote: 'literal', indentSeq: true, flowCollectionPadding: true });
  return `${commented(head).replaceAll(/^/gm, '#')}\n\n${text}`;
}

/** Says above a key what it is for. */
function explain(key: Scalar<string>, form: Form | undefined): void {
  if (form?.description !== undefined) key.commentBefore = commented(form.description);
}

const commented = (text: string): string => text.replaceAll(/^/gm, ' ');

/** `1:` rather than `"1":`: keys are read as text in any case. */
function asFigure({ key }: Pair<Scalar, unknown>): void {
  if (isScalar(key) && /^[1-9]$/.test(String(key.value))) key.value = Number(key.value);
}

/** Figures and single words in a row stand on one line; whatever has a sentence has lines of its own. */
function isSmall(collection: unknown): boolean {
  if (isMap(collection)) {
    const figures = collection.items.map(({ key, value }) => (isFigure(value) ? `${String(key)}: ${String(value.value)}` : undefined));
    return !figures.includes(undefined) && figures.join(', ').length <= longestRow;
  }
  if (!isSeq(collection)) return false;
  const words = collection.items.map((item) => (isScalar(item) ? String(item.value) : ' '));
  return words.every((word) => /^[\w-]+$/.test(word)) && words.join(', ').length <= longestRow;
}

function isFigure(value: unknown): value is Scalar {
  return isScalar(value) && typeof value.value !== 'string';
}

const longestRow = 80;

/** The same value with its keys in the order of the form. */
function ordered(value: unknown, form: Form | undefined): unknown {
  if (Array.isArray(value)) return value.map((part) => ordered(part, form?.items));
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(form?.properties ?? {}).filter((key) => Object.hasOwn(given, key) && given[key] !== undefined);
  // A Map keeps the order: an object would put figures first.
  return new Map(keys.map((key) => [key, ordered(given[key], form?.properties?.[key])]));
}
