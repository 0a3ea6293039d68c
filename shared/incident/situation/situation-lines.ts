/** Sentences about an incident that reports and briefs share: its grade, what customers see, what is tried, who does what. Times in the incident's zone. */
import { clockTime, zoneLabel } from '../../vocabulary/zoned-time.ts';
import { intervalOf } from '../cadence-plan.ts';
import { phaseWords } from '../describe.ts';
import { personName } from '../names.ts';
import type { IncidentView } from '../view.ts';
import { aliveHypotheses } from '../work/fixation.ts';
import { taskClocks } from '../work/task-clocks.ts';
import { leversInForce } from './levers-in-force.ts';

const minute = 60_000;

/** A moment with its zone, such as `02:42 Berlin`. */
export const moment = (view: Pick<IncidentView, 'zone'>, at: number): string => `${clockTime(at, view.zone)} ${zoneLabel(view.zone)}`;

/** Where the incident stands: `fixing`, and where it went if it was merged. */
export function standingLine(view: IncidentView): string {
  const { mergedInto } = view;
  return mergedInto ? `merged into ${mergedInto.label} ${mergedInto.title}` : phaseWords[view.phase];
}

/** What customers see, since when, and what came in with other incidents; `undefined` where nobody said. */
export function impactLine(view: IncidentView): string | undefined {
  const began = view.milestones.impactStart?.at;
  const since = typeof began === 'number' ? `, since ${moment(view, began)}` : '';
  const others = view.absorbed.flatMap(({ label, impact }) => (impact === undefined ? [] : [`${label}: ${impact}`]));
  const all = [...(view.impact ? [`${view.impact.text}${since}`] : []), ...others];
  return all.length === 0 ? undefined : all.join('; ');
}

/** What is known for sure, and whether that is still to be trusted. */
export interface WhatWeKnow {
  readonly text: string;
  /** Ms since epoch, UTC. */
  readonly at: number;
  readonly by: string;
  /** Older than the responders' interval: it may no longer be so. */
  readonly stale: boolean;
}

/** The present summary as it stands at `now`, ms since epoch, UTC; `undefined` where nobody wrote one. */
export function whatWeKnow(view: IncidentView, now: number): WhatWeKnow | undefined {
  const interval = intervalOf(view, 'responders');
  return view.summary && { ...view.summary, stale: interval !== undefined && now - view.summary.at > interval };
}

/** The explanations that may still be right. */
export function thoughts(view: IncidentView): readonly string[] {
  return aliveHypotheses(view).map(({ label, text, state }) => `${label} ${text} (${state})`);
}

/** Who is at what, the least time left first; then the levers that are applied. */
export function doings(view: IncidentView, now: number): readonly string[] {
  const tasks = taskClocks(view, now).map(({ task, left, standing }) => {
    const who = task.to === undefined ? '' : `${personName(view, task.to)}, `;
    const minutes = Math.ceil(Math.abs(left) / minute);
    return `${task.label} ${task.text} (${who}${standing === 'expired' ? `${minutes} min over` : `${minutes} min left`})`;
  });
  return [
    ...tasks,
    ...leversInForce(view).map(({ name, target, state }) => `${name}${target === undefined ? '' : ` on ${target}`} (${state})`),
  ];
}
