/** The lines of the room's timeline: its entries, with the records that one command made together as one line. Exports and the shared timeline keep each apart. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';

/** A line; `together` has all the records of one that stands for several, itself first. */
export type RoomLine = ShownEntry & { readonly together?: readonly ShownEntry[] };

/** The line that stands for several records, by the first of them: the same records give the same line, so that rows are taken over. */
const joined = new WeakMap<ShownEntry, RoomLine>();

/** The lines for entries that are in timeline order. Roles that went to one person at once are one line; that the declarer joined goes without saying. */
export function roomLines(entries: readonly ShownEntry[]): readonly RoomLine[] {
  const lines: RoomLine[] = [];
  let declared: ShownEntry | undefined;
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry === undefined) continue;
    if (entry.item.type === 'incident.declared') declared = entry;
    if (declared !== undefined && isDeclarerJoining(entry, declared)) continue;
    const together = isPlainRole(entry) ? rolesFrom(entries, at, entry) : undefined;
    lines.push(together !== undefined && together.length > 1 ? asOne(entry, together) : entry);
    at += (together?.length ?? 1) - 1;
  }
  return lines;
}

function atOnce(one: ShownEntry, other: ShownEntry): boolean {
  return one.recordedAt === other.recordedAt && one.item.actor === other.item.actor && one.origin === other.origin;
}

function isDeclarerJoining(entry: ShownEntry, declared: ShownEntry): boolean {
  if (entry.item.type !== 'person.joined' || entry.item.standing !== 'plain' || !atOnce(entry, declared)) return false;
  return (entry.item.body as { readonly person?: unknown } | null)?.person === entry.item.actor;
}

/** The records of roles given to one person at once, from this place and its first on. */
function rolesFrom(entries: readonly ShownEntry[], from: number, first: ShownEntry): readonly ShownEntry[] {
  const [, person] = roleAndPerson(first);
  let end = from + 1;
  for (let next = entries[end]; next !== undefined; next = entries[end]) {
    if (!isPlainRole(next) || !atOnce(first, next) || next.occurredAt !== first.occurredAt || roleAndPerson(next)[1] !== person) break;
    end += 1;
  }
  return entries.slice(from, end);
}

/** One that was amended, or changed nothing, tells a story of its own. */
function isPlainRole({ item, redacted, corrections }: ShownEntry): boolean {
  return item.type === 'role.assigned' && item.standing === 'plain' && !redacted && corrections.length === 0;
}

/** `Ops lead: Kim` in its two parts. */
function roleAndPerson({ text }: ShownEntry): readonly [role: string, person: string] {
  const colon = text.indexOf(': ');
  return [text.slice(0, colon), text.slice(colon + 2)];
}

function asOne(first: ShownEntry, together: readonly ShownEntry[]): RoomLine {
  const known = joined.get(first);
  if (known?.together?.length === together.length && known.together.every((entry, at) => entry === together[at])) return known;
  const roles = together.map((entry) => roleAndPerson(entry)[0]);
  const line: RoomLine = { ...first, text: `${roles.join(', ')}: ${roleAndPerson(first)[1]}`, together };
  joined.set(first, line);
  return line;
}
