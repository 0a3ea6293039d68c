/** Commands in, facts or a refusal out. The only place where requirements are judged; pure, with the clock, the ids and the person passed in. */

import type { StateValue } from 'xstate';
import type { NewEvent } from '../log/event.ts';
import { err, ok, type Result } from '../result.ts';
import { candidates } from './candidates.ts';
import { askChart, type ChartName, incidentValue } from './charts/ask.ts';
import type { Command } from './commands.ts';
import type { DecideContext } from './decide-context.ts';
import { phaseWords } from './describe.ts';
import type { Draft } from './draft.ts';
import { withHandsOn } from './people/hands-on.ts';
import { noWayOfCommand } from './people/no-way-of-command.ts';
import { notFromHere, type Refusal, type Unmet } from './refusal.ts';
import type { Candidate, Requirement } from './requirement.ts';
import { type RequirementId, requirements } from './requirements.ts';
import { goneAlong } from './situation/carried-tasks.ts';
import { noWayOfUpdates } from './updates/no-way-of-updates.ts';
import type { IncidentView } from './view.ts';
import { noWayOfWork } from './work/no-way.ts';

/** The events that a command makes, or why it cannot be. A refused command makes none. */
export function decide(view: IncidentView, command: Command, context: DecideContext): Result<readonly NewEvent[], Refusal> {
  const declaring = command.type === 'incident.declare';
  if (declaring && view.phase !== 'undeclared') return err(notFromHere('this incident was declared already'));
  if (!declaring && view.phase === 'undeclared') return err(notFromHere('no such incident was declared here'));
  const drafted = strangerIn(view, command, context) ?? goneAlong(view, command) ?? candidates(view, command, context);
  if (!drafted.ok) return drafted;
  return settle(view, command, context, withHandsOn(view, drafted.value, command.by ?? context.actor.id, context));
}

/** Judges the drafts of a command and stamps them: events, or what is missing before they may be. */
export function settle(
  view: IncidentView,
  command: Command,
  context: DecideContext,
  drafts: readonly Draft[],
): Result<readonly NewEvent[], Refusal> {
  const override = 'override' in command ? command.override : undefined;
  const judged: Draft[] = [];
  for (const draft of drafts) {
    const verdict = draft.judged ? judge(view, candidateOf(draft, command, context), context.now) : { unmet: [] };
    if ('refusal' in verdict) return err(verdict.refusal);
    if (verdict.unmet.length > 0 && !override) return err(refusalOf(verdict.unmet));
    judged.push(verdict.unmet.length > 0 && override ? overridden(draft, override.reason, verdict.unmet) : draft);
  }
  return ok([...joining(view, command, context), ...judged.map((draft) => stamped(draft, command, context))]);
}

/** What a control event would still need; `refusal` where the chart has no such way from here. */
export function judge(
  view: IncidentView,
  candidate: Candidate,
  now: number,
): { readonly unmet: readonly Unmet[] } | { readonly refusal: Refusal } {
  const asked = chartsOf(view, candidate).map(({ chart, value }) => askChart(chart, value, candidate, { view, now }));
  if (asked.some((answer) => !answer.exists))
    return {
      refusal: notFromHere(
        noWayOfWork(view, candidate) ??
          noWayOfCommand(view, candidate) ??
          noWayOfUpdates(view, candidate) ??
          `an incident that is ${phaseWords[view.phase]} has no such way: ${candidate.type}`,
      ),
    };
  if (asked.every((answer) => answer.allowed)) return { unmet: [] };
  const ids = [...new Set(asked.flatMap((answer) => answer.requirements))];
  return { unmet: ids.filter((id) => !requirements[id].met(view, candidate, now)).map((id) => unmetOf(id, view, candidate, now)) };
}

/** The charts that a control event goes through, each with its present state. */
function chartsOf(view: IncidentView, candidate: Candidate): readonly { readonly chart: ChartName; readonly value: StateValue }[] {
  if (candidate.type.startsWith('role.')) {
    const role = candidate.body.role as keyof IncidentView['roles'];
    return [{ chart: 'role', value: view.roles[role]?.state ?? 'vacant' }];
  }
  if (candidate.type === 'cadence.snoozed') {
    const audience = candidate.body.audience as keyof IncidentView['cadences'];
    return [{ chart: 'cadence', value: view.cadences[audience].state }];
  }
  if (candidate.type === 'update.sent') {
    const list = candidate.body.audiences as readonly (keyof IncidentView['cadences'])[];
    const clocks = list.map((audience) => ({ chart: 'cadence' as const, value: view.cadences[audience].state }));
    return candidate.body.draft === undefined ? clocks : [...clocks, { chart: 'draft', value: draftState(view, candidate.body.draft) }];
  }
  const thing = thingState(view, candidate);
  return thing === undefined ? [{ chart: 'incident', value: incidentValue(view) }] : [thing];
}

