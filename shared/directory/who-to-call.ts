/** Whom to call: the way of escalation of each service, and what in a text says which services are meant. There is no waiting time in it: anybody may call anybody. */
import { byText } from '../log/order.ts';
import { err, ok, type Result } from '../result.ts';
import { type Contact, type Directory, nameKey, sameName } from './directory.ts';

/** A way of escalation. */
export interface CallPath {
  /** Absent: for everything. */
  readonly service?: string;
  /** In the order in which they are called. */
  readonly contacts: readonly Contact[];
  readonly note?: string;
}

/** Names of all services that anybody answers for, in order. */
export function servicesOf({ contacts, escalations }: Directory): readonly string[] {
  const named = [...escalations.flatMap(({ service }) => service ?? []), ...contacts.flatMap(({ services }) => services)];
  const first = new Map(named.toReversed().map((name) => [nameKey(name), name]));
  return [...first].sort(([a], [b]) => byText(a, b)).map(([, name]) => name);
}

/**
 * Who is called for a service, or for everything: the path that was written down, else those who answer for it by their order; whoever has none comes
 * after those who have. For everything these are contacts that have an order and name no service. Undefined: nobody.
 */
export function pathFor(directory: Directory, service?: string): CallPath | undefined {
  const written = directory.escalations.find((path) => sameName(path.service ?? '', service ?? ''));
  const called = written
    ? written.contacts.flatMap((id) => directory.contacts.find((contact) => contact.id === id) ?? [])
    : byOrder(directory.contacts.filter((contact) => answersFor(contact, service)));
  if (called.length === 0) return undefined;
  return { ...(service !== undefined && { service }), contacts: called, ...(written?.note !== undefined && { note: written.note }) };
}

/** Every path there is: by service, the one for everything last. */
export function callPaths(directory: Directory): readonly CallPath[] {
  return [...servicesOf(directory), undefined].flatMap((service) => pathFor(directory, service) ?? []);
}

/** The paths for an incident: of the services that its texts name, else all; the one for everything comes last. */
export function pathsMeant(directory: Directory, ...texts: readonly (string | undefined)[]): readonly CallPath[] {
  const meant = servicesMeant(directory, ...texts);
  const paths = callPaths(directory);
  if (meant.length === 0) return paths;
  return paths.filter(({ service }) => service === undefined || meant.some((one) => sameName(one, service)));
}

/** The services whose names stand in a text, as words of their own. */
export function servicesMeant(directory: Directory, ...texts: readonly (string | undefined)[]): readonly string[] {
  const words = ` ${texts.map((text) => spaced(text ?? '')).join(' ')} `;
  return servicesOf(directory).filter((service) => words.includes(` ${spaced(service)} `));
}

/** The ids of the contacts whose names stand in a text, separated by commas, in that order; empty for a text without names. Error: which name is nobody's, or two people's. */
export function contactsNamed({ contacts }: Directory, text: string): Result<readonly string[], string> {
  const ids: string[] = [];
  for (const wanted of text.split(',').map((name) => name.trim())) {
    if (wanted === '') continue;
    const whole = contacts.filter(({ id, name }) => id === wanted || sameName(name, wanted));
    const fitting = whole.length > 0 ? whole : contacts.filter(({ name }) => nameKey(name).startsWith(nameKey(wanted)));
    const [only, ...others] = fitting;
    if (!only) return err(`${wanted} is not in the directory. Add them first.`);
    if (others.length > 0) return err(`${wanted} fits ${fitting.map(({ name }) => name).join(' and ')}. Write more of the name.`);
    if (!ids.includes(only.id)) ids.push(only.id);
  }
  return ok(ids);
}

/** Contacts that hold every word of a text, in any field; a number is found however it is spaced. All of them for a text without words. */
export function contactsWith({ contacts }: Directory, text: string): readonly Contact[] {
  const words = nameKey(text).split(/\s+/).filter(Boolean);
  const digits = text.replaceAll(/[\s()./-]/g, '');
  const isNumber = /^\+?\d{2,}$/.test(digits);
  return contacts.filter(({ kind, name, phones, team, services, note }) => {
    const all = nameKey([kind, name, ...phones, team, ...services, note].filter(Boolean).join('\n'));
    if (words.every((word) => all.includes(word))) return true;
    return isNumber && phones.some((phone) => phone.replaceAll(/[\s()./-]/g, '').includes(digits));
  });
}

function answersFor({ services, order }: Contact, service: string | undefined): boolean {
  if (service === undefined) return services.length === 0 && order !== undefined;
  return services.some((one) => sameName(one, service));
}

/** Contacts come by name: those of one order stay so. */
function byOrder(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.toSorted((a, b) => (a.order ?? 100) - (b.order ?? 100));
}

/** Letters and digits only, one space between words. */
function spaced(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
