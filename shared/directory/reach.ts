/** What is thin in a directory: one name behind many services, and who could not be reached if something that everybody leans on is down. */
import { type Contact, type Directory, sameName } from './directory.ts';
import { pathFor, servicesOf } from './who-to-call.ts';
import { type Dependency, dependencies } from './words.ts';

/** From so many services on, one person behind them is worth a word (requirement R52; the figure is ours). */
export const manyServices = 3;

export interface BusFactor {
  readonly contact: Contact;
  /** Services that nobody else in the directory answers for. */
  readonly alone: readonly string[];
}

/** People behind many services, the most first. Teams and providers are meant to be. */
export function busFactors(directory: Directory): readonly BusFactor[] {
  const { contacts } = directory;
  const behind = (service: string) => contacts.filter(({ services }) => services.some((one) => sameName(one, service)));
  return contacts
    .filter(({ kind, services }) => kind === 'person' && services.length >= manyServices)
    .map((contact) => ({ contact, alone: contact.services.filter((service) => behind(service).length === 1) }))
    .sort((a, b) => b.contact.services.length - a.contact.services.length);
}

/** What must work for this contact to be reached; undefined where nobody asked yet. */
export function leansOn({ worksWithout }: Contact): readonly Dependency[] | undefined {
  return worksWithout && dependencies.filter((one) => !worksWithout.includes(one));
}

/** Who is left when one thing is down (requirement F117). */
export interface Gap {
  readonly down: Dependency;
  readonly reached: readonly Contact[];
  readonly lost: readonly Contact[];
  /** Nobody has asked yet what they lean on. */
  readonly notAsked: readonly Contact[];
  /** Services for which nobody is known to be reached then. */
  readonly uncovered: readonly string[];
}

/** What would still work if each thing were down. A contact without a number is not reached by this list, whatever it leans on. */
export function gaps(directory: Directory): readonly Gap[] {
  return dependencies.map((down) => {
    const reached = directory.contacts.filter((contact) => contact.phones.length > 0 && contact.worksWithout?.includes(down));
    const notAsked = directory.contacts.filter((contact) => contact.phones.length > 0 && contact.worksWithout === undefined);
    const lost = directory.contacts.filter((contact) => !reached.includes(contact) && !notAsked.includes(contact));
    const covered = (service: string) => pathFor(directory, service)?.contacts.some((contact) => reached.includes(contact));
    return { down, reached, lost, notAsked, uncovered: servicesOf(directory).filter((service) => !covered(service)) };
  });
}
