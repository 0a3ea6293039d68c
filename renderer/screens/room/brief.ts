/** A few lines for somebody who joins: what is broken, what is known, who does what, where people talk, and what was promised. */

import { clocksOf } from '../../../shared/incident/clocks.ts';
import { phaseWords } from '../../../shared/incident/describe.ts';
import { personName } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { clockTime, zoneLabel } from '../../../shared/vocabulary/zoned-time.ts';
import { announce } from '../../components/live-region/announce.ts';
import { roleHolders, roleShort } from './panels/role-holders.ts';

/** The brief as plain text, one fact a line; what is not known is left out. `now` in ms since epoch, UTC. */
export function briefOf(view: IncidentView, now: number): string {
  const moment = (at: number) => `${clockTime(at, view.zone)} ${zoneLabel(view.zone)}`;
  const start = view.milestones.impactStart?.at;
  const people = roleHolders(view).map(
    ({ person, roles }) => `${roles.map((role) => roleShort(view, role)).join(', ')}: ${personName(view, person)}`,
  );
  const promises = clocksOf(view, now).flatMap(({ audience, promise }) =>
    promise === undefined ? [] : [`${audience} ${moment(promise)}`],
  );
  const lines: readonly (readonly [holds: unknown, says: string])[] = [
    [
      true,
      `${view.mode === 'drill' ? 'DRILL · ' : ''}${view.severity === undefined ? '' : `SEV${view.severity} · `}${view.title} (${view.label})`,
    ],
    [true, `Now: ${phaseWords[view.phase]}, ${moment(now)}`],
    [view.impact, `Customers: ${view.impact?.text}${typeof start === 'number' ? `, since ${moment(start)}` : ''}`],
    [view.summary, `Known (${view.summary ? moment(view.summary.at) : ''}): ${view.summary?.text}`],
    [people.length, people.join(' · ')],
    [promises.length, `Promised: ${promises.join(', ')}`],
    [view.links.call, `Call: ${view.links.call}`],
    [view.links.chat, `Chat: ${view.links.chat}`],
  ];
  return lines.flatMap(([holds, says]) => (holds ? [says] : [])).join('\n');
}

/** Puts the brief on the clipboard, and says whether that worked. */
export async function copyBrief(view: IncidentView): Promise<void> {
  try {
    await navigator.clipboard.writeText(briefOf(view, Date.now()));
    announce('The brief is copied.');
  } catch {
    announce('This window may not copy.');
  }
}
