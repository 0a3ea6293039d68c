/** Puts what people were in place of who they are, in any text. */
import { canonicalPerson } from '../../incident/names.ts';
import type { IncidentView } from '../../incident/view.ts';
import { incidentContacts, incidentNames } from './incident-names.ts';
import { type NamePlace, nameFinder } from './names-in-text.ts';
import { roleLabels } from './role-labels.ts';

export interface NameHider {
  /** The label of each person, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** The text with labels in place of names. */
  readonly hide: (text: string) => string;
  /** Whether a name of the incident is in it. */
  readonly names: (text: string) => boolean;
}

/** How a person who is not of the incident any more is called. */
const unknownPerson = 'somebody';
const sentenceStart = /(?:^|\n|[.!?][ \t\n])[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])[ \t]+)*$/;
const phone = /\+?\d[\d ()./-]{5,24}\d/g;
const digits = (text: string): string => text.replace(/\D/g, '');

/** Reads the names of an incident once. */
export function nameHider(view: IncidentView): NameHider {
  const labels = roleLabels(view);
  const find = nameFinder(incidentNames(view));
  const contacts = incidentContacts(view).toSorted((a, b) => b.name.length - a.name.length);
  const numbers = contacts.map(({ name }) => digits(name)).filter((number) => number.length >= 6);
  const places = (text: string): readonly NamePlace[] => [...find(text), ...contactPlaces(text, contacts)].toSorted(byPlace);
  const labelOf = (person: string): string => labels.get(canonicalPerson(view, person)) ?? labels.get(person) ?? unknownPerson;
  const hide = (text: string): string => {
    const named = replaced(text, merged(text, places(text)), labelOf);
    if (numbers.length === 0) return named;
    return named.replace(phone, (found) => (numbers.some((number) => digits(found).endsWith(number.slice(-7))) ? '[number]' : found));
  };
  return { labels, hide, names: (text) => places(text).length > 0 };
}

const byPlace = (a: NamePlace, b: NamePlace): number => a.start - b.start || b.end - a.end;

function contactPlaces(text: string, contacts: readonly { readonly name: string; readonly person: string }[]): readonly NamePlace[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  return contacts.flatMap(({ name, person }) => {
    const wanted = name.toLowerCase();
    const found: NamePlace[] = [];
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
      found.push({ start: at, end: at + wanted.length, person });
    }
    return found;
  });
}

/** "Lindqvist, Zoë" is one person, named once. */
function merged(text: string, places: readonly NamePlace[]): readonly NamePlace[] {
  const kept: NamePlace[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    const near =
      last !== undefined &&
      place.person === last.person &&
      !text.slice(last.start, place.end).includes('@') &&
      /^[ \t.,_-]{0,3}$/.test(text.slice(last.end, place.start));
    if (last !== undefined && (place.start < last.end || near)) kept[kept.length - 1] = { ...last, end: Math.max(last.end, place.end) };
    else kept.push(place);
  }
  return kept;
}

function replaced(text: string, places: readonly NamePlace[], labelOf: (person: string) => string): string {
  let made = '';
  let from = 0;
  for (const { start, end, person } of places) {
    made += text.slice(from, start);
    const label = labelOf(person);
    made += sentenceStart.test(made.slice(-60)) && /\S/.test(text.slice(end)) ? label.slice(0, 1).toUpperCase() + label.slice(1) : label;
    from = end;
  }
  return made + text.slice(from);
}
