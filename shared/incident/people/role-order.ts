/** Which roles an incident knows, in one order for screens, briefs and exports: the playbook's, then the built-in ones that it leaves out, then others that somebody holds or held. */
import { type RoleId, roleIds } from '../../vocabulary/words.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

/** Each once. A role stays known after a newer playbook dropped it, as long as the log speaks of it. */
export function rolesInOrder(view: Pick<IncidentView, 'playbook' | 'roles' | 'roleIntervals'>): readonly RoleId[] {
  const listed = assumedPlaybook(view).roles.map(({ id }) => id);
  const spoken = [...Object.keys(view.roles), ...view.roleIntervals.map(({ role }) => role)];
  return [...new Set<RoleId>([...listed, ...roleIds, ...spoken])];
}

/** The refusal of a role that is neither built in nor in the playbook, unless the log speaks of it already. */
export function strangeRole(view: IncidentView, role: RoleId): Refusal | undefined {
  const known = rolesInOrder(view);
  if (known.includes(role)) return undefined;
  return notFromHere(`the playbook has no role ${role}. It has ${known.join(', ')}`);
}
