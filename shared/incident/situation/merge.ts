/** Two incidents become one, or two again: what is written into each, decided with all of them at hand. Nothing here is read from another incident's events later. */
import type { NewEvent } from '../../log/event.ts';
import { err, ok, type Result } from '../../result.ts';
import { audiences, isOpenPhase } from '../../vocabulary/words.ts';
import { clocksRun } from '../cadence-plan.ts';
import type { Command } from '../commands.ts';
import { settle, strangerIn } from '../decide.ts';
import type { DecideContext } from '../decide-context.ts';
import { phaseWords } from '../describe.ts';
import { type Draft, fact, given, missing, transition } from '../draft.ts';
import { standingEvents } from '../people/evolve-standings.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';
import { carriedTask, isOpenTask } from './carried-tasks.ts';

/** What is to be written into one of the incidents. All of them are written, or none. */
export interface IncidentFacts {
  readonly incident: string;
  readonly facts: readonly NewEvent[];
}

const named = ({ label, title }: Pick<IncidentView, 'label' | 'title'>): string => `${label} ${title}`.trim();
const impossible = (why: string): Result<never, Refusal> => err(notFromHere(why));

/** One incident goes into another: its open tasks but those to keep, its people, and what its audiences are owed go along. */
export function decideMerge(
  source: IncidentView,
  target: IncidentView,
  command: Command<'incident.merge'>,
  context: DecideContext,
): Result<readonly IncidentFacts[], Refusal> {
  const refused = mergeRefused(source, target) ?? strangerIn(source, command, context) ?? unknownTask(source, command.keep ?? []);
  if (refused) return refused;
  const moved = source.tasks.filter((task) => isOpenTask(task) && !command.keep?.includes(task.id));
  const gone = transition('incident.mergedInto', command, {
    target: target.id,
    targetLabel: target.label,
    targetTitle: target.title,
    moved: moved.map(({ id }) => id),
  });
  const newcomers = Object.values(source.people).filter(({ id }) => !target.people[id]);
  // No way in the target's chart: whatever phase it is in by the clock, it takes the other in.
  const taken = fact('incident.absorbed', {
    source: source.id,
    sourceLabel: source.label,
    sourceTitle: source.title,
    people: newcomers.map(({ id, sameAs }) => ({ id, name: null, ...given({ sameAs }) })),
    tasks: moved.map(carriedTask),
    promises: owedBy(source),
    ...given({ declaredAt: source.declaredAt, impact: source.impact?.text, reason: command.reason }),
  });
  const along = newcomers.filter(({ id }) => id !== context.actor.id).flatMap((person) => joining(person, source.id, command.at));
  return together(command, context, [
    [source, [gone]],
    [target, [...along, { ...taken, ...given({ occurredAt: command.at }) }]],
  ]);
}

/** An incident is on its own again, with its tasks as they stand now. `others`: where it went, where that one went, and so on, as far as they are known here. */
export function decideUnmerge(
  source: IncidentView,
  others: readonly IncidentView[],
  command: Command<'incident.unmerge'>,
  context: DecideContext,
): Result<readonly IncidentFacts[], Refusal> {
  const { mergedInto } = source;
  if (!mergedInto) return impossible('it did not go into another incident. There is nothing to undo');
  const refused = strangerIn(source, command, context);
  if (refused) return refused;
  // A task stands where it was carried last.
  const tasks = mergedInto.moved.flatMap((id) => {
    const task = [source, ...others]
      .findLast((view) => view.tasks.some((known) => known.id === id))
      ?.tasks.find((known) => known.id === id);
    return task ? [carriedTask(task)] : [];
  });
  const told = audiences.flatMap((audience) => {
    const sentAt = Math.max(...others.map((view) => view.cadences[audience].lastSentAt ?? 0));
    return sentAt > mergedInto.at ? [{ audience, sentAt }] : [];
  });
  const back = transition('incident.unmerged', command, { target: mergedInto.incident, tasks, told });
  const leaving = fact('incident.separated', {
    source: source.id,
    sourceLabel: source.label,
    sourceTitle: source.title,
    tasks: tasks.map(({ id }) => id),
    ...given({ reason: command.reason }),
  });
  const holders = others.filter(
    (view) => view.absorbed.some(({ incident }) => incident === source.id) || view.tasks.some(({ id }) => mergedInto.moved.includes(id)),
  );
  return together(command, context, [
    [source, [back]],
    ...holders.map((view): Part => [view, [{ ...leaving, ...given({ occurredAt: command.at }) }]]),
  ]);
}

