/** A card as the form has it, in texts, and back. */
import type { DirectoryCommandDraft } from '../../../shared/directory/commands.ts';
import type { Contact } from '../../../shared/directory/directory.ts';
import type { ContactKind, Dependency } from '../../../shared/directory/words.ts';

export type Card = Omit<DirectoryCommandDraft<'contact.save'>, 'type' | 'contact'>;

export interface CardTexts {
  readonly kind: ContactKind;
  readonly name: string;
  /** Separated by commas, like the services. */
  readonly phones: string;
  readonly services: string;
  readonly team: string;
  readonly order: string;
  readonly note: string;
  /** Absent: nobody asked yet. */
  readonly worksWithout: readonly Dependency[] | undefined;
}

/** The card of a contact, as a command carries it. */
export function cardOf({ kind, name, phones, team, services, order, note, worksWithout }: Contact): Card {
  return {
    kind,
    name,
    phones: [...phones],
    services: [...services],
    ...(team !== undefined && { team }),
    ...(order !== undefined && { order }),
    ...(note !== undefined && { note }),
    ...(worksWithout !== undefined && { worksWithout: [...worksWithout] }),
  };
}

/** What the form begins with. */
export function textsOf(contact: Contact | undefined): CardTexts {
  return {
    kind: contact?.kind ?? 'person',
    name: contact?.name ?? '',
    phones: contact?.phones.join(', ') ?? '',
    services: contact?.services.join(', ') ?? '',
    team: contact?.team ?? '',
    order: contact?.order === undefined ? '' : String(contact.order),
    note: contact?.note ?? '',
    worksWithout: contact?.worksWithout,
  };
}

/** The card that the texts mean. What is malformed is sent as it is: the console says what is wrong with it. */
export function cardFrom({ kind, name, phones, services, team, order, note, worksWithout }: CardTexts): Card {
  return {
    kind,
    name: name.trim(),
    phones: listed(phones),
    services: listed(services),
    ...(team.trim() !== '' && { team: team.trim() }),
    ...(order.trim() !== '' && { order: Number(order) }),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(worksWithout !== undefined && { worksWithout: [...worksWithout] }),
  };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
