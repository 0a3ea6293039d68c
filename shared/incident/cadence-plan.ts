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
  if (view.cadences[audience].received) return undefined;
  const due = postDue(view, audience, 'firstPost');
  // Raised when the moment had passed already: due now, never before it was asked for.
  return due === undefined ? undefined : Math.max(due, view.gradedAt ?? due);
}

/**
 * When the audience's second message is due, which says how far it reaches, where its severity has such a target; ms since epoch, UTC.
 * `undefined` once there were two, while a slower column holds (monitoring, a long incident), and where the moment came before the first one or
 * before this severity: then the interval holds.
 */
export function scopePostDue(view: IncidentView, audience: Audience): number | undefined {
  if (!view.cadences[audience].received || view.phase === 'monitoring' || view.tempo !== 'normal') return undefined;
  const due = postDue(view, audience, 'scopePost');
  if (due === undefined || due < (view.gradedAt ?? due)) return undefined;
  const [first, ...more] = view.updates.filter((update) => update.audiences.includes(audience));
  return first !== undefined && more.length === 0 && first.sentAt < due ? due : undefined;
}

/** So many minutes from the first moment that severity was 1 or 2, or from when it woke or was reopened since: all clocks start anew then. */
function postDue(view: IncidentView, audience: Audience, post: 'firstPost' | 'scopePost'): number | undefined {
  if (!clocksRun(view) || view.majorSince === undefined || view.severity === undefined) return undefined;
  const minutes = assumedPlaybook(view).cadences[audience][post][String(view.severity) as `${Severity}`];
  return minutes === undefined ? undefined : Math.max(view.majorSince, startedAnewAt(view)) + minutes * minute;
}

/** When a sleep or an end was last over; 0 where there was none. */
function startedAnewAt(view: IncidentView): number {
  const after = view.phases.findLastIndex(({ phase }) => !isActivePhase(phase) && phase !== 'merged' && phase !== 'undeclared') + 1;
  return after === 0 ? 0 : (view.phases[after]?.from ?? 0);
}

/** Whether the audience is owed anything by a clock now. */
export function hasClock(view: IncidentView, audience: Audience): boolean {
  return intervalOf(view, audience) !== undefined || firstPostDue(view, audience) !== undefined;
}

/** How a change of circumstances moves a target. */
export type Replan =
  /** A message was sent, or another took its place: the target runs from it alone. */
  | { readonly from: 'message' }
  /** The pace got slower: the target runs from the last message, or from when the clock started, and comes no nearer than it was. */
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
  const started = replan.from === 'now' || replan.from === 'sooner' ? replan.at : view.declaredAt;
  const since = replan.from === 'now' ? started : (cadence.since ?? started);
  const base = { ...cadence, ...(since !== undefined && { since }) };
  if (first !== undefined) return withTarget(base, first, event);
  const usual = usualTarget(cadence, (since ?? 0) + (interval ?? 0), interval ?? 0, replan);
  return withTarget(base, Math.min(usual, scopePostDue(view, audience) ?? usual), event);
}

/** The target that the interval gives; `fromLast`: one interval after the last message. */
function usualTarget({ target }: CadenceView, fromLast: number, interval: number, replan: Replan): number {
  if (replan.from === 'sooner') return Math.min(target ?? Number.POSITIVE_INFINITY, replan.at + interval);
  return replan.from === 'last' ? Math.max(target ?? 0, fromLast) : fromLast;
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
