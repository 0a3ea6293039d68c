/** Who has a lever in hand at a moment. A lease that ran out bars nobody. */
import { canonicalPerson } from '../names.ts';
import type { IncidentView } from '../view.ts';
import type { LeverView } from '../work-view.ts';

/** The lever, where somebody other than `person` has it in hand at that moment (ms since epoch, UTC): by a lease, or because they applied it a while ago. */
export function heldByAnother(
  view: IncidentView,
  key: string,
  person: string,
  at: number,
): (LeverView & { readonly holder: string }) | undefined {
  const lever = view.levers.find((other) => other.lever === key);
  if (lever?.holder === undefined || lever.until === undefined || lever.until <= at) return undefined;
  if (canonicalPerson(view, lever.holder) === canonicalPerson(view, person)) return undefined;
  return { ...lever, holder: lever.holder };
}
