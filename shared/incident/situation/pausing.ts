/** Going to sleep with an incident open: who watches, what would wake it, and the written hand-over that says so (design: PAUSE_UNTIL, the sleep-now exit). */
import { type ActivePhase, activePhases } from '../../vocabulary/words.ts';
import { clockTime, dayOf, zoneLabel } from '../../vocabulary/zoned-time.ts';
import type { Command } from '../commands.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Draft, fact, given, transition } from '../draft.ts';
import { personName } from '../names.ts';
import { sawWhenGiving } from '../people/role-conflicts.ts';
import type { Requirement } from '../requirement.ts';
import { given as said } from '../requirement.ts';
import type { IncidentView } from '../view.ts';
import { leversInForce, wayBackOf } from './levers-in-force.ts';

export const pauseRequirements = {
  impactKnown: {
    met: (view, candidate) => said(candidate, 'impact') || view.impact !== undefined,
    says: () => 'what customers see now, in a sentence (/impact …): whoever sleeps accepts it',
    remedy: () => ({ kind: 'command', type: 'impact.describe', fields: ['text'] }),
  },
} as const satisfies Readonly<Record<string, Requirement>>;

/** The events of a pause. What is not said is taken from what is known; whoever watches holds command. */
export function pausing(view: IncidentView, command: Command<'incident.pause'>, context: DecideContext): readonly Draft[] {
  const commander = view.roles.commander?.holder;
  const watcher = command.watcher ?? commander ?? context.actor.id;
  const impact = command.impact ?? view.impact?.text ?? '';
  const { until } = command;
  const note =
    command.note ?? handOver(view, { until, watcher, impact, name: watcher === context.actor.id ? context.actor.name : undefined });
  const resumeTo = activePhases.find((phase): phase is ActivePhase => phase === view.phase) ?? 'investigating';
  const pause = transition('incident.paused', command, { until, watcher, impact, resumeTo, note });
  if (commander === watcher) return [pause];
  return [
    pause,
    {
      ...fact('role.assigned', { role: 'commander', person: watcher, ...sawWhenGiving(view, 'commander') }),
      ...given({ occurredAt: command.at }),
    },
  ];
}

interface Pause {
  /** Ms since epoch, UTC. */
  readonly until: number;
  readonly watcher: string;
  readonly impact: string;
  /** The watcher's name, where they have not joined yet. */
  readonly name: string | undefined;
}

/** The hand-over in five lines: state, levers frozen, watcher, wake condition, owner in the morning. Times in the incident's zone. */
export function handOver(view: IncidentView, { until, watcher, impact, name }: Pause): string {
  const moment = `${clockTime(until, view.zone)} ${zoneLabel(view.zone)} on ${dayOf(until, view.zone)}`;
  const watching = view.people[watcher] === undefined && name !== undefined ? name : personName(view, watcher);
  const relief = view.relief !== undefined && view.relief.from <= until ? personName(view, view.relief.person) : undefined;
  const grade = view.severity === undefined ? 'no severity' : `SEV${view.severity}`;
  const known = view.summary === undefined ? '' : ` Known: ${view.summary.text}`;
  return [
    `State: ${grade}, ${view.phase}. ${impact === '' ? 'Impact not described.' : impact}${known}`,
    `Levers frozen: ${leversIn(view)}`,
    `Watcher: ${watching}, until ${moment}`,
    `Wake it when: it gets worse than this${promiseIn(view)}${view.exitCriteria === undefined ? '' : `, or to check whether it is over (${view.exitCriteria})`}`,
    `Owner at ${clockTime(until, view.zone)}: ${relief ?? watching}`,
  ].join('\n');
}

function leversIn(view: IncidentView): string {
  const levers = leversInForce(view).map((lever) => {
    const what = lever.target === undefined ? lever.name : `${lever.name} on ${lever.target}`;
    return `${what} (way back: ${wayBackOf(view, lever)})`;
  });
  return levers.length === 0 ? 'none is applied' : levers.join('; ');
}

/** A promise holds through the night. */
function promiseIn(view: IncidentView): string {
  const promises = Object.entries(view.cadences).flatMap(([audience, { promise }]) => (promise ? [{ audience, at: promise.at }] : []));
  const [first] = promises.sort((a, b) => a.at - b.at);
  return first === undefined ? '' : `, or a message is owed: ${first.audience} at ${clockTime(first.at, view.zone)}`;
}
