/** What a console knows of whom to call: the fold of the directory's stream. Plain data, safe to send or store as JSON. Times are ms since epoch, UTC. */
import type { ContactKind, Dependency } from './words.ts';

export interface Contact {
  readonly id: string;
  readonly kind: ContactKind;
  readonly name: string;
  /** As they are dialled, the best first. */
  readonly phones: readonly string[];
  readonly team?: string;
  /** Names of the services that this contact answers for. */
  readonly services: readonly string[];
  /** Place in the escalation of those services, 1 is called first; absent: after those that have one. */
  readonly order?: number;
  readonly note?: string;
  /** What may be down while this contact is still reached; absent: nobody asked yet. */
  readonly worksWithout?: readonly Dependency[];
  /** When it was last saved, by the clock of the console that wrote it. */
  readonly savedAt: number;
  /** The events that hold what was ever saved of it, the oldest first: what an erasure has to take. */
  readonly saves: readonly string[];
}

/** A contact that was taken out, as it last was; saving it again brings it back. */
export interface RemovedContact extends Contact {
  readonly removedAt: number;
}

/** Who is called for a service, in this order; it goes before the orders of the contacts. */
export interface Escalation {
  /** Absent: for everything, after what is said for a service. */
  readonly service?: string;
  /** Ids of contacts; those that are no longer here are left out. */
  readonly contacts: readonly string[];
  readonly note?: string;
  readonly savedAt: number;
}

export interface Directory {
  /** By name, whatever the case. */
  readonly contacts: readonly Contact[];
  readonly removed: readonly RemovedContact[];
  /** By service; the one for everything last. */
  readonly escalations: readonly Escalation[];
  /** When anything in it was last saved or removed: the age of the list. Absent: it never held anything. */
  readonly changedAt?: number;
}

/** A directory before its first contact. */
export const emptyDirectory: Directory = { contacts: [], removed: [], escalations: [] };

/** Whether two names of a service, a team or a contact mean the same: case and outer spaces do not count. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** What names are compared by. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
