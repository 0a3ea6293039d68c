/** Who reports to the commander directly: everybody who is here and in no workstream with a leader of its own. Source: span of control of the domain design. */
import { canonicalPerson } from '../names.ts';
import type { IncidentView, PersonView } from '../view.ts';
import { ableHere, commanderOf } from './presence.ts';

/** The direct reports, the longest here first; leaders of workstreams are among them, their members are not. Nobody while command is vacant. */
export function directReports(view: IncidentView): readonly PersonView[] {
  const commander = commanderOf(view);
  if (commander === undefined) return [];
  const led = view.workstreams.filter(({ closedAt, leader }) => closedAt === undefined && leader !== undefined);
  const leaders = new Set(led.map(({ leader }) => canonicalPerson(view, leader ?? '')));
  const members = new Set(led.flatMap((workstream) => workstream.members.map((id) => canonicalPerson(view, id))));
  return ableHere(view)
    .filter(({ id }) => id !== commander && (leaders.has(id) || !members.has(id)))
    .sort((a, b) => a.standingSince - b.standingSince);
}
