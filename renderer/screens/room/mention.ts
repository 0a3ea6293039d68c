/** People as one types them. */
import { canonicalPerson } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';

/** `@Ada.Lovelace`; only the `@` where the name is not known. */
export function mention(view: Pick<IncidentView, 'people'>, person: string | undefined): string {
  const name = person === undefined ? undefined : view.people[canonicalPerson(view, person)]?.name;
  return `@${name?.trim().replace(/\s+/g, '.') ?? ''}`;
}
