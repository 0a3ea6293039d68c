/** `due`: everything that falls due in an incident, or in all that are open, as it stands at a moment. */
import { clocksOf } from '../../shared/incident/clocks.ts';
import { personName } from '../../shared/incident/names.ts';
import type { ScheduleItem } from '../../shared/incident/schedule/schedule-item.ts';
import { schedule } from '../../shared/incident/schedule.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { isOpenPhase } from '../../shared/vocabulary/words.ts';
import { clockTime, dayOf, zonedToUtc, zoneLabel } from '../../shared/vocabulary/zoned-time.ts';
import type { ConsoleClient } from '../core/server/socket-client.ts';
import { ask, CommandFailure, type DataOption, systemZone, withConsole } from './connection.ts';
import { print } from './print.ts';

const minute = 60_000;
const units: Readonly<Record<string, number>> = { d: 1440 * minute, h: 60 * minute, m: minute, min: minute, s: 1000 };

export interface DueOptions extends DataOption {
  readonly json?: boolean;
  /** A time in the incident's zone: how things stand then is shown. */
  readonly at?: string;
}

/** One incident as it stands at a moment, or all that are open then. */
export function due(id: string | undefined, options: DueOptions): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const now = Date.now();
    const asked = id === undefined ? await openViews(client, options.at, now) : [await viewOf(client, id, options.at, now)];
    if (options.json) return print(JSON.stringify({ ...moments('at', asked[0]?.at ?? now), items: asked.flatMap(jsonItems) }, null, 2));
    const texts = asked.map(({ view, at }) => dueText(view, at, id === undefined ? 'among others' : 'alone')).filter((text) => text !== '');
    const none = asked.length === 0 ? 'Nothing falls due: no incident is open.' : 'Nothing falls due.';
    print(texts.length === 0 ? none : texts.join('\n\n'));
  });
}

interface AsOf {
  readonly view: IncidentView;
  /** Ms since epoch, UTC. */
  readonly at: number;
}

/** The incident; for a moment that has been, as the log knew it then. */
async function viewOf(client: ConsoleClient, id: string, time: string | undefined, now: number): Promise<AsOf> {
  const { fold, ...summary } = await ask(client, 'incidents.get', { id });
  const at = time === undefined ? now : momentOf(time, fold.view.zone, now);
  if (at >= now) return { view: fold.view, at };
  const known = await ask(client, 'incidents.asKnownAt', { id: summary.id, at });
  if (known.position === 0) throw new CommandFailure(`nothing of this incident had been written down by ${time}`);
  return { view: known.fold.view, at };
}

/** Those that are open, and those that ended with a deadline by hand that still rings. */
async function openViews(client: ConsoleClient, time: string | undefined, now: number): Promise<readonly AsOf[]> {
  const { incidents } = await ask(client, 'incidents.list', {});
  const at = time === undefined ? now : momentOf(time, systemZone(), now);
  const perhaps = incidents.filter(({ ended, declaredAt, nextDue }) =>
    at < now ? declaredAt !== undefined && declaredAt <= at : !ended || nextDue !== undefined,
  );
  const open: AsOf[] = [];
  for (const { id } of perhaps) {
    const asked = at < now ? await ask(client, 'incidents.asKnownAt', { id, at }) : await ask(client, 'incidents.get', { id });
    const { view } = asked.fold;
    if (isOpenPhase(view.phase) || clocksOf(view, at).length > 0) open.push({ view, at });
  }
  return open;
}

/**
 * The moment that a time means: `02:40` is today's in the zone, `2026-11-23 09:00` is of that day, `+2h` and `-20m` count from now, and an
 * ISO time with its `Z` is what it says. Throws a `CommandFailure` for anything else.
 */
function momentOf(text: string, zone: string, now: number): number {
  const time = text.trim();
  const span = /^([+-])(\d{1,5})(d|h|min|m|s)$/.exec(time);
  if (span) return now + (span[1] === '-' ? -1 : 1) * Number(span[2]) * (units[span[3] ?? ''] ?? 0);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(time) && !Number.isNaN(Date.parse(time))) return Date.parse(time);
  const [, day = dayOf(now, zone), hour, minutes] = /^(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const isDay = new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(day);
  if (hour === undefined || Number(hour) > 23 || Number(minutes) > 59 || !isDay)
    throw new CommandFailure(`--at is a time such as 02:40, +2h, -20m or "2026-11-23 09:00", not ${text}`, 2);
  return zonedToUtc({ year, month, day: date, hour: Number(hour), minute: Number(minutes), second: 0 }, zone);
}

/** One line for each; empty where nothing falls due among others. */
function dueText(view: IncidentView, at: number, among: 'alone' | 'among others'): string {
  const items = schedule(view, at);
  if (items.length === 0 && among === 'among others') return '';
  const grade = view.severity === undefined ? '' : ` · SEV${view.severity}`;
  const drill = view.mode === 'drill' ? ' · drill' : '';
  const head = `${view.label || '–'}  ${view.title}${grade}${drill} · times in ${zoneLabel(view.zone)}`;
  if (items.length === 0) return `${head}\n  Nothing falls due.`;
  return [head, ...items.map((item) => `  ${itemLine(view, item, at)}`)].join('\n');
}

function itemLine(view: IncidentView, { at, says, standing, for: person }: ScheduleItem, now: number): string {
  const day = dayOf(at, view.zone);
  const time = `${day === dayOf(now, view.zone) ? '' : `${day} `}${clockTime(at, view.zone)}`;
  const left = now < at ? `in ${spanText(at - now)}` : `${spanText(now - at)} ago`;
  const stands = standing === 'ahead' || standing === 'dueSoon' ? left : `${standing === 'broken' ? 'not kept' : standing}, ${left}`;
  return `${time.padEnd(16)}  ${stands.padEnd(18)}  ${says}${person === undefined ? '' : `  (${personName(view, person)})`}`;
}

function spanText(ms: number): string {
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return 'under 1 min';
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}

function jsonItems({ view, at }: AsOf): readonly object[] {
  const { id, label, title, zone } = view;
  return schedule(view, at).map(({ id: item, at: when, for: person, ...rest }) => ({
    incident: { id, label, title, zone },
    item,
    ...moments('at', when),
    local: `${dayOf(when, zone)} ${clockTime(when, zone)}`,
    ...rest,
    ...(person !== undefined && { for: { id: person, name: personName(view, person) } }),
  }));
}

/** A moment both ways: ms since epoch, and ISO 8601 in UTC. */
const moments = (name: string, at: number): object => ({ [name]: at, [`${name}Iso`]: new Date(at).toISOString() });
