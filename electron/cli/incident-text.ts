/** An incident as a page of plain text: header, roles, people, clocks, work, timeline. */
import { clocksOf } from '../../shared/incident/clocks.ts';
import { phaseWords } from '../../shared/incident/describe.ts';
import { personName, roleName } from '../../shared/incident/names.ts';
import { rolesInOrder } from '../../shared/incident/people/role-order.ts';
import { type ShownEntry, timelineOf } from '../../shared/incident/timeline.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { clockTime, dayOf, zoneLabel } from '../../shared/vocabulary/zoned-time.ts';
import { standingLines, workSections } from './work-text.ts';

/** The page. `now`: ms since epoch, UTC, for how the clocks stand. Times are in the incident's zone. */
export function incidentText(view: IncidentView, now: number): string {
  const { id, label, title, zone, severity, phase, mode, impact, summary } = view;
  const grade = severity === undefined ? 'no severity yet' : `SEV${severity}`;
  const head = [
    `${label || '–'}  ${title}`,
    [grade, phaseWords[phase], ...(mode === 'live' ? [] : [mode]), `times in ${zoneLabel(zone)}`].join(' · '),
    id,
    ...(impact ? [`Impact: ${impact.text}`] : []),
    ...(summary ? [`What we know: ${summary.text}`] : []),
  ];
  const sections = [
    head,
    section('Roles', rolesOf(view)),
    section('People', standingLines(view)),
    section('Clocks', clockLines(view, now)),
    ...workSections(view, now).map(({ heading, lines }) => section(heading, lines)),
    section(
      'Follow-ups',
      view.followUps.map(({ label: name, text, owner, due }) =>
        [name, text, owner && personName(view, owner), due].filter(Boolean).join('  '),
      ),
    ),
    section('Timeline', timelineLines(view)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [name, ...lines.map((line) => `  ${line}`)];
}

function rolesOf(view: IncidentView): readonly string[] {
  return rolesInOrder(view).flatMap((role) => {
    const holder = view.roles[role]?.holder;
    return holder === undefined ? [] : [`${roleName(view, role)}: ${personName(view, holder)}`];
  });
}

function clockLines(view: IncidentView, now: number): readonly string[] {
  return clocksOf(view, now).map(({ audience, due, promise, deadline, standing }) => {
    const what = promise === due ? 'promised' : due === deadline ? 'deadline' : 'due';
    return `${audience}: ${what} ${clockTime(due, view.zone)} (${standing})`;
  });
}

/** Under each day its entries; an entry of several lines stays indented. */
function timelineLines(view: IncidentView): readonly string[] {
  let day = '';
  return timelineOf(view).flatMap((entry) => {
    const its = dayOf(entry.occurredAt, view.zone);
    const lines = its === day ? [] : [its];
    day = its;
    return [...lines, ...entryLines(entry, view.zone)];
  });
}

const about: Partial<Record<ShownEntry['precision'], string>> = { approx: '~', hour: '~', day: '~' };

function entryLines(entry: ShownEntry, zone: string): readonly string[] {
  const { occurredAt, endAt, precision, kind, text, starred, corrections, backdated, actorName, byName, actorRole } = entry;
  const until = endAt === undefined ? '' : `–${clockTime(endAt, zone)}`;
  const time = `${about[precision] ?? ''}${precision === 'day' ? 'day' : clockTime(occurredAt, zone)}${until}`;
  const who = actorRole ?? (byName === undefined ? actorName : `${byName} (by ${actorName})`);
  const marks = [...(starred ? ['*'] : []), ...(corrections.length > 0 ? ['corrected'] : []), ...(backdated ? ['written afterwards'] : [])];
  const [first = '', ...more] = text.split('\n');
  const tail = marks.length > 0 ? `  [${marks.join(', ')}]` : '';
  return [`${time.padEnd(6)} ${kind.padEnd(10)} ${who}: ${first}${tail}`, ...more.map((line) => `         ${line}`)];
}
