/** Which roles an incident asks for, who carries them, and which are vacant although somebody is here who could take them. Sources: role catalogue and scaling of the domain design. */
import type { RoleId } from '../../vocabulary/words.ts';
import { canonicalPerson } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { ableHere } from './presence.ts';
import { rolesInOrder } from './role-order.ts';

/** The roles that a severity and a type ask for, each once; without a severity, those of SEV2, as a declaration takes it. */
export function rolesAskedFor(
  view: Pick<IncidentView, 'playbook'>,
  severity: IncidentView['severity'],
  incidentType: string | undefined,
): readonly RoleId[] {
  const playbook = assumedPlaybook(view);
  const ofType = playbook.types.find(({ id }) => id === incidentType)?.requiredRoles ?? [];
  return [...new Set([...playbook.severities[severity ?? 2].requiredRoles, ...ofType])];
}

/** The roles that the incident asks for now. */
export function requiredRoles(view: IncidentView): readonly RoleId[] {
  return rolesAskedFor(view, view.severity, view.incidentType);
}

/** Who carries the role, by the id that stands for them; whoever only observes carries none. */
export function carrierOf(view: IncidentView, role: RoleId): string | undefined {
  const holder = view.roles[role]?.holder;
  if (holder === undefined) return undefined;
  const person = canonicalPerson(view, holder);
  return view.people[person]?.standing === 'observing' ? undefined : person;
}

/** Who carries which roles; observing is none. Roles in the playbook's order. */
export function carriedRoles(view: IncidentView): readonly { readonly person: string; readonly roles: readonly RoleId[] }[] {
  const carried = new Map<string, RoleId[]>();
  for (const role of rolesInOrder(view)) {
    const person = role === 'observer' ? undefined : carrierOf(view, role);
    if (person !== undefined) carried.set(person, [...(carried.get(person) ?? []), role]);
  }
  return [...carried].map(([person, roles]) => ({ person, roles }));
}

/** How many able people must be here before a vacancy of the role is anybody's business: one takes command, a second the next role. */
export const takersFor = (role: RoleId): number => (role === 'commander' ? 1 : 2);

export interface Vacancy {
  readonly role: RoleId;
  /** Since when it has been vacant while somebody was here who could take it, ms since epoch, UTC. */
  readonly since: number;
}

/** The required roles that nobody carries although somebody who is here could take them. */
export function vacancies(view: IncidentView): readonly Vacancy[] {
  const arrivals = ableHere(view)
    .map(({ standingSince }) => standingSince)
    .sort((a, b) => a - b);
  return requiredRoles(view).flatMap((role) => {
    const enough = arrivals[takersFor(role) - 1];
    if (carrierOf(view, role) !== undefined || enough === undefined) return [];
    return [{ role, since: Math.max(enough, view.roles[role]?.since ?? 0, view.declaredAt ?? 0) }];
  });
}
