/** What is wrong with the form of a playbook, in plain words: what stands there, what is allowed, and what may have been meant. */
import type * as z from 'zod';
import type { FaultAt } from './fault-place.ts';
import { type Form, formAt } from './json-schema.ts';
import { butAllowed, oneOf } from './near-words.ts';
import { playbookFileSchema } from './schema.ts';
import type { Placed, YamlText } from './yaml-text.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** The part of the text at a path; where there is none, the last part on the way there. `found`: whether all of the path is there. */
export function placeAt(root: Placed, path: Path): { readonly place: Placed; readonly found: boolean } {
  let place = root;
  for (const step of path) {
    const part = place.parts.get(step);
    if (part === undefined) return { place, found: false };
    place = part;
  }
  return { place, found: true };
}

/** Every fault of form. Empty where the text has the form of a playbook. */
export function formFaults({ value, place }: YamlText): readonly FaultAt[] {
  const read = playbookFileSchema.safeParse(value);
  const issues = read.success ? [] : read.error.issues.flatMap((issue) => faultsOf(issue, value, place));
  return [...issues, ...keysOfEveryObject(place, place, [])];
}

/** The schema passes over this one key of a mapping, wherever it stands; nobody who wrote it would know that it did nothing. */
function keysOfEveryObject(root: Placed, place: Placed, path: Path): readonly FaultAt[] {
  return [...place.parts].flatMap(([key, part]) => {
    const own = [...path, key];
    return key === '__proto__' ? [unknownKey(own, root)] : keysOfEveryObject(root, part, own);
  });
}

function faultsOf(issue: Issue, value: unknown, root: Placed): readonly FaultAt[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...issue.path, key], root));
  if (issue.code === 'invalid_key') return [unknownKey(issue.path, root)];
  const { place, found } = placeAt(root, issue.path);
  const form = formAt(issue.path);
  const name = begun(nameOf(issue.path));
  const allowed = form === undefined ? 'another value' : allowedIn(form);
  if (!found) {
    // Missing: said where the mapping is named that it belongs to.
    return [{ offset: place.key ?? place.offset, path: issue.path, message: `${name} is missing; it takes ${allowed}.` }];
  }
  return [{ offset: place.offset, path: issue.path, message: `${name} ${wrongWords(issue, valueAt(value, issue.path), form, allowed)}` }];
}

function unknownKey(path: Path, root: Placed): FaultAt {
  const { place } = placeAt(root, path);
  const key = String(path.at(-1));
  const within = nameOf(path.slice(0, -1));
  const known = Object.keys(formAt(path.slice(0, -1))?.properties ?? {});
  return {
    offset: place.key ?? place.offset,
    path,
    message:
      known.length === 0
        ? `${shown(key)} is no key of ${within}, which has none.`
        : `${shown(key)} is no key of ${within}${butAllowed(key, known, 'allowed are')} ${known.join(', ')}.`,
  };
}

function wrongWords(issue: Issue, value: unknown, form: Form | undefined, allowed: string): string {
  const most = issue.code === 'too_big' ? issue.maximum : undefined;
  if (Array.isArray(value) && most !== undefined) {
    const split = issue.path.at(-1) === 'items' ? ': split the list, or keep what hurts most when it is forgotten' : '';
    return `holds ${value.length} entries; at most ${most} are allowed${split}.`;
  }
  if (Array.isArray(value) && issue.code === 'too_small') return `holds ${counted(value.length)}; at least ${issue.minimum} are needed.`;
  if (typeof value === 'string' && most !== undefined) return `has ${value.length} characters; at most ${most} are allowed.`;
  if (value === '') return `is empty; it takes ${allowed}.`;
  if (issue.code === 'invalid_format') return `is ${shown(value)}; allowed are ${issue.message}.`;
  const quoted = form?.type === 'string' && isWord(value) ? `: put it in quotes, "${String(value)}"` : '';
  const choices = (form?.enum ?? []).map(String);
  return `is ${shown(value)}${butAllowed(typeof value === 'string' ? value : '', choices, 'it takes')} ${allowed}${quoted}.`;
}

const isWord = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';
const counted = (count: number): string => (count === 0 ? 'nothing' : `${count} ${count === 1 ? 'entry' : 'entries'}`);

/** What a form allows, after "it takes". */
function allowedIn(form: Form): string {
  if (form.anyOf !== undefined) return oneOf(form.anyOf.map(allowedIn));
  if (form.enum !== undefined) return oneOf(form.enum.map(String));
  if (form.const !== undefined) return String(form.const);
  switch (form.type) {
    case 'integer':
      return numberWords(form);
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null for none';
    case 'array':
      return 'a list, a line with a hyphen for each entry';
    case 'object':
      return `keys with values: ${Object.keys(form.properties ?? {}).join(', ')}`;
    default:
      return form.maxLength === undefined ? 'a text' : `a text of at most ${form.maxLength} characters`;
  }
}

function numberWords({ minimum, exclusiveMinimum, maximum }: Form): string {
  if (maximum !== undefined) return `a whole number from ${minimum ?? 1} to ${maximum}`;
  return exclusiveMinimum === undefined ? `a whole number, ${minimum ?? 0} or more` : `a whole number above ${exclusiveMinimum}`;
}

/** As a sentence begins; a key stays as it is written. */
function begun(name: string): string {
  return /^(the playbook|entry \d)/.test(name) ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
}

/** The name of the part at a path, as people call it: the key, or the entry of which list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the playbook';
  if (typeof last === 'number') return `entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
  // A figure alone says little: its list is named with it.
  return /^\d+$/.test(String(last)) && path.length > 1 ? `${String(path.at(-2))} ${String(last)}` : shortened(String(last));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => (part as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step], value);
}

/** A value as a sentence can hold it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a part with keys';
  return typeof value === 'string' ? `“${shortened(value)}”` : String(value);
}

/** On one line, and no longer than a fault can carry. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
