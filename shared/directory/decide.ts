/** What a command makes of the directory: events to be written, or why not. */
import type { NewEvent } from '../log/event.ts';
import { uuidv8FromSource } from '../log/ids.ts';
import { err, ok, type Result } from '../result.ts';
import type { DirectoryCommand } from './commands.ts';
import { type Contact, type Directory, nameKey, sameName } from './directory.ts';
import { type DirectoryEventType, directoryEventVersion } from './events.ts';
import type { FileContact } from './file-form.ts';

export interface DirectoryRefusal {
  /** What was wrong and what to do about it. */
  readonly message: string;
  /** Of a file: where, each with its path in the command. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

type Decided = Result<readonly NewEvent[], DirectoryRefusal>;
type NewId = () => string;

/** Decides a command. A file that says nothing new makes no events. `newId` answers ids for events. */
export function decideDirectory(directory: Directory, command: DirectoryCommand, newId: NewId): Decided {
  switch (command.type) {
    case 'contact.save':
      return saveContact(directory, command, newId);
    case 'contact.remove':
      return removeContact(directory, command, newId);
    case 'escalation.save':
      return saveEscalation(directory, command, newId);
    case 'directory.import':
      return importFile(directory, command, newId);
  }
}

function saveContact(directory: Directory, command: DirectoryCommand<'contact.save'>, newId: NewId): Decided {
  const { commandId, type: _type, contact, ...card } = command;
  const known = contact === undefined || [...directory.contacts, ...directory.removed].some(({ id }) => id === contact);
  if (!known) return err({ message: 'The directory has no such contact. Add it as a new one.' });
  const twin = directory.contacts.find(({ id, kind, name }) => id !== contact && kind === card.kind && sameName(name, card.name));
  if (twin) {
    return err({ message: `${twin.name} is in the directory already. Change that card, or give this one a name that tells them apart.` });
  }
  // Made of the command: given twice, also to two consoles, it is one contact.
  const id = contact ?? uuidv8FromSource('contact', commandId);
  return ok([fact(newId, 'contact.saved', { contact: id, ...tidy(card) })]);
}

function removeContact({ contacts }: Directory, command: DirectoryCommand<'contact.remove'>, newId: NewId): Decided {
  const { contact, reason } = command;
  if (!contacts.some(({ id }) => id === contact)) return err({ message: 'The directory has no such contact: it may be removed already.' });
  return ok([fact(newId, 'contact.removed', { contact, ...(reason !== undefined && { reason }) })]);
}

function saveEscalation(directory: Directory, command: DirectoryCommand<'escalation.save'>, newId: NewId): Decided {
  const { service, contacts, note } = command;
  const known = new Set(directory.contacts.map(({ id }) => id));
  const strangers = contacts.filter((id) => !known.has(id)).length;
  if (strangers > 0) {
    const who = strangers === 1 ? 'One of them is' : `${strangers} of them are`;
    return err({ message: `${who} not in the directory. Add them first, then put them on the path.` });
  }
  return ok([fact(newId, 'escalation.saved', escalationBody(service, contacts, note))]);
}

function importFile(directory: Directory, { file }: DirectoryCommand<'directory.import'>, newId: NewId): Decided {
  const rows = file.contacts.map((row) => ({ row, id: idOf(directory, row) }));
  const byId = new Map(directory.contacts.map((contact) => [contact.id, contact]));
  const cards = rows.flatMap(({ row, id }) => {
    const card = cardOf(row);
    return isSame(byId.get(id), card) ? [] : [fact(newId, 'contact.saved', { contact: id, ...card })];
  });
  const after = [...rows.map(({ row, id }) => ({ id, name: row.name })), ...directory.contacts];
  const faults: { path: string; message: string }[] = [];
  const paths = (file.escalations ?? []).flatMap(({ service, path, note }, index) => {
    const contacts = path.flatMap((wanted, step) => {
      const found = named(after, wanted);
      if (!found.ok) faults.push({ path: `file.escalations.${index}.path.${step}`, message: found.error });
      return found.ok ? [found.value] : [];
    });
    const before = directory.escalations.find((one) => sameName(one.service ?? '', service ?? ''));
    const same = before?.note === note && before !== undefined && before.contacts.join() === contacts.join();
    return same ? [] : [fact(newId, 'escalation.saved', escalationBody(service, contacts, note))];
  });
  if (faults.length > 0) {
    const count = faults.length === 1 ? 'One step of a path leads' : `${faults.length} steps of paths lead`;
    return err({ message: `${count} to nobody that can be told. Nothing was imported.`, fields: faults });
  }
  return ok([...cards, ...paths]);
}

/** The contact that a row means: two consoles that import one file make one contact of it. */
function idOf({ contacts }: Directory, { id, kind = 'person', name }: FileContact): string {
  return (
    id ?? contacts.find((one) => one.kind === kind && sameName(one.name, name))?.id ?? uuidv8FromSource('contact', kind, nameKey(name))
  );
}

function named(contacts: readonly { readonly id: string; readonly name: string }[], wanted: string): Result<string, string> {
  const ids = new Set(contacts.filter(({ id, name }) => id === wanted || sameName(name, wanted)).map(({ id }) => id));
  const [only, ...others] = ids;
  if (only === undefined) return err(`${wanted} is neither in the file nor in the directory`);
  return others.length === 0 ? ok(only) : err(`${wanted} fits ${ids.size} contacts; write the id instead`);
}

function cardOf({ id: _id, kind = 'person', phones = [], services = [], ...rest }: FileContact): Card {
  return tidy({ kind, phones, services, ...rest });
}

type Card = Omit<DirectoryCommand<'contact.save'>, 'commandId' | 'type' | 'contact'>;

/** Nothing twice, and no fields without a value. */
function tidy(card: Card): Card {
  const given = Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined)) as Card;
  const services = given.services.filter((name, index, all) => all.findIndex((one) => sameName(one, name)) === index);
  return {
    ...given,
    services,
    phones: [...new Set(given.phones)],
    ...(given.worksWithout && { worksWithout: [...new Set(given.worksWithout)] }),
  };
}

function isSame(before: Contact | undefined, card: Card): boolean {
  return before !== undefined && textOf(before) === textOf(card);
}

/** A card as a text to compare by; what a thing works without has no order. */
function textOf({ kind, name, phones, team, services, order, note, worksWithout }: Card | Contact): string {
  return JSON.stringify([kind, name, phones, team, services, order, note, worksWithout?.toSorted()]);
}

function escalationBody(service: string | undefined, contacts: readonly string[], note: string | undefined): object {
  return { ...(service !== undefined && { service }), contacts, ...(note !== undefined && { note }) };
}

function fact(newId: NewId, type: DirectoryEventType, body: object): NewEvent {
  return { id: newId(), type, v: directoryEventVersion, body };
}
