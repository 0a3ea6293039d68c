/** The parts about people: who held which role from when to when, who came and who was excused, how the response began. */
import { personName, roleName } from '../../incident/names.ts';
import { standingWords } from '../../incident/people/evolve-standings.ts';
import { roleHistory } from '../../incident/people/role-history.ts';
import type { ShownEntry } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { Block } from '../draft.ts';
import { notRecorded } from '../draft.ts';
import { momentText } from '../when.ts';
import type { PartSource, Parts } from './part.ts';
import { absent, eventsAbout, eventsOf, sourcesOf, sparseTable, whenOf } from './statements.ts';

/** How far a log without an end reaches, ms since epoch, UTC: drafts have no clock. */
export const endOf = ({ view, entries }: PartSource): number =>
  view.endedAt ?? entries.reduce((latest, { occurredAt, endAt }) => Math.max(latest, endAt ?? occurredAt), 0);

/** One stretch in which a person held a role. */
export interface HeldRole {
  readonly role: string;
  readonly who: string;
  readonly begins: number;
  /** Absent while they hold it still. */
  readonly ends?: number;
  readonly from: readonly string[];
}

/** Who held which role, in the playbook's order of roles. */
export function heldRoles(source: PartSource): readonly HeldRole[] {
  const { view } = source;
  const changes = eventsOf(view, ['role.assigned', 'role.assumed', 'role.released', 'handoff.confirmed', 'handoff.unconfirmed']);
  return roleHistory(view, endOf(source)).flatMap(({ role, held }) =>
    held.map(({ person, from, to, open }) => ({
      role: roleName(view, role),
      who: personName(view, person),
      begins: from,
      ...(open === undefined && { ends: to }),
      from: changes.filter((item) => changesHolder(item, { role, at: [from, to] })).map(({ id }) => id),
    })),
  );
}

function changesHolder(item: ReturnType<typeof eventsOf>[number], { role, at }: { readonly role: string; readonly at: readonly number[] }) {
  const its = (item.body as { readonly role?: unknown } | null)?.role ?? 'commander';
  return its === role && at.includes(item.occurredAt);
}

function roles(source: PartSource): readonly Block[] {
  const { view } = source;
  const held = heldRoles(source);
  if (held.length === 0) return namedRoles(source);
  const still = view.endedAt === undefined ? 'holds it still' : 'to the end';
  const rows = held.map(({ role, who, begins, ends, from }) => ({
    cells: {
      Role: role,
      Who: who,
      From: momentText(begins, 'exact', view.zone),
      To: ends === undefined ? still : momentText(ends, 'exact', view.zone),
    },
    from,
  }));
  return [sparseTable(['Role', 'Who', 'From', 'To'], rows)];
}

/** The roles that a file names, each with the first entry that names it. */
function firstOfRoles(entries: readonly ShownEntry[]): readonly ShownEntry[] {
  return entries.filter(
    ({ actorRole }, index) => actorRole !== undefined && entries.findIndex((other) => other.actorRole === actorRole) === index,
  );
}

function namedRoles({ view, entries }: PartSource): readonly Block[] {
  const first = firstOfRoles(entries);
  if (first.length === 0) return [absent('Roles')];
  const rows = first.map((entry) => ({
    cells: { 'Role, as the source names it': entry.actorRole, 'First in the log': whenOf(entry, view.zone) },
    from: sourcesOf(entry),
  }));
  return [sparseTable(['Role, as the source names it', 'First in the log'], rows)];
}

/** A person who was here, with the events that say so. */
export interface Joiner {
  readonly who: string;
  readonly joined: number;
  readonly excused?: number;
  /** Where they stood at the end of the log. */
  readonly standing: string;
  readonly from: readonly string[];
}

/** People, not teams; several ids of one person are one. */
export function joiners(view: IncidentView): readonly Joiner[] {
  return Object.values(view.people)
    .filter(({ kind, sameAs }) => kind === 'person' && sameAs === undefined)
    .map(({ id, joinedAt, standing }) => {
      const excused = view.standingIntervals.findLast((interval) => interval.person === id && interval.standing === 'excused');
      return {
        who: personName(view, id),
        joined: joinedAt,
        ...(excused && { excused: excused.from }),
        standing: standingWords[standing],
        from: eventsAbout(view, id),
      };
    })
    .toSorted((a, b) => a.joined - b.joined || (a.who < b.who ? -1 : 1));
}

function people({ view }: PartSource): readonly Block[] {
  const rows = joiners(view).map(({ who, joined, excused, standing, from }) => ({
    cells: {
      Who: who,
      Joined: momentText(joined, 'exact', view.zone),
      Excused: excused === undefined ? 'no' : momentText(excused, 'exact', view.zone),
      'At the end': standing,
    },
    from,
  }));
  if (rows.length === 0) return view.mode === 'imported' ? [] : [absent('People who joined')];
  return [sparseTable(['Who', 'Joined', 'Excused', 'At the end'], rows)];
}

/** How the response began: declared, acknowledged, and who was there when. */
function response(source: PartSource): readonly Block[] {
  const { view } = source;
  const row = (label: string, name: 'declared' | 'acknowledged') => {
    const known = view.milestones[name];
    return { label, value: momentText(known?.at, known?.precision ?? 'exact', view.zone), from: known ? [known.event] : [] };
  };
  const fixing = view.phases.find(({ phase }) => phase === 'fixing');
  const begun = eventsOf(view, ['fix.started']).find(({ occurredAt }) => occurredAt === fixing?.from);
  const fix = { label: 'Fix begun', value: momentText(fixing?.from, 'exact', view.zone), from: begun ? [begun.id] : [] };
  const facts: Block = { type: 'facts', rows: [row('Declared', 'declared'), row('Command taken', 'acknowledged'), fix] };
  const known = facts.rows.some(({ value }) => value !== notRecorded);
  return [known ? facts : absent('Declaration, command and beginning of the fix'), ...people(source)];
}

export const peopleParts: Parts = {
  roles: { says: 'Who held which role from when to when; of an import, the roles that its source names.', blocks: roles },
  people: { says: 'Who joined when, who was excused, and where they stood at the end. Absent of an import.', blocks: people },
  response: { says: 'When it was declared, when somebody took command, when the fix began, and who came when.', blocks: response },
};
