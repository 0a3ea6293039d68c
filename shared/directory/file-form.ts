/** The directory as a file that people can read, keep under version control and hand on: `wheelhouse-directory/1`, JSON. */
import * as z from 'zod';
import { id } from '../incident/catalogue/fields.ts';
import { dayOf } from '../vocabulary/zoned-time.ts';
import { cardFields, oneLine, serviceName } from './card.ts';
import { type Contact, type Directory, type Escalation, nameKey } from './directory.ts';

/** The most that one file may hold: a page is forty, a large company some hundreds. */
const mostContacts = 2000;

const fileContact = z.strictObject({
  /** Absent: the contact of this kind and name. */
  id: id.optional(),
  ...cardFields,
  kind: cardFields.kind.optional(),
  phones: cardFields.phones.optional(),
  services: cardFields.services.optional(),
});

const fileEscalation = z.strictObject({
  service: serviceName.optional(),
  /** Names of contacts, or ids where a name is not enough. */
  path: z.array(oneLine(120)).min(1, 'names nobody').max(50),
  note: oneLine(500).optional(),
});

/** The schema of a file. A file with any fault is refused whole, each fault with its path. */
export const directoryFileSchema = z
  .strictObject({
    schema: z.literal('wheelhouse-directory/1'),
    /** The day of the last change, for whoever reads the file; nothing depends on it. */
    asOf: z.string().max(40).optional(),
    contacts: z.array(fileContact).max(mostContacts),
    escalations: z.array(fileEscalation).max(500).optional(),
  })
  .superRefine((file, context) => {
    const twice = (index: number, field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['contacts', index, field], message });
    for (const index of repeated(file.contacts, (row) => `${row.kind ?? 'person'} ${nameKey(row.name)}`)) {
      // Two people of one name are told apart by their ids.
      if (file.contacts[index]?.id === undefined) twice(index, 'name', 'is in the file twice; give both an id, or merge them');
    }
    for (const index of repeated(file.contacts, (row) => row.id)) twice(index, 'id', 'is in the file twice');
    for (const index of repeated(file.escalations ?? [], (row) => nameKey(row.service ?? ''))) {
      context.addIssue({ code: 'custom', path: ['escalations', index], message: 'is for a service that the file names twice' });
    }
  })
  .meta({ id: 'DirectoryFile' });
export type DirectoryFile = z.infer<typeof directoryFileSchema>;
export type FileContact = DirectoryFile['contacts'][number];

/** The rows whose key came before in the list. */
function repeated<T>(rows: readonly T[], keyOf: (row: T) => string | undefined): readonly number[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (key === undefined || !seen.has(key)) {
      if (key !== undefined) seen.add(key);
      return [];
    }
    return [index];
  });
}

/** The file of a directory: reading it back changes nothing. */
export function directoryFileOf(directory: Directory): DirectoryFile {
  return {
    schema: 'wheelhouse-directory/1',
    ...(directory.changedAt !== undefined && { asOf: dayOf(directory.changedAt, 'UTC') }),
    contacts: directory.contacts.map((contact) => fileContactOf(contact)),
    escalations: directory.escalations.map((path) => fileEscalationOf(directory, path)),
  };
}

function fileContactOf({ id: contact, savedAt: _at, saves: _saves, phones, services, worksWithout, ...card }: Contact): FileContact {
  return { id: contact, ...card, phones: [...phones], services: [...services], ...(worksWithout && { worksWithout: [...worksWithout] }) };
}

function fileEscalationOf({ contacts }: Directory, { service, contacts: ids, note }: Escalation) {
  const path = ids.flatMap((wanted) => {
    const contact = contacts.find((one) => one.id === wanted);
    if (!contact) return [];
    const others = contacts.filter(({ name }) => nameKey(name) === nameKey(contact.name));
    return [others.length > 1 ? contact.id : contact.name];
  });
  return { ...(service !== undefined && { service }), path, ...(note !== undefined && { note }) };
}
