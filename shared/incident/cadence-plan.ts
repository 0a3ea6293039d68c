/** How often each audience is owed an update, and when the next one is due. Figures come from the pinned playbook; the rules from the cadence table of the domain design. */
import { type Audience, audiences, isActivePhase, type Severity } from '../vocabulary/words.ts';
import { present } from './people/presence.ts';
import { assumedPlaybook } from './playbook-of.ts';
import type { CadenceView, IncidentView } from './view.ts';

const minute = 60_000;

/** Clocks run for live incidents and drills that are open and awake. */
export function clocksRun(view: IncidentView): boolean {
  return isActivePhase(view.phase) && (view.mode === 'live' || view.mode === 'drill');
}

/** Whether no second person is here; several ids of one person count once, teams and those who were excused do not. */
export function isAlone(view: Pick<IncidentView, 'people'>): boolean {
  return present(view).length < 2;
}

/**
 * The playbook's interval for an audience at present, in ms; `undefined` where it has no clock.
 * The slowest applicable column holds; without a severity it is SEV2 for responders only; a lone
 * commander has one combined clock, and other audiences start with their first message.
 */
export function intervalOf(view: IncidentView, audience: Audience): number | undefined {
  if (!clocksRun(view)) return undefined;
  const playbook = assumedPlaybook(view);
  if (view.severity === undefined && audience !== 'responders') return undefined;
  const severity = String(view.severity ?? 2) as `${Severity}`;
  const row = playbook.cadences[audience];
  const alone = isAlone(view);
  if (alone && audience !== 'responders' && !view.cadences[audience].received) return undefined;
  const working =
    alone && audience === 'responders' ? (playbook.aloneMinutes[severity] ?? row.bySeverity[severity]) : row.bySeverity[severity];
  if (working === null) return undefined;
  const monitoring = view.phase === 'monitoring' ? (row.monitoring ?? 0) : 0;
  const long = view.tempo === 'normal' ? 0 : (row.long ?? 0);
  return Math.max(working, monitoring, long) * minute;
}

/** When the audience's first message is due, where its severity has such a target and none was sent; ms since epoch, UTC. */
export function firstPostDue(view: IncidentView, audience: Audience): number | undefined {
  if (!clocksRun(view) || view.majorSince === undefined || view.severity === undefined || view.cadences[audience].received)
    return undefined;
  const minutes = assumedPlaybook(view).cadences[audience].firstPost[String(view.severity) as `${Severity}`];
  return minutes === undefined ? undefined : view.majorSince + minutes * minute;
}

/** Whether the audience is owed anything by a clock now. */
export function hasClock(view: IncidentView, audience: Audience): boolean {
  return intervalOf(view, audience) !== undefined || firstPostDue(view, audience) !== undefined;
}

/** How a change of circumstances moves a target. */
export type Replan =
  /** The target runs from the audience's last message, or from when its clock started. */
  | { readonly from: 'last' }
  /** Things got worse: the sooner of the old target and one interval from now. */
  | { readonly from: 'sooner'; readonly at: number }
  /** The clock starts afresh. */
  | { readonly from: 'now'; readonly at: number };

/** The cadence after `event` moved the target as `replan` says. A target that stays where it was keeps the event that set it. */
export function replanned(view: IncidentView, audience: Audience, event: string, replan: Replan): CadenceView {
  const cadence = view.cadences[audience];
  const interval = intervalOf(view, audience);
  const first = firstPostDue(view, audience);
  if (interval === undefined && first === undefined) return withTarget(cadence, undefined, event);
  const since =
    replan.from === 'now' || cadence.since === undefined ? (replan.from === 'last' ? view.declaredAt : replan.at) : cadence.since;
  const base = { ...cadence, ...(since !== undefined && { since }) };
  if (first !== undefined) return withTarget(base, first, event);
  const fromLast = (since ?? 0) + (interval ?? 0);
  const sooner = replan.from === 'sooner' ? Math.min(cadence.target ?? Number.POSITIVE_INFINITY, replan.at + (interval ?? 0)) : fromLast;
  return withTarget(base, sooner, event);
}

/** The same cadence with another target; the event that set the old one stays named where nothing changed. */
export function withTarget(cadence: CadenceView, target: number | undefined, event: string): CadenceView {
  if (target === cadence.target) return cadence;
  const { target: _old, setBy: _by, ...rest } = cadence;
  return target === undefined ? rest : { ...rest, target, setBy: event };
}

/** A record with one value for each audience. */
export function forEachAudience<T>(make: (audience: Audience) => T): { readonly [audience in Audience]: T } {
  return Object.fromEntries(audiences.map((audience) => [audience, make(audience)])) as { readonly [audience in Audience]: T };
}
