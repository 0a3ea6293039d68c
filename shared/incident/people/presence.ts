/** Who is here: asked of the roll call, and nobody counted twice. */
import type { Standing } from '../../vocabulary/words.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView, PersonView } from '../view.ts';

const here = new Set<Standing>(['engaged', 'looking', 'observing']);

/** Whether somebody who stands there is here. */
export const isHere = (standing: Standing): boolean => here.has(standing);

/** The people who are here: no team, and of several ids of one person the one that stands for them. */
export function present(view: Pick<IncidentView, 'people'>): readonly PersonView[] {
  return Object.values(view.people).filter(({ kind, sameAs, standing }) => kind === 'person' && sameAs === undefined && isHere(standing));
}

/** Those who are here and may take something on: observers may not. */
export function ableHere(view: Pick<IncidentView, 'people'>): readonly PersonView[] {
  return present(view).filter(({ standing }) => standing !== 'observing');
}

/** Who holds command, by the id that stands for them. */
export function commanderOf(view: Pick<IncidentView, 'people' | 'roles'>): string | undefined {
  const holder = view.roles.commander?.holder;
  return holder === undefined ? undefined : canonicalPerson(view, holder);
}

/** Whether two ids are of one person. */
export function samePerson(view: Pick<IncidentView, 'people'>, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalPerson(view, one) === canonicalPerson(view, other);
}
