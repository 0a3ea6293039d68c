/** How the messages to an audience came: what was promised before each, how early or late it was, what the playbook asked, and the longest silence. */
import type { Audience } from '../../vocabulary/words.ts';
import { brokenFrom } from '../deadlines.ts';
import { given } from '../draft.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView, UpdateView } from '../view.ts';

const minute = 60_000;

/** One message among those to an audience. Times are ms since epoch, UTC. */
export interface ToldView {
  readonly update: UpdateView;
  /** The next time that the message before it gave. */
  readonly promisedAt?: number;
  /** How long after the promise it came, in ms; negative: before it. */
  readonly lateMs?: number;
  /** Whether the promise before it was kept, with the playbook's grace. */
  readonly promise?: 'kept' | 'broken';
  /** Whether it came before the playbook's target. Absent where there was none: nobody asked for one, or it was written down afterwards. */
  readonly target?: 'met' | 'missed';
  /** Since the message before it, or for the first one since the incident was declared; in ms. */
  readonly silenceMs?: number;
}

export interface UpdateHistory {
  /** In the order in which they went out. */
  readonly told: readonly ToldView[];
  readonly promisesKept: number;
  /** With the last one, once the log says that it was broken. */
  readonly promisesBroken: number;
  readonly targetsMet: number;
  readonly targetsMissed: number;
  /** From the declaration to the first message, in ms. */
  readonly firstAfterMs?: number;
  /** The longest time between two messages, or from the declaration to the first, in ms. */
  readonly longestSilenceMs?: number;
}

/** The history of one audience. What has not come yet is not judged here: its clock says how it stands. */
export function updateHistory(view: IncidentView, audience: Audience): UpdateHistory {
  const updates = view.updates.filter(({ audiences }) => audiences.includes(audience)).toSorted((a, b) => a.sentAt - b.sentAt);
  const fell = fellDue(view, audience);
  const told = updates.map((update, index) => toldAfter(view, audience, { update, before: updates[index - 1], fell }));
  const last = updates.at(-1);
  const broken = last !== undefined && isRecordedBroken(view, audience, last) ? 1 : 0;
  const silences = told.flatMap(({ silenceMs }) => silenceMs ?? []);
  const count = (fits: (row: ToldView) => boolean): number => told.filter(fits).length;
  return {
    told,
    promisesKept: count(({ promise }) => promise === 'kept'),
    promisesBroken: count(({ promise }) => promise === 'broken') + broken,
    targetsMet: count(({ target }) => target === 'met'),
    targetsMissed: count(({ target }) => target === 'missed'),
    ...given({ firstAfterMs: told[0]?.silenceMs }),
    ...(silences.length > 0 && { longestSilenceMs: Math.max(...silences) }),
  };
}

interface InTurn {
  readonly update: UpdateView;
  readonly before: UpdateView | undefined;
  readonly fell: readonly FellDue[];
}

function toldAfter(view: IncidentView, audience: Audience, { update, before, fell }: InTurn): ToldView {
  const since = before?.sentAt ?? view.declaredAt;
  const promisedAt = before?.nextAt;
  const target = targetOf(view, audience, { update, before, fell });
  return {
    update,
    ...(promisedAt !== undefined && {
      promisedAt,
      lateMs: update.sentAt - promisedAt,
      promise: isKept(view, audience, before, update.sentAt) ? ('kept' as const) : ('broken' as const),
    }),
    ...given({ target, silenceMs: since === undefined ? undefined : Math.max(0, update.sentAt - since) }),
  };
}

function isKept(view: IncidentView, audience: Audience, before: UpdateView | undefined, sentAt: number): boolean {
  if (before?.nextAt === undefined) return false;
  return !isRecordedBroken(view, audience, before) && sentAt <= brokenFrom(view, before.nextAt);
}

function isRecordedBroken(view: IncidentView, audience: Audience, { id }: UpdateView): boolean {
  return view.fallen[`promise/${audience}/${id}`] !== undefined;
}

/**
 * A target that fell due with nothing sent is in the log; where the promise fell due before it, the log has the promise alone, and the
 * interval says the rest. Whoever has no clock has no target to meet.
 */
function targetOf(view: IncidentView, audience: Audience, { update, before, fell }: InTurn): ToldView['target'] {
  if (view.mode === 'imported' || view.mode === 'backfilled') return undefined;
  const from = before?.sentAt ?? Number.NEGATIVE_INFINITY;
  const between = fell.filter(({ at }) => at > from && at < update.sentAt);
  if (between.some(({ kind }) => kind === 'target')) return 'missed';
  const asked = askedWithin(view, audience, { before, at: update.sentAt });
  if (asked === undefined) return undefined;
  return between.some(({ kind }) => kind === 'promise') && update.sentAt - from > asked ? 'missed' : 'met';
}

/** What the playbook asked for a message at that moment, in ms, by the severity that the incident has now; for a first one, the time that it names for that. */
function askedWithin(
  view: IncidentView,
  audience: Audience,
  { before, at }: { readonly before: UpdateView | undefined; readonly at: number },
): number | undefined {
  const row = assumedPlaybook(view).cadences[audience];
  const severity = `${view.severity ?? 2}` as const;
  const watched = view.phases.some(({ phase, from, to }) => phase === 'monitoring' && from <= at && (to === undefined || at <= to));
  const working = before === undefined ? row.firstPost[severity] : row.bySeverity[severity];
  if (working === undefined || working === null) return undefined;
  return Math.max(working, watched ? (row.monitoring ?? 0) : 0) * minute;
}

interface FellDue {
  /** Ms since epoch, UTC. */
  readonly at: number;
  readonly kind: unknown;
}

/** What fell due for the audience with nothing sent. */
function fellDue(view: IncidentView, audience: Audience): readonly FellDue[] {
  return view.items.flatMap((block) =>
    block.flatMap(({ type, body, standing, occurredAt }) => {
      if (type !== 'update.fellDue' || standing !== 'plain') return [];
      const due = body as { readonly audience?: unknown; readonly kind?: unknown };
      return due.audience === audience ? [{ at: occurredAt, kind: due.kind }] : [];
    }),
  );
}
