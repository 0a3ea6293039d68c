/** Folds the directory's stream: any set of events, in any order of arrival, gives every console the same list. */
import type { LogEvent } from '../log/event.ts';
import { splitForks } from '../log/forks.ts';
import { byClock, byText } from '../log/order.ts';
import { type Contact, type Directory, type Escalation, nameKey, type RemovedContact } from './directory.ts';
import { type DirectoryEventBody, type DirectoryEventType, directoryEvents, directoryEventVersion, isDirectoryEvent } from './events.ts';
import { dependencies } from './words.ts';

type Saved = DirectoryEventBody<'contact.saved'>;

/** A contact while it is folded: the last card that was saved, and whether it was taken out since. */
interface Card {
  readonly card: Saved;
  readonly at: number;
  readonly saves: readonly string[];
  readonly removedAt?: number;
}

/**
 * The directory as these events tell it. The last by clock wins for each contact and each service; the rest stays in the log. Forks are set aside,
 * one cause counts once for each thing, and what was erased, or a newer console wrote, changes nothing.
 */
export function directoryOf(events: readonly LogEvent[]): Directory {
  const cards = new Map<string, Card>();
  const paths = new Map<string, Escalation>();
  const seen = new Set<string>();
  let changedAt: number | undefined;
  for (const event of [...splitForks(events).canonical].sort(byClock)) {
    const read = readEvent(event);
    if (!read) continue;
    const cause = `${JSON.stringify(event.cause)}|${read.type}|${thingOf(read)}`;
    if (seen.has(cause)) continue;
    seen.add(cause);
    if (!apply(cards, paths, read, event)) continue;
    changedAt = Math.max(changedAt ?? 0, event.recordedAt);
  }
  const contacts = [...cards].flatMap(([id, card]) => (card.removedAt === undefined ? [contactOf(id, card)] : []));
  return {
    contacts: contacts.sort(byName),
    removed: [...cards].flatMap(([id, card]) => removedOf(id, card)).sort(byName),
    escalations: escalationsOf(paths, new Set(contacts.map(({ id }) => id))),
    ...(changedAt !== undefined && { changedAt }),
  };
}

type ReadEvent = { [T in DirectoryEventType]: { readonly type: T; readonly body: DirectoryEventBody<T> } }[DirectoryEventType];

function readEvent({ type, v, body }: LogEvent): ReadEvent | undefined {
  if (!isDirectoryEvent(type) || v !== directoryEventVersion) return undefined;
  const parsed = directoryEvents[type].safeParse(body);
  return parsed.success ? ({ type, body: parsed.data } as ReadEvent) : undefined;
}

function thingOf({ type, body }: ReadEvent): string {
  return type === 'escalation.saved' ? nameKey(body.service ?? '') : body.contact;
}

/** Answers whether the event changed anything. */
function apply(cards: Map<string, Card>, paths: Map<string, Escalation>, { type, body }: ReadEvent, event: LogEvent): boolean {
  if (type === 'contact.saved') {
    const saves = [...(cards.get(body.contact)?.saves ?? []), event.id];
    cards.set(body.contact, { card: body, at: event.recordedAt, saves });
    return true;
  }
  if (type === 'contact.removed') {
    const card = cards.get(body.contact);
    if (card) cards.set(body.contact, { ...card, removedAt: event.recordedAt });
    return card !== undefined;
  }
  const { service, contacts, note } = body;
  paths.set(nameKey(service ?? ''), {
    ...(service !== undefined && { service }),
    contacts,
    ...(note !== undefined && { note }),
    savedAt: event.recordedAt,
  });
  return true;
}

function contactOf(id: string, { card, at, saves }: Card): Contact {
  const { kind, name, phones, team, services, order, note, worksWithout } = card;
  return {
    id,
    kind,
    name,
    phones,
    ...(team !== undefined && { team }),
    services,
    ...(order !== undefined && { order }),
    ...(note !== undefined && { note }),
    // A newer console may know of things that this one cannot name.
    ...(worksWithout && { worksWithout: dependencies.filter((one) => worksWithout.includes(one)) }),
    savedAt: at,
    saves,
  };
}

function removedOf(id: string, card: Card): readonly RemovedContact[] {
  return card.removedAt === undefined ? [] : [{ ...contactOf(id, card), removedAt: card.removedAt }];
}

/** Paths that still lead to somebody, the one for everything last. */
function escalationsOf(paths: ReadonlyMap<string, Escalation>, known: ReadonlySet<string>): readonly Escalation[] {
  return [...paths]
    .map(([key, path]) => ({ key, path: { ...path, contacts: path.contacts.filter((id) => known.has(id)) } }))
    .filter(({ path }) => path.contacts.length > 0)
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || byText(a.key, b.key))
    .map(({ path }) => path);
}

function byName(a: { readonly name: string; readonly id: string }, b: { readonly name: string; readonly id: string }): number {
  return byText(nameKey(a.name), nameKey(b.name)) || byText(a.id, b.id);
}
