/** Two islands that gave one role to different people: what a writer saw when they moved a role, where that did not fit, and who settled it. */
import type { RoleId } from '../../vocabulary/words.ts';
import { given } from '../draft.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView } from '../view.ts';
import { samePerson } from './presence.ts';

/** What an event that gives a role to somebody says of what its writer saw: the holder then, and the conflicts that it settles. */
export function sawWhenGiving(
  view: IncidentView,
  role: RoleId,
): { readonly replaces: string | null; readonly settles?: readonly string[] } {
  return { replaces: view.roles[role]?.holder ?? null, ...settling(view, role) };
}

/** The conflicts that a writer sees, and so settles with whatever they say of the role. */
export function settling(view: IncidentView, role: RoleId): { readonly settles?: readonly string[] } {
  const seen = view.roleConflicts.filter((conflict) => conflict.role === role).map(({ event }) => event);
  return given({ settles: seen.length === 0 ? undefined : seen });
}

/** The view without the conflicts that its writer saw. */
export function settled(view: IncidentView, settles: readonly string[] | undefined): IncidentView {
  if (settles === undefined || view.roleConflicts.length === 0) return view;
  return { ...view, roleConflicts: view.roleConflicts.filter(({ event }) => !settles.includes(event)) };
}

/** Notes that both believe to hold the role; one person twice is no conflict. */
export function conflicting(
  view: IncidentView,
  conflict: { readonly role: RoleId; readonly people: readonly [string, string]; readonly event: string },
): IncidentView {
  if (samePerson(view, ...conflict.people)) return view;
  return { ...view, roleConflicts: [...view.roleConflicts, conflict] };
}

/**
 * Conflicts that nobody settled follow the role to its next holder. They end where both sides meant the same person after all, and where
 * `replaces` shows that the side whose holder the fold had set aside moved on: what it did then is judged on its own.
 */
export function followed(view: IncidentView, role: RoleId, holder: string, replaces: string | null | undefined): IncidentView {
  if (!view.roleConflicts.some((conflict) => conflict.role === role)) return view;
  const roleConflicts = view.roleConflicts.flatMap((conflict) => {
    const [other] = conflict.people;
    if (conflict.role !== role) return [conflict];
    const over = samePerson(view, other, holder) || (typeof replaces === 'string' && samePerson(view, other, replaces));
    return over ? [] : [{ ...conflict, people: [other, holder] as const }];
  });
  return { ...view, roleConflicts };
}

/** The view after somebody laid down a role that the fold had set aside: they claim it no more. */
export function givenUp(view: IncidentView, role: RoleId, person: string): IncidentView {
  const roleConflicts = view.roleConflicts.filter((conflict) => conflict.role !== role || !samePerson(view, conflict.people[0], person));
  return roleConflicts.length === view.roleConflicts.length ? view : { ...view, roleConflicts };
}

/** The conflicts that stand: those whose two people turned out to be one do not. */
export function openConflicts(view: IncidentView): IncidentView['roleConflicts'] {
  return view.roleConflicts.filter(({ people: [one, other] }) => canonicalPerson(view, one) !== canonicalPerson(view, other));
}
