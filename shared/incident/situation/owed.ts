/** What audiences of absorbed incidents are owed: the sooner promise holds, and is kept by a message that is sent from here (design: merge; "nothing moves a promise except a newer message to that audience"). */
import type { Audience } from '../../vocabulary/words.ts';
import type { AbsorbedView, CadenceView, IncidentView } from '../view.ts';

/** The audience's clock with what this incident said itself, and the soonest of what the absorbed ones owe. */
export function withOwed(view: IncidentView, audience: Audience): CadenceView {
  const { own, promise, deadline, received, final, ...rest } = view.cadences[audience];
  const said = own ?? { received, final, ...(promise && { promise }), ...(deadline && { deadline }) };
  const owed = view.absorbed.flatMap(({ event, owed: rows }) =>
    rows.filter((row) => row.audience === audience).map((row) => ({ ...row, event })),
  );
  if (owed.length === 0) return { ...rest, ...said };
  const promises = owed.flatMap(({ promisedAt, event }) => (promisedAt === undefined ? [] : [{ at: promisedAt, event }]));
  const [soonest] = [...(said.promise ? [said.promise] : []), ...promises].sort((a, b) => a.at - b.at);
  const byHand = [...(said.deadline ? [said.deadline] : []), ...owed.flatMap((row) => row.deadline ?? [])].sort((a, b) => a.at - b.at)[0];
  const waiting = owed.some((row) => row.received === true);
  return {
    ...rest,
    received: said.received || waiting,
    final: said.final && !waiting,
    ...(soonest && { promise: soonest }),
    ...(byHand && { deadline: byHand }),
    own: said,
  };
}

/** The absorbed incidents once an audience was told something at a moment, ms since epoch: what they owed it by then is kept. */
export function keptBy(absorbed: readonly AbsorbedView[], audience: Audience, at: number): readonly AbsorbedView[] {
  const keeps = (incident: AbsorbedView) => incident.at <= at && incident.owed.some((row) => row.audience === audience);
  if (!absorbed.some(keeps)) return absorbed;
  return absorbed.map((incident) =>
    keeps(incident) ? { ...incident, owed: incident.owed.filter((row) => row.audience !== audience) } : incident,
  );
}

/** The absorbed incidents once this one ended: nobody waits for a next time any more. What was set by hand is kept where the end leaves work to do. */
export function withoutPromises(absorbed: readonly AbsorbedView[], keepsDeadlines: boolean): readonly AbsorbedView[] {
  return absorbed.map((incident) => ({
    ...incident,
    owed: incident.owed.map(({ promisedAt: _promised, deadline, ...row }) => ({ ...row, ...(keepsDeadlines && deadline && { deadline }) })),
  }));
}

/** The absorbed incidents once another deadline was set by hand for an audience, or taken away: theirs no longer holds. */
export function withoutDeadlines(absorbed: readonly AbsorbedView[], audience: Audience): readonly AbsorbedView[] {
  return absorbed.map((incident) => ({
    ...incident,
    owed: incident.owed.map(({ deadline, ...row }) =>
      deadline === undefined || row.audience !== audience ? { ...row, ...(deadline && { deadline }) } : row,
    ),
  }));
}
