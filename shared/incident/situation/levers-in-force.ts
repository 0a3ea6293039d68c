/** The levers that work in the world, and how each is undone. */
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';

/** Applied, or kept on purpose. */
export const leversInForce = (view: IncidentView): IncidentView['levers'] =>
  view.levers.filter(({ state }) => state === 'applied' || state === 'kept');

/** How a lever is undone: as somebody wrote it, or as the playbook has it. */
export function wayBackOf(view: IncidentView, { lever, wayBack }: IncidentView['levers'][number]): string {
  return wayBack ?? assumedPlaybook(view).levers.find(({ id }) => id === lever)?.undo ?? 'not written';
}
