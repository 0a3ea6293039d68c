/** Who held each role from when to when: gaps in which a required role was vacant, overlaps in which two held it, and how long command was nobody's. Source: role interval history of the domain design. */
import type { RoleId } from '../../vocabulary/words.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView } from '../view.ts';
import { rolesAskedFor, takersFor } from './carried-roles.ts';
import { rolesInOrder } from './role-order.ts';
import { common, joined, type TimeSpan, totalOf, whileAtLeast, without } from './time-spans.ts';
import { hereSpans, workedSpans } from './worked-time.ts';

export interface HeldSpan extends TimeSpan {
  /** The id that stands for the person. */
  readonly person: string;
  /** Goes on still. */
  readonly open?: true;
}

export interface RoleHistory {
  readonly role: RoleId;
  readonly held: readonly HeldSpan[];
  /** Vacant although the severity or the type asked for the role. */
  readonly gaps: readonly TimeSpan[];
  /** Two people held it at once, as the log has it: a time that was stated later, or two islands. */
  readonly overlaps: readonly TimeSpan[];
  /** Ms of the gaps in which somebody was here who could have taken it. */
  readonly vacant: number;
}

/** The history of every role that anybody held or that was asked for, up to `now` (ms since epoch, UTC), in the playbook's order. */
export function roleHistory(view: IncidentView, now: number): readonly RoleHistory[] {
  const worked = workedSpans(view, now);
  const asked = askedSpans(view, now);
  const able = [...hereSpans(view, now, (standing) => standing === 'engaged' || standing === 'looking').values()];
  const observing = hereSpans(view, now, (standing) => standing === 'observing');
  return rolesInOrder(view).flatMap((role) => {
    const held = heldSpans(view, role, now);
    const wanted = role === 'observer' ? [] : common(asked.get(role) ?? [], worked);
    if (held.length === 0 && wanted.length === 0) return [];
    const carried = held.flatMap((span) => without([span], observing.get(span.person) ?? []));
    const gaps = without(wanted, carried);
    const vacant = totalOf(common(gaps, whileAtLeast(takersFor(role), able)));
    return [{ role, held, gaps, overlaps: overlapsOf(held), vacant }];
  });
}

/** How long nobody had command while the incident was worked on, in ms up to `now`. */
export function timeWithoutCommander(view: IncidentView, now: number): number {
  return totalOf(without(workedSpans(view, now), heldSpans(view, 'commander', now)));
}

/** In order; a person who goes on under another of their ids goes on. */
function heldSpans(view: IncidentView, role: RoleId, now: number): readonly HeldSpan[] {
  const list: HeldSpan[] = [];
  const spans = view.roleIntervals.filter((interval) => interval.role === role).sort((a, b) => a.from - b.from);
  for (const { person: id, from, to } of spans) {
    const person = canonicalPerson(view, id);
    const span: HeldSpan = { person, from, to: Math.max(from, to ?? now), ...(to === undefined && { open: true }) };
    const last = list.at(-1);
    if (last?.person === person && span.from <= last.to)
      list[list.length - 1] = { ...span, from: last.from, to: Math.max(last.to, span.to) };
    else list.push(span);
  }
  return list;
}

function overlapsOf(held: readonly HeldSpan[]): readonly TimeSpan[] {
  const people = [...new Set(held.map(({ person }) => person))];
  return whileAtLeast(
    2,
    people.map((person) => held.filter((span) => span.person === person)),
  );
}

/** From when to when each role was asked for: the severity and the type as they stood, read from the log. */
function askedSpans(view: IncidentView, now: number): ReadonlyMap<RoleId, readonly TimeSpan[]> {
  const asked = new Map<RoleId, TimeSpan[]>();
  let severity: IncidentView['severity'];
  let incidentType: string | undefined;
  let since = view.declaredAt ?? now;
  const until = (to: number): void => {
    for (const role of rolesAskedFor(view, severity, incidentType)) asked.set(role, [...(asked.get(role) ?? []), { from: since, to }]);
    since = Math.max(since, to);
  };
  for (const item of view.items.flat()) {
    if (item.standing !== 'plain' || !grading.has(item.type)) continue;
    const body = item.body as { severity?: IncidentView['severity']; incidentType?: string };
    until(Math.max(since, item.occurredAt));
    severity = body.severity ?? severity;
    incidentType = body.incidentType ?? incidentType;
  }
  until(now);
  return new Map([...asked].map(([role, spans]) => [role, joined(spans)]));
}

const grading = new Set(['incident.declared', 'severity.set', 'incident.amended']);
