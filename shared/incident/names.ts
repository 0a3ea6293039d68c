/** What people and roles are called, on the timeline, in prompts and in the drafts. */
import { importActor, type RoleId, systemActor } from '../vocabulary/words.ts';
import { assumedPlaybook } from './playbook-of.ts';
import type { IncidentView } from './view.ts';

/** A person's name as the incident knows it; several ids of one person give one name. */
export function personName(view: Pick<IncidentView, 'people'>, id: string): string {
  if (id === systemActor) return 'Wheelhouse';
  if (id === importActor) return 'imported file';
  const person = view.people[canonicalPerson(view, id)] ?? view.people[id];
  if (!person) return 'somebody';
  return person.name ?? 'name erased';
}

/** The id that a person's several ids stand for. */
export function canonicalPerson(view: Pick<IncidentView, 'people'>, id: string): string {
  const next = view.people[id]?.sameAs;
  return next === undefined ? id : canonicalPerson(view, next);
}

/** A role's name in the incident's playbook. */
export function roleName(view: IncidentView, role: RoleId): string {
  return assumedPlaybook(view).roles.find((row) => row.id === role)?.name ?? role;
}