/** The small chart and the present state of the thing that a candidate is about. One that is not there yet is in its first state. */
function thingState(view: IncidentView, { type, body }: Candidate): { readonly chart: ChartName; readonly value: StateValue } | undefined {
  const find = <T extends { readonly id: string }>(things: readonly T[], id: unknown) => things.find((thing) => thing.id === id);
  if (type.startsWith('task.')) return { chart: 'task', value: find(view.tasks, body.task)?.state ?? 'proposed' };
  if (type.startsWith('hypothesis.')) return { chart: 'hypothesis', value: find(view.hypotheses, body.hypothesis)?.state ?? 'open' };
  if (type.startsWith('decision.')) return { chart: 'decision', value: find(view.decisions, body.decision)?.state ?? 'proposed' };
  if (type.startsWith('lever.')) return { chart: 'lever', value: view.levers.find(({ lever }) => lever === body.lever)?.state ?? 'free' };
  if (type.startsWith('update.')) return { chart: 'draft', value: draftState(view, body.draft) };
  if (type.startsWith('delivery.')) {
    const delivery = view.deliveries.find(({ update, channel }) => update === body.update && channel === body.channel);
    return { chart: 'delivery', value: delivery?.state ?? 'queued' };
  }
  if (type.startsWith('checklist.item')) {
    const checklist = find(view.checklists, body.checklist);
    return { chart: 'checklistItem', value: find(checklist?.items ?? [], body.item)?.state ?? 'open' };
  }
  if (type.startsWith('meeting.')) return { chart: 'meeting', value: find(view.meetings, body.meeting)?.state ?? 'running' };
  if (type.startsWith('person.')) return { chart: 'person', value: view.people[String(body.person)]?.standing ?? 'engaged' };
  return undefined;
}

const draftState = (view: IncidentView, draft: unknown): StateValue => view.drafts.find(({ id }) => id === draft)?.state ?? 'drafted';

function unmetOf(id: RequirementId, view: IncidentView, candidate: Candidate, now: number): Unmet {
  const requirement: Requirement = requirements[id];
  return { requirement: id, says: requirement.says(view, candidate, now), remedy: requirement.remedy(view, candidate, now) };
}

/** A refusal that says what is missing. */
export function refusalOf(unmet: readonly Unmet[]): Refusal {
  return { code: 'requirements', message: `Not yet. Missing: ${unmet.map(({ says }) => says).join('; ')}.`, unmet };
}

/** The refusal of a command that names somebody whom the incident does not know. */
export function strangerIn(view: IncidentView, command: Command, context: DecideContext): Result<never, Refusal> | undefined {
  const stranger = namedPeople(command).find((person) => person !== context.actor.id && !view.people[person]);
  return stranger === undefined ? undefined : err(notFromHere(`nobody in this incident has the id ${stranger}`));
}

/** Everybody whom a command names: they must be known in the incident, or the log would speak of nobody. */
function namedPeople(command: Command): readonly string[] {
  const { by, person, sameAs, owner, watcher, commander, to, tester, checker, driver, leader, facilitator, people, members } = command as {
    readonly [field: string]: unknown;
  };
  const lists = [people, members].flatMap((list) => (Array.isArray(list) ? list : []));
  return [by, person, sameAs, owner, watcher, commander, to, tester, checker, driver, leader, facilitator, ...lists].filter(
    (named): named is string => typeof named === 'string',
  );
}

function candidateOf(draft: Draft, command: Command, context: DecideContext): Candidate {
  return { type: draft.type, at: draft.occurredAt ?? context.now, actor: command.by ?? context.actor.id, body: draft.body };
}

function overridden(draft: Draft, reason: string, unmet: readonly Unmet[]): Draft {
  return { ...draft, body: { ...draft.body, override: { reason, unmet: unmet.map(({ requirement }) => requirement) } } };
}

/** A person whom the incident does not know yet joins with their first command. */
function joining(view: IncidentView, command: Command, context: DecideContext): readonly NewEvent[] {
  const { id, name } = context.actor;
  if (command.type === 'incident.declare' || view.people[id]) return [];
  return [{ id: context.newId(), type: 'person.joined', v: 1, body: { person: id, name } }];
}

function stamped(draft: Draft, command: Command, context: DecideContext): NewEvent {
  const { judged: _judged, id, ...event } = draft;
  return { id: id ?? context.newId(), v: 1, ...event, ...(command.by !== undefined && { by: command.by }) };
}
