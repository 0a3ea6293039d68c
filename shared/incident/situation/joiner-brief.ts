/** Eight lines for somebody who joins, always as the log stands, and what changed since they last looked (design: joiner brief). */

import { clockTime } from '../../vocabulary/zoned-time.ts';
import { clocksOf } from '../clocks.ts';
import { personName } from '../names.ts';
import { carriedRoles } from '../people/carried-roles.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { type ShownEntry, timelineOf } from '../timeline.ts';
import type { IncidentView } from '../view.ts';
import { doings, impactLine, moment, standingLine, thoughts, whatWeKnow } from './situation-lines.ts';

/** The lines, one subject each; what is not known is left out. `now` in ms since epoch, UTC. */
export function joinerBrief(view: IncidentView, now: number): readonly string[] {
  const known = whatWeKnow(view, now);
  const lines: readonly (readonly [says: string, of: string | undefined])[] = [
    ['', headline(view)],
    ['Now: ', nowLine(view, now)],
    ['Customers: ', impactLine(view)],
    ['', known && `Known (${moment(view, known.at)}${known.stale ? ', old' : ''}): ${known.text}`],
    ['Possible: ', joined(thoughts(view))],
    ['Doing: ', joined(doings(view, now))],
    ['', joined(rolesIn(view))],
    ['', joined(whereAndWhen(view, now))],
  ];
  return lines.flatMap(([says, of]) => (of === undefined ? [] : [`${says}${of}`]));
}

/** What was written down after `since` (ms since epoch, UTC), in the timeline's order. Clocks that fell due are no news. */
export function changesSince(view: IncidentView, since: number): readonly ShownEntry[] {
  // Most of a long incident is older: only the blocks that hold something newer are looked at.
  if (!view.items.some((block) => block.some(({ recordedAt }) => recordedAt > since))) return [];
  return timelineOf(view).filter(({ recordedAt, item }) => recordedAt > since && item.type !== 'update.fellDue');
}

const mostChanges = 12;

/** The brief as plain text to be copied. With `since`, the newest of what changed after it follows. */
export function briefText(view: IncidentView, now: number, since?: number): string {
  const changes = since === undefined ? [] : changesSince(view, since);
  if (since === undefined || changes.length === 0) return joinerBrief(view, now).join('\n');
  const left = changes.length - mostChanges;
  return [
    ...joinerBrief(view, now),
    '',
    `Since ${moment(view, since)}:`,
    ...(left > 0 ? [`… ${left} more before these`] : []),
    ...changes
      .slice(-mostChanges)
      .map((entry) => `${clockTime(entry.occurredAt, view.zone)} ${entry.byName ?? entry.actorName}: ${oneLine(entry.text)}`),
  ].join('\n');
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' / ');
const joined = (things: readonly string[]): string | undefined => (things.length === 0 ? undefined : things.join(' · '));

function headline(view: IncidentView): string {
  const drill = view.mode === 'drill' ? 'DRILL · ' : '';
  const grade = view.severity === undefined ? '' : `SEV${view.severity} · `;
  return `${drill}${grade}${view.title} (${view.label})`;
}

function nowLine(view: IncidentView, now: number): string {
  const focus = view.focus === 'understand' ? ['understanding comes first'] : [];
  const tempo = view.tempo === 'normal' ? [] : [`${view.tempo} tempo`];
  const exit = view.exitCriteria === undefined ? [] : [`over when: ${view.exitCriteria}`];
  return [`${standingLine(view)}, ${moment(view, now)}`, ...focus, ...tempo, ...exit].join(' · ');
}

function rolesIn(view: IncidentView): readonly string[] {
  const short = (role: string) => assumedPlaybook(view).roles.find(({ id }) => id === role)?.short ?? role;
  return carriedRoles(view).map(({ person, roles }) => `${roles.map(short).join(', ')}: ${personName(view, person)}`);
}

/** What was promised to whom, and where people talk. */
function whereAndWhen(view: IncidentView, now: number): readonly string[] {
  const promises = clocksOf(view, now).flatMap(({ audience, promise }) =>
    promise === undefined ? [] : [`${audience} ${moment(view, promise)}`],
  );
  const { call, chat } = view.links;
  return [
    ...(promises.length > 0 ? [`Promised: ${promises.join(', ')}`] : []),
    ...(call ? [`Call: ${call}`] : []),
    ...(chat ? [`Chat: ${chat}`] : []),
  ];
}
