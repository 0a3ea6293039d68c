/** What events of people make of a view: roles and command, the roll call, who is tired, and the commander's hands. */
import type { Evolved, KnownEvent } from '../known-event.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView } from '../view.ts';
import { evolveCommand } from './evolve-command.ts';
import { becameOne, isStandingEvent, standingMarked, wrote } from './evolve-standings.ts';
import { handsOnFrom } from './hands-on.ts';

/** Applies what an event says; others leave the view as it was. */
export function evolvePeople(view: IncidentView, event: KnownEvent): Evolved {
  const evolved = isStandingEvent(event) ? standingMarked(view, event) : evolveCommand(view, event);
  if ('contested' in evolved) return evolved;
  const told = facts(evolved.view, event);
  return 'contested' in told ? told : { view: wrote(handsOnFrom(told.view, event), event) };
}

function facts(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'person.sameAs':
      return { view: becameOne(view, event.body.person, event.occurredAt) };
    case 'person.awakeSince':
      return awake(view, event.body.person, event.body.since);
    case 'relief.planned':
      return { view: { ...view, relief: { person: event.body.person, from: event.body.from, event: event.id } } };
    case 'relief.noneAvailable':
      return { view: { ...view, noRelief: { person: view.roles.commander?.holder ?? event.actor, at: event.occurredAt } } };
    default:
      return { view };
  }
}

function awake(view: IncidentView, id: string, awakeSince: number): Evolved {
  const person = view.people[canonicalPerson(view, id)];
  if (person === undefined) return { contested: 'it names a person who is not known here' };
  return { view: { ...view, people: { ...view.people, [person.id]: { ...person, awakeSince } } } };
}
