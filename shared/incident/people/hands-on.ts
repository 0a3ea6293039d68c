/** The commander who takes work on with their own hands while somebody else is here: noted once each time, never refused. Source: role conflict rule of the domain design. */
import { clocksRun } from '../cadence-plan.ts';
import type { DecideContext } from '../decide-context.ts';
import type { Draft } from '../draft.ts';
import type { KnownEvent } from '../known-event.ts';
import { canonicalPerson } from '../names.ts';
import type { IncidentView } from '../view.ts';
import { ableHere, commanderOf, samePerson } from './presence.ts';

/** So long without another act, and the episode is over (ms). */
const quietMs = 20 * 60_000;

/** The commander's episode, while it lasts. */
export function handsOnNow(view: IncidentView, now: number): IncidentView['handsOn'] {
  const { handsOn } = view;
  return handsOn !== undefined && now - handsOn.lastAt < quietMs && samePerson(view, handsOn.person, commanderOf(view))
    ? handsOn
    : undefined;
}

/** Somebody other than the commander who is here and could do it. */
export function otherHands(view: IncidentView): readonly string[] {
  const commander = commanderOf(view);
  return ableHere(view)
    .map(({ id }) => id)
    .filter((id) => id !== commander);
}

/** Who takes work on by what is written; `undefined` where nobody does. */
function worker(type: string, body: Readonly<Record<string, unknown>>, writer: string): string | undefined {
  const named = (field: string): string | undefined => (typeof body[field] === 'string' ? (body[field] as string) : undefined);
  if (type === 'entry.added') return body.kind === 'action' ? (named('owner') ?? writer) : undefined;
  if (type === 'task.added') return named('to');
  return type === 'lever.applied' ? (named('person') ?? writer) : undefined;
}

const isCommander = (view: IncidentView, person: string | undefined): boolean =>
  person !== undefined && commanderOf(view) !== undefined && canonicalPerson(view, person) === commanderOf(view);

/** The drafts, and with them the note that the commander is hands-on, where an episode begins. `writer` is who says it. */
export function withHandsOn(view: IncidentView, drafts: readonly Draft[], writer: string, context: DecideContext): readonly Draft[] {
  const place = drafts.findIndex(({ type, body }) => isCommander(view, worker(type, body, writer)));
  const act = drafts[place];
  if (act === undefined || !clocksRun(view) || otherHands(view).length === 0) return drafts;
  const at = act.occurredAt ?? context.now;
  // What was done before they had command, and is written down now, is no conflict of roles.
  if (at < (view.roles.commander?.since ?? at) || handsOnNow(view, at)) return drafts;
  const named = { ...act, id: act.id ?? context.newId() };
  const entry = act.type === 'entry.added' ? { entry: named.id } : {};
  const when = act.occurredAt === undefined ? {} : { occurredAt: at };
  const note: Draft = { type: 'command.handsOn', body: { person: commanderOf(view) ?? writer, ...entry }, ...when };
  return [...drafts.slice(0, place), named, ...drafts.slice(place + 1), note];
}

/** The episode after an event: begun by its own event, kept up by each further act. */
export function handsOnFrom(view: IncidentView, event: KnownEvent): IncidentView {
  if (event.type === 'command.handsOn') {
    const { person } = event.body;
    return { ...view, handsOn: { person, since: event.occurredAt, lastAt: event.occurredAt, event: event.id } };
  }
  const episode = handsOnNow(view, event.occurredAt);
  if (episode === undefined || !isCommander(view, worker(event.type, event.body as Record<string, unknown>, event.by ?? event.actor)))
    return view;
  return { ...view, handsOn: { ...episode, lastAt: Math.max(episode.lastAt, event.occurredAt) } };
}
