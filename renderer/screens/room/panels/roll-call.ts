/** The roll call as the people column shows it: who is here, and who was asked, looks, was ruled out, went or rests. */
import { isHere, present } from '../../../../shared/incident/people/presence.ts';
import type { IncidentView, PersonView } from '../../../../shared/incident/view.ts';
import type { Standing } from '../../../../shared/vocabulary/words.ts';

export interface Standings {
  readonly standing: Standing;
  /** By name. */
  readonly people: readonly PersonView[];
}

/** In the order of who is closest to the work. */
const order: readonly Standing[] = ['looking', 'asked', 'ruledOut', 'observing', 'resting', 'excused'];

/** How many people are here: teams and second ids of one person do not count. */
export const onTheCall = (view: Pick<IncidentView, 'people'>): number => present(view).length;

/** Those who are here and only here: `busy` names people whom the roles show already. */
export function alsoHere(view: Pick<IncidentView, 'people'>, busy: ReadonlySet<string>): readonly PersonView[] {
  return byName(present(view).filter(({ id, standing }) => standing === 'engaged' && !busy.has(id)));
}

/** Everybody else, teams among them, by where they stand; standings that nobody has are left out. */
export function standingsOf(view: Pick<IncidentView, 'people'>): readonly Standings[] {
  const people = Object.values(view.people).filter(({ sameAs }) => sameAs === undefined);
  return order.flatMap((standing) => {
    const found = byName(people.filter((person) => person.standing === standing));
    return found.length === 0 ? [] : [{ standing, people: found }];
  });
}

/** A team that is engaged, or looks, is at work without being one person on the call. */
export const teamsAtWork = (view: Pick<IncidentView, 'people'>): readonly PersonView[] =>
  byName(
    Object.values(view.people).filter(
      ({ kind, standing, sameAs }) => kind === 'team' && sameAs === undefined && standing === 'engaged' && isHere(standing),
    ),
  );

function byName(people: readonly PersonView[]): readonly PersonView[] {
  return [...people].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
}
