/** Who holds what, a line for each person: one who carries several roles shows as such. */
import { canonicalPerson } from '../../../../shared/incident/names.ts';
import { rolesInOrder } from '../../../../shared/incident/people/role-order.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { RoleId } from '../../../../shared/vocabulary/words.ts';

export interface RoleHolder {
  readonly person: string;
  /** In the playbook's order, the commander first. */
  readonly roles: readonly RoleId[];
  /** Since when the person has held the first of these roles, ms since epoch. */
  readonly since?: number;
}

/** Holders in the order of their first role. */
export function roleHolders(view: IncidentView): readonly RoleHolder[] {
  const held = new Map<string, { roles: RoleId[]; since?: number }>();
  for (const role of rolesInOrder(view)) {
    const now = view.roles[role];
    if (now?.state !== 'held' || now.holder === undefined) continue;
    const person = canonicalPerson(view, now.holder);
    const line = held.get(person) ?? { roles: [] };
    line.roles.push(role);
    if (line.since === undefined && now.since !== undefined) line.since = now.since;
    held.set(person, line);
  }
  return [...held].map(([person, { roles, since }]) => ({ person, roles, ...(since === undefined ? {} : { since }) }));
}

/** The short name of a role as the playbook has it: `IC`. */
export function roleShort(view: IncidentView, role: RoleId): string {
  return assumedPlaybook(view).roles.find((row) => row.id === role)?.short ?? role;
}
