/** Every name that the log of an incident has for its people: as it is now, as it was, and how they are reached. */
import { canonicalPerson } from '../../incident/names.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { KnownName } from './names-in-text.ts';

interface Joined {
  readonly person?: unknown;
  readonly id?: unknown;
  readonly name?: unknown;
  readonly contact?: unknown;
  readonly kind?: unknown;
}

/** Names and contacts, each with the person that they are of. Teams are no people. */
export function incidentNames(view: IncidentView): readonly KnownName[] {
  const now = Object.values(view.people)
    .filter(({ kind }) => kind === 'person')
    .flatMap((person) => namesOf(view, person));
  const teams = new Set(Object.values(view.people).flatMap(({ id, kind }) => (kind === 'team' ? [id] : [])));
  const before = view.items.flat().flatMap(({ type, body }) => {
    if (type === 'person.joined') return [body as Joined];
    return type === 'incident.absorbed' ? ((body as { people?: readonly Joined[] } | null)?.people ?? []) : [];
  });
  const once = before.flatMap((joined) => {
    const id = joined?.person ?? joined?.id;
    if (typeof id !== 'string' || joined.kind === 'team' || teams.has(id)) return [];
    return namesOf(view, { id, name: joined.name, contact: joined.contact });
  });
  const seen = new Set<string>();
  return [...now, ...once].filter(({ name, person }) => !seen.has(`${person} ${name}`) && seen.add(`${person} ${name}`));
}

function namesOf(view: IncidentView, { id, name, contact }: Joined & { readonly id: string }): readonly KnownName[] {
  const person = canonicalPerson(view, id);
  const contacts = typeof contact === 'string' ? contact.split(/[\s,;]+/).filter((part) => part.includes('@')) : [];
  const handles = contacts.map((part) => `@${part.replace(/^@/, '').split('@')[0] ?? ''}`);
  return [...(typeof name === 'string' ? [name.trim()] : []), ...handles]
    .filter((text) => text.length > 1)
    .map((text) => ({ name: text, person }));
}

/** The contacts themselves, as somebody wrote them. */
export function incidentContacts(view: IncidentView): readonly KnownName[] {
  return Object.values(view.people).flatMap(({ id, contact, kind }) =>
    contact === undefined || contact.trim().length < 3 || kind === 'team'
      ? []
      : [{ name: contact.trim(), person: canonicalPerson(view, id) }],
  );
}