type Part = readonly [view: IncidentView, drafts: readonly Draft[]];

/** The facts of every part, or the first refusal. */
function together(command: Command, context: DecideContext, parts: readonly Part[]): Result<readonly IncidentFacts[], Refusal> {
  const decided: IncidentFacts[] = [];
  for (const [view, drafts] of parts) {
    const facts = settle(view, command, context, drafts);
    if (!facts.ok) return facts;
    decided.push({ incident: view.id, facts: facts.value });
  }
  return ok(decided);
}

function mergeRefused(source: IncidentView, target: IncidentView): Result<never, Refusal> | undefined {
  if (source.id === target.id) return impossible('an incident cannot go into itself. Name the other one');
  if (source.mergedInto) return impossible(`it went into ${named(source.mergedInto)} already. Undo that first (/unmerge)`);
  if (!isOpenPhase(source.phase)) return impossible(`it is ${phaseWords[source.phase]}. Only an open incident can go into another`);
  if (target.phase === 'undeclared') return impossible('the other incident is not known here');
  const { mergedInto } = target;
  if (mergedInto?.incident === source.id)
    return impossible(`${named(target)} came into this one. Let it go first (/unmerge in ${target.label})`);
  if (mergedInto) return impossible(`${named(target)} itself went into ${named(mergedInto)}. Merge into that one`);
  if (!isOpenPhase(target.phase))
    return impossible(`${named(target)} is ${phaseWords[target.phase]}. Reopen it first, or leave both as they are`);
  if (source.mode !== target.mode)
    return impossible(`one is ${source.mode}, the other ${target.mode}. Only incidents of one kind become one`);
  return undefined;
}

function unknownTask(source: IncidentView, keep: readonly string[]): Result<never, Refusal> | undefined {
  return keep.every((id) => source.tasks.some((task) => task.id === id)) ? undefined : err(missing('a task that is to stay'));
}

/** Somebody who comes along joins by name, and stands where they stood. */
function joining(person: IncidentView['people'][string], from: string, at: number | undefined): readonly Draft[] {
  const { id, name, contact, kind, standing, until } = person;
  // An erased name is not carried: the merge names them by their id.
  if (name === null) return [];
  const when = given({ occurredAt: at });
  const joined: Draft = {
    ...fact('person.joined', { person: id, name, from, ...given({ contact }), ...(kind === 'team' && { kind }) }),
    ...when,
  };
  if (standing === (kind === 'team' ? 'asked' : 'engaged')) return [joined];
  return [joined, { ...fact(standingEvents[standing], { person: id, ...given({ until }) }), ...when }];
}

/** What each audience is owed: the present target, the promise, and whether it still waits to hear that it is over. */
function owedBy(view: IncidentView): readonly Readonly<Record<string, unknown>>[] {
  return audiences.flatMap((audience) => {
    const { target, promise, deadline, received, final } = view.cadences[audience];
    const broken = promise !== undefined && view.fallen[`promise/${audience}/${promise.event}`] !== undefined;
    const row = {
      ...(clocksRun(view) && given({ target })),
      ...(promise && { promisedAt: promise.at }),
      ...(broken && { broken }),
      ...(received && !final && { received }),
      ...given({ deadline }),
    };
    return Object.keys(row).length === 0 ? [] : [{ audience, ...row }];
  });
}
