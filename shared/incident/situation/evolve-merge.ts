/** What events of a merge make of a view: one incident goes into another with its open tasks and its people, and may come back with what became of them. */
import { audiences, isOpenPhase, type Standing } from '../../vocabulary/words.ts';
import { given } from '../draft.ts';
import { deadlineBarred } from '../hand-deadline.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { canonicalPerson } from '../names.ts';
import { stood } from '../people/evolve-standings.ts';
import { isHere } from '../people/presence.ts';
import type { AbsorbedView, IncidentView, OwedView } from '../view.ts';
import { readCarried, withIncoming, withReturning } from './carried-tasks.ts';

type Event<T extends KnownEvent['type']> = Extract<KnownEvent, { readonly type: T }>;

/** Applies an event of a merge, after the chart moved the phase; others leave the view as it was. The clocks come after. */
export function evolveMerge(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'incident.mergedInto': {
      const { target, targetLabel, targetTitle, moved } = event.body;
      const mergedInto = { incident: target, label: targetLabel, title: targetTitle, at: event.occurredAt, event: event.id, moved };
      return { view: { ...view, mergedInto } };
    }
    case 'incident.absorbed':
      return absorbed(view, event);
    case 'incident.unmerged': {
      if (view.mergedInto?.incident !== event.body.target)
        return { contested: 'it comes back from an incident into which it had not gone' };
      const { mergedInto: _gone, ...own } = view;
      return { view: { ...own, tasks: withReturning(view.tasks, readCarried(event.body.tasks)) } };
    }
    case 'incident.separated':
      return separated(view, event);
    default:
      return { view };
  }
}

function absorbed(view: IncidentView, event: Event<'incident.absorbed'>): Evolved {
  const { source, sourceLabel, sourceTitle, impact, people, promises } = event.body;
  if (source === view.id || view.absorbed.some(({ incident }) => incident === source))
    return { contested: 'it was part of this one already' };
  const incoming = readCarried(event.body.tasks);
  const entry: AbsorbedView = {
    incident: source,
    label: sourceLabel,
    title: sourceTitle,
    at: event.occurredAt,
    event: event.id,
    tasks: incoming.map(({ id }) => id),
    people: people.map(({ id }) => id),
    owed: owedIn(view, promises),
    ...given({ impact }),
  };
  const known = withPeople(view, event);
  return { view: { ...known, tasks: withIncoming(view.tasks, incoming, source), absorbed: [...view.absorbed, entry] } };
}

/** An incident that has ended owes no next time. */
function owedIn(view: IncidentView, promises: Event<'incident.absorbed'>['body']['promises']): readonly OwedView[] {
  return promises.flatMap(({ audience: name, promisedAt, received, deadline }) => {
    const audience = audiences.find((known) => known === name);
    if (audience === undefined) return [];
    const byHand = deadlineBarred(view) === undefined &&
      deadline && { at: deadline.at, event: deadline.event, ...given({ says: deadline.says }) };
    const row: OwedView = {
      audience,
      ...given({ received }),
      ...(isOpenPhase(view.phase) && given({ promisedAt })),
      ...(byHand && { deadline: byHand }),
    };
    return row.received || row.promisedAt !== undefined || row.deadline ? [row] : [];
  });
}

/** Who came along and is not known by a `person.joined` of their own: their name was erased. Several ids of one person stay one. */
function withPeople(view: IncidentView, event: Event<'incident.absorbed'>): IncidentView {
  const strangers = event.body.people.filter(({ id }) => !view.people[id]);
  const nameless = strangers.map(({ id }) => ({
    id,
    name: null,
    joinedAt: event.occurredAt,
    kind: 'person' as const,
    standing: 'engaged' as const,
    standingSince: event.occurredAt,
  }));
  const joined: IncidentView = {
    ...view,
    people: { ...view.people, ...Object.fromEntries(nameless.map((person) => [person.id, person])) },
    standingIntervals: [
      ...view.standingIntervals,
      ...nameless.map(({ id }) => ({ person: id, standing: 'engaged' as const, from: event.occurredAt })),
    ],
  };
  return event.body.people.reduce(asOne, joined);
}

function asOne(view: IncidentView, { id, sameAs }: { readonly id: string; readonly sameAs?: string | undefined }): IncidentView {
  const person = view.people[id];
  if (sameAs === undefined || !person || person.sameAs !== undefined || !view.people[sameAs]) return view;
  if (canonicalPerson(view, sameAs) === id) return view;
  return { ...view, people: { ...view.people, [id]: { ...person, sameAs } } };
}

/** It leaves with its tasks. Who came with it, and has done nothing here since, leaves too. */
function separated(view: IncidentView, event: Event<'incident.separated'>): Evolved {
  const { source } = event.body;
  const entry = view.absorbed.find(({ incident }) => incident === source);
  const leaving = new Set(event.body.tasks ?? entry?.tasks ?? []);
  const tasks = view.tasks.filter(({ id }) => !leaving.has(id));
  if (!entry && tasks.length === view.tasks.length) return { contested: 'it leaves an incident of which it was no part' };
  const { mergedInto } = view;
  const after: IncidentView = {
    ...view,
    tasks,
    absorbed: view.absorbed.filter((known) => known !== entry),
    ...(mergedInto && { mergedInto: { ...mergedInto, moved: mergedInto.moved.filter((id) => !leaving.has(id)) } }),
  };
  return { view: entry ? excused(after, entry, event) : after };
}

function excused(view: IncidentView, entry: AbsorbedView, event: Event<'incident.separated'>): IncidentView {
  const leaving = entry.people.filter((id) => isAround(view.people[id]?.standing) && !isNeeded(view, id));
  const to = { standing: 'excused' as const, at: event.occurredAt, note: `back to ${entry.label}` };
  return leaving.reduce((known, id) => stood(known, id, to), view);
}

const isAround = (standing: Standing | undefined): boolean => standing !== undefined && (isHere(standing) || standing === 'asked');

/** Whether somebody wrote here, holds a role, or has a task of this incident. */
function isNeeded(view: IncidentView, id: string): boolean {
  const wrote = view.items.some((block) => block.some(({ actor, by }) => actor === id || by === id));
  return wrote || Object.values(view.roles).some((role) => role?.holder === id) || view.tasks.some(({ to }) => to === id);
}
