/** Asking a chart: what a stored state may do next, what that would require, and where an event of the log leads. */
import { type AnyMachineSnapshot, type AnyStateMachine, getNextTransitions, type StateValue, transition } from 'xstate';
import type { ActivePhase, CommandState, Phase, Tempo } from '../../vocabulary/words.ts';
import type { IncidentView } from '../view.ts';
import { incidentChart } from './incident.ts';
import type { ChartEvent, JudgeContext, MeetsParams } from './meets.ts';
import { smallCharts } from './small-charts.ts';

const judged = { incident: incidentChart, ...smallCharts };
export type ChartName = keyof typeof judged;

/** `evolve` never judges: only structure may make a recorded event contested. */
const unguarded = Object.fromEntries(
  Object.entries(judged).map(([name, chart]) => [name, (chart as AnyStateMachine).provide({ guards: { meets: () => true } })]),
) as unknown as Readonly<Record<ChartName, AnyStateMachine>>;

const snapshotOf = (machine: AnyStateMachine, value: StateValue, context?: JudgeContext): AnyMachineSnapshot =>
  machine.resolveState({ value, context: context ?? {} });

/** The incident chart's state value for a view. */
export function incidentValue(view: Pick<IncidentView, 'phase' | 'resumeTo' | 'command' | 'tempo' | 'pause'>): StateValue {
  return { lifecycle: lifecycleValue(view), command: view.command, tempo: view.tempo };
}

function lifecycleValue({ phase, resumeTo, pause }: Pick<IncidentView, 'phase' | 'resumeTo' | 'pause'>): StateValue {
  switch (phase) {
    case 'undeclared':
      return 'undeclared';
    case 'paused':
      return { open: { paused: resumeTo ?? 'investigating' } };
    case 'merged':
      // What was merged in its sleep has its pause still.
      return { merged: pause === undefined ? (resumeTo ?? 'investigating') : { paused: resumeTo ?? 'investigating' } };
    case 'triage':
    case 'investigating':
    case 'fixing':
    case 'monitoring':
      return { open: phase };
    default:
      return { ended: phase };
  }
}

/** The plain words of an incident chart's state value. */
export function readIncidentValue(value: StateValue): {
  readonly phase: Phase;
  readonly resumeTo?: ActivePhase;
  readonly command: CommandState;
  readonly tempo: Tempo;
} {
  const { lifecycle, command, tempo } = value as { lifecycle: StateValue; command: CommandState; tempo: Tempo };
  if (typeof lifecycle === 'string') return { phase: lifecycle as Phase, command, tempo };
  if (lifecycle.merged) return { phase: 'merged', resumeTo: innermost(lifecycle.merged) as ActivePhase, command, tempo };
  const inner = (lifecycle.open ?? lifecycle.ended) as StateValue;
  if (typeof inner === 'string') return { phase: inner as Phase, command, tempo };
  return { phase: 'paused', resumeTo: inner.paused as ActivePhase, command, tempo };
}

/** The name of the state that a value ends in. */
function innermost(value: StateValue): string {
  const [inner] = typeof value === 'string' ? [] : Object.values(value);
  return inner === undefined ? (value as string) : innermost(inner);
}

export interface ChartAnswer {
  /** Whether the chart has such a way from here at all. */
  readonly exists: boolean;
  /** Whether the chart, with its guards judged, takes it now. */
  readonly allowed: boolean;
  /** What the way asks for, met or not. */
  readonly requirements: MeetsParams['requirements'];
}

/** Asks the judged chart whether `event` may happen in `value`. */
export function askChart(chart: ChartName, value: StateValue, event: ChartEvent, context: JudgeContext): ChartAnswer {
  const snapshot = snapshotOf(judged[chart], value, context);
  const ways = getNextTransitions(snapshot).filter((way) => way.eventType === event.type);
  const requirements = ways.flatMap((way) => (isMeets(way.guard) ? way.guard.params.requirements : []));
  return { exists: ways.length > 0, allowed: takes(judged[chart], snapshot, event), requirements: [...new Set(requirements)] };
}

/** Whether some way is open. `snapshot.can` would say no to a way without a target, such as a change of severity. */
function takes(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: ChartEvent): boolean {
  return machine.getTransitionData(snapshot, event).length > 0;
}

function isMeets(guard: unknown): guard is { type: 'meets'; params: MeetsParams } {
  return typeof guard === 'object' && guard !== null && (guard as { type?: unknown }).type === 'meets';
}

/** What was followed before. Without judging, where a way leads depends on nothing but what is in the key, so a long log asks XState a few dozen times. */
const followed = new Map<string, StateValue | undefined>();

/** Where a recorded event leads, or `undefined` where the chart has no such way: a contested event. */
export function followChart(
  chart: ChartName,
  value: StateValue,
  event: ChartEvent & { readonly hasInterval?: boolean; readonly isLast?: boolean; readonly saysTheSame?: boolean },
): StateValue | undefined {
  const { final, tempo, outcome, retryAt } = event.body;
  const asked = [
    event.hasInterval === true,
    event.isLast === true,
    event.saysTheSame === true,
    final === true,
    tempo,
    outcome,
    retryAt !== undefined,
  ];
  const key = JSON.stringify([chart, value, event.type, asked]);
  if (!followed.has(key)) followed.set(key, follow(chart, value, event));
  return followed.get(key);
}

function follow(chart: ChartName, value: StateValue, event: ChartEvent): StateValue | undefined {
  const machine: AnyStateMachine = unguarded[chart];
  const before = snapshotOf(machine, value);
  if (!takes(machine, before, event)) return undefined;
  return transition(machine, before, event)[0].value as StateValue;
}
