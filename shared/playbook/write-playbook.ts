/** A playbook as text that people read and edit: keys in one order, what each section is for above it. Reading it back gives the same playbook. */
import { Document, isCollection, isMap, isScalar, isSeq, type Pair, type Scalar, visit, type YAMLMap } from 'yaml';
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
  for (const { key } of sections.items) {
    const { description, type } = playbookForm().properties?.[key.value] ?? {};
    key.spaceBefore = type === 'object' || type === 'array';
    if (description !== undefined) key.commentBefore = commented(description);
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

const commented = (text: string): string => text.replaceAll(/^/gm, ' ');

/** `1:` rather than `"1":`: keys are read as text in any case. */
function asFigure({ key }: Pair<Scalar, unknown>): void {
  if (isScalar(key) && /^[1-9]$/.test(String(key.value))) key.value = Number(key.value);
}

/** Short rows of figures and single words stand on one line; whatever is a sentence has its own. */
function isSmall(collection: unknown): boolean {
  if (!isCollection(collection)) return false;
  const values = isMap(collection) ? collection.items.map(({ value }) => value) : isSeq(collection) ? collection.items : [];
  const written = values.map((value) => (isScalar(value) ? String(value.value) : ' '));
  return written.every((word) => /^[\w-]+$/.test(word)) && written.join(', ').length <= longestRow;
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
