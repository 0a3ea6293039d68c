/** When the commander should be relieved: hours in command by night and by day, hours awake, and a planned relief. Source: fatigue rules of the domain design (2 h at night, 4 h by day, 6 h at most). */
import { nextClock, zonedParts } from '../../vocabulary/zoned-time.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { commanderOf } from './presence.ts';

const minute = 60_000;
/** Night in the incident's zone, in hours of its clock. */
const nightFrom = 22;
const nightTo = 7;

/** Since when the present commander has commanded without a break, ms since epoch, UTC: a pause that they slept through begins it anew. */
export function commandSince(view: IncidentView): number | undefined {
  const since = view.roles.commander?.since;
  if (view.roles.commander?.holder === undefined || since === undefined) return undefined;
  const slept = view.phases.findLast(({ phase, to }) => phase === 'paused' && to !== undefined)?.to;
  return Math.max(since, slept ?? since);
}

/** When the commander should first be relieved, and when it cannot wait, ms since epoch, UTC. */
export function reliefTimes(view: IncidentView): { readonly soft: number; readonly hard: number } | undefined {
  const since = commandSince(view);
  if (since === undefined) return undefined;
  const { reliefNightMinutes, reliefDayMinutes, reliefHardMinutes } = assumedPlaybook(view).command;
  const night = firstNight(since + reliefNightMinutes * minute, view.zone);
  return { soft: Math.min(night, since + reliefDayMinutes * minute), hard: since + reliefHardMinutes * minute };
}

/** The first moment from `at` on at which it is night. */
function firstNight(at: number, zone: string): number {
  const { hour } = zonedParts(at, zone);
  return hour >= nightFrom || hour < nightTo ? at : nextClock({ hour: nightFrom, minute: 0, second: 0 }, zone, at);
}

export interface ReliefDue {
  readonly kind: 'soft' | 'hard' | 'planned';
  /** Since when it is due, ms since epoch, UTC. */
  readonly since: number;
  /** Who is to take over, where it was planned. */
  readonly person?: string;
}

/**
 * Whether the commander should be relieved at `now`. A plan is silent until its time; "nobody available" is silent until the last
 * limit, and said again after that it is silent for the hours of a night's stint.
 */
export function reliefDue(view: IncidentView, now: number): ReliefDue | undefined {
  const times = reliefTimes(view);
  const commander = commanderOf(view);
  if (times === undefined || commander === undefined) return undefined;
  const { relief } = view;
  if (relief !== undefined && relief.from <= now) return { kind: 'planned', since: relief.from, person: relief.person };
  if (now >= times.hard) return silentUntil(view, times.hard) > now ? undefined : { kind: 'hard', since: times.hard };
  if (now < times.soft || relief !== undefined || silentUntil(view, times.hard) > now) return undefined;
  return { kind: 'soft', since: times.soft };
}

/** Until when "nobody available" holds; 0 where it was not said by this commander in this stint. */
export function silentUntil(view: IncidentView, hard: number): number {
  const said = view.noRelief?.at;
  if (said === undefined || said < (commandSince(view) ?? 0)) return 0;
  return said < hard ? hard : said + assumedPlaybook(view).command.reliefNightMinutes * minute;
}
