/** What people are called in a draft without names: by what they did in this incident. */
import { canonicalPerson } from '../../incident/names.ts';
import { assumedPlaybook } from '../../incident/playbook-of.ts';
import type { IncidentView } from '../../incident/view.ts';

/** The roles that one person has, and is. */
const singular: Readonly<Record<string, string>> = {
  commander: 'the commander',
  deputy: 'the deputy',
  scribe: 'the scribe',
  liaison: 'the liaison',
  responder: 'a responder',
  observer: 'an observer',
};

/** A label for every person, by id. One person has one label, whatever ids they have; teams keep their names. The same view gives the same labels. */
export function roleLabels(view: IncidentView): ReadonlyMap<string, string> {
  const people = Object.values(view.people).filter(({ kind }) => kind === 'person');
  const inOrder = people.toSorted((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  const counts = new Map<string, number>();
  const byPerson = new Map<string, string>();
  for (const { id } of inOrder) {
    const person = canonicalPerson(view, id);
    if (byPerson.has(person)) continue;
    const label = labelOf(view, person);
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    byPerson.set(person, count === 1 ? label : `${label} (${count})`);
  }
  return new Map(people.map(({ id }) => [id, byPerson.get(canonicalPerson(view, id)) ?? 'somebody']));
}

/** The commander is the commander; anybody else is what they were first. */
function labelOf(view: IncidentView, person: string): string {
  const held = view.roleIntervals.filter((interval) => canonicalPerson(view, interval.person) === person);
  const role = held.find((interval) => interval.role === 'commander') ?? held.toSorted((a, b) => a.from - b.from)[0];
  if (!role) return 'a responder';
  const known = singular[role.role];
  if (known !== undefined) return known;
  const row = assumedPlaybook(view).roles.find(({ id }) => id === role.role);
  const short = row?.short ?? role.role;
  return `somebody in ${row && row.id in builtIn ? short.toLowerCase() : short}`;
}

/** Their names are words; those of an organisation's own roles stay as it writes them. */
const builtIn: Readonly<Record<string, true>> = { ops: true, comms: true, planning: true, security: true, product: true };
