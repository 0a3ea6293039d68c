/** Which of the playbook's templates fits a message to these audiences at this moment. */
import type { Playbook } from '../../playbook/schema.ts';
import type { Audience } from '../../vocabulary/words.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { soakEndsAt } from '../requirements.ts';
import type { IncidentView } from '../view.ts';

export type UpdateTemplate = Playbook['updateTemplates'][number];

/**
 * The template: of the use that the moment asks for, else an ordinary update; of the incident's own type before the general; of those,
 * the one that speaks to most of the audiences. `undefined` where the playbook has none. `now` in ms since epoch, UTC.
 */
export function templateFor(view: IncidentView, audiences: readonly Audience[], now: number): UpdateTemplate | undefined {
  const wanted = wantedUse(view, audiences, now);
  const uses = wanted === 'update' ? ['update'] : [wanted, 'update'];
  for (const use of uses) {
    const [best] = fitting(view, audiences).filter((template) => template.use === use);
    if (best) return best;
  }
  return undefined;
}

/** The templates that may serve these audiences here, the best first. */
export function fitting(view: IncidentView, audiences: readonly Audience[]): readonly UpdateTemplate[] {
  const reached = ({ audiences: served }: UpdateTemplate): number => audiences.filter((audience) => served.includes(audience)).length;
  return assumedPlaybook(view)
    .updateTemplates.filter((template) => reached(template) > 0 && (template.types === undefined || isOwn(view, template)))
    .toSorted((a, b) => Number(isOwn(view, b)) - Number(isOwn(view, a)) || reached(b) - reached(a) || outermost(b) - outermost(a));
}

const isOwn = (view: IncidentView, { types }: UpdateTemplate): boolean =>
  view.incidentType !== undefined && types?.includes(view.incidentType) === true;
/** What may be said to customers may be said to everybody; not the other way round. */
const outermost = ({ audiences }: UpdateTemplate): number => Number(audiences.includes('customers') || audiences.includes('partners'));

function wantedUse(view: IncidentView, audiences: readonly Audience[], now: number): UpdateTemplate['use'] {
  if (view.phase === 'paused') return 'pause';
  const told = Math.max(...audiences.map((audience) => view.updates.filter((update) => update.audiences.includes(audience)).length));
  if (isEnding(view, now)) return told > 0 ? 'final' : 'first';
  if (told === 0) return 'first';
  return told === 1 && view.mitigation === undefined ? 'scope' : 'update';
}

/** Mitigated, and quiet for as long as the severity asks: what is said now is the last word. */
function isEnding(view: IncidentView, now: number): boolean {
  if (view.phase === 'resolved' || view.phase === 'review' || view.phase === 'closed') return true;
  const soaked = soakEndsAt(view);
  return view.phase === 'monitoring' && soaked !== undefined && soaked <= now;
}
