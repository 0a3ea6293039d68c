/** What falls due in command: an offer that nobody answers, and a relief that was planned. */
import { isOpenPhase } from '../../vocabulary/words.ts';
import type { IncidentView } from '../view.ts';
import { handoffKey } from './handoff-key.ts';

export interface CommandDeadline {
  readonly key: string;
  /** Ms since epoch, UTC. */
  readonly dueAt: number;
  readonly incidentId: string;
  readonly kind: 'handoff' | 'relief';
  /** A planned relief only rings. */
  readonly records?: { readonly type: 'handoff.expired'; readonly body: Readonly<Record<string, unknown>> };
}

/** The deadlines of command; an offer that was read back expires no more. */
export function commandDeadlines(view: IncidentView): readonly CommandDeadline[] {
  const list: CommandDeadline[] = [];
  const { handoff, relief, id: incidentId } = view;
  if (handoff !== undefined && view.command === 'offered') {
    const { offer, expiresAt: dueAt } = handoff;
    const records = { type: 'handoff.expired' as const, body: { offer, dueAt } };
    list.push({ key: handoffKey(offer), dueAt, incidentId, kind: 'handoff', records });
  }
  if (relief !== undefined && isOpenPhase(view.phase)) {
    list.push({ key: `relief/${relief.event}`, dueAt: relief.from, incidentId, kind: 'relief' });
  }
  return list;
}
