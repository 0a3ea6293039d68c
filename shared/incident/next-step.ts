/** The one next step: what the chart says comes next, what is missing before it, and the composer text that supplies it. */

import { isOpenPhase } from '../vocabulary/words.ts';
import type { CommandType } from './commands.ts';
import { judge } from './decide.ts';
import type { EventType } from './events.ts';
import { assumedPlaybook } from './playbook-of.ts';
import type { Unmet } from './refusal.ts';
import type { IncidentView } from './view.ts';

/** Things to know before anything else, asked for in this order, each skippable (design: the room). */
export const facts = ['impact', 'severity', 'people', 'changes', 'message'] as const;
export type Fact = (typeof facts)[number];

export interface NextStep {
  /** One plain sentence, a question where something is asked. */
  readonly says: string;
  /** The transition that this step leads to. */
  readonly transition?: CommandType;
  readonly missing: readonly Unmet[];
  /** What to start the composer with. */
  readonly key?: string;
  /** The fact that is asked for; skippable. */
  readonly fact?: Fact;
  /** Another way to supply it, in a word or two. */
  readonly also?: { readonly says: string; readonly key: string };
}

/** A transition as the palette lists it. */
export interface Way {
  readonly type: CommandType;
  readonly says: string;
  /** Composer text that does it. */
  readonly key: string;
  /** Whether the chart has this way from here at all. */
  readonly exists: boolean;
  /** Whether it may happen now; what is missing otherwise. */
  readonly possible: boolean;
  readonly unmet: readonly Unmet[];
}

const ways: readonly {
  readonly type: CommandType;
  readonly event: EventType;
  readonly says: string;
  readonly key: string;
  readonly asks?: Readonly<Record<string, unknown>>;
}[] = [
  { type: 'incident.accept', event: 'incident.accepted', says: 'Accept as an incident', key: '/accept' },
  { type: 'incident.decline', event: 'incident.declined', says: 'Decline', key: '/decline ', asks: { reason: '…' } },
  { type: 'fix.start', event: 'fix.started', says: 'Start the fix', key: '/fix' },
  { type: 'fix.stop', event: 'fix.stopped', says: 'Back to investigating', key: '/back ', asks: { reason: '…' } },
  { type: 'mitigation.record', event: 'mitigation.recorded', says: 'Mitigated', key: '/mit ', asks: { evidence: '…' } },
  { type: 'regression.record', event: 'regression.recorded', says: 'Impact is back', key: '/regress ', asks: { reason: '…' } },
  { type: 'incident.resolve', event: 'incident.resolved', says: 'Resolve', key: '/res' },
  { type: 'review.start', event: 'review.started', says: 'Start the review', key: '/review ', asks: { owner: '…' } },
  { type: 'incident.close', event: 'incident.closed', says: 'Close', key: '/close' },
  { type: 'incident.pause', event: 'incident.paused', says: 'Pause until', key: '/pause ' },
  { type: 'incident.wake', event: 'incident.woken', says: 'Wake', key: '/wake ', asks: { reason: '…' } },
  { type: 'incident.markFalseAlarm', event: 'incident.markedFalseAlarm', says: 'False alarm', key: '/false ', asks: { reason: '…' } },
  { type: 'incident.cancel', event: 'incident.cancelled', says: 'Cancel', key: '/cancel ', asks: { reason: '…' } },
  { type: 'incident.merge', event: 'incident.mergedInto', says: 'Merge into another incident', key: '/merge ' },
  { type: 'incident.unmerge', event: 'incident.unmerged', says: 'Undo the merge', key: '/unmerge ' },
  { type: 'incident.reopen', event: 'incident.reopened', says: 'Reopen', key: '/reopen ', asks: { reason: '…' } },
];

/** Every transition with whether it may happen now, and why not; what a person would type with it counts as given. */
export function available(view: IncidentView, now: number): readonly Way[] {
  return ways.map(({ type, event, says, key, asks }) => {
    const verdict = judge(view, { type: event, at: now, actor: '', body: asks ?? {} }, now);
    if ('refusal' in verdict) return { type, says, key, exists: false, possible: false, unmet: [] };
    return { type, says, key, exists: true, possible: verdict.unmet.length === 0, unmet: verdict.unmet };
  });
}

/** The composer text that supplies what is missing. */
export function remedyKey(unmet: Unmet): string | undefined {
  if (unmet.remedy.kind === 'wait') return undefined;
  if (unmet.remedy.line !== undefined) return unmet.remedy.line;
  return remedyKeys[unmet.requirement] ?? ways.find((way) => unmet.remedy.kind === 'command' && way.type === unmet.remedy.type)?.key;
}

const remedyKeys: Readonly<Record<string, string>> = {
  severity: '/sev ',
  command: '/take ic',
  mitigatingAction: '/a ',
  afterImpactStart: '/impact @',
  finalUpdate: '/u customers final ',
  exported: '/export',
  followUpsOwned: '/own ',
  recentlyEnded: '/reopen override: ',
  reasonWhenLowered: '/sev ',
  nextTime: '/u customers ',
  impactKnown: '/impact ',
};

const factSteps: Readonly<Record<Fact, { readonly says: string; readonly key: string; readonly known: (view: IncidentView) => boolean }>> =
  {
    impact: { says: 'What do customers see?', key: '/impact ', known: (view) => view.impact !== undefined },
    severity: { says: 'How bad is it? Unsure: take the higher.', key: '/sev ', known: (view) => view.severity !== undefined },
    people: { says: 'Whom to wake?', key: '/person ', known: (view) => Object.keys(view.people).length > 1 },
    changes: { says: 'What changed in the last hours?', key: '/changed ', known: (view) => hasChange(view) },
    message: { says: 'Send the first message, with the time of the next.', key: '/u customers ', known: (view) => view.updates.length > 0 },
  };

/** How bad it is can be asked in questions, where the playbook has any. */
function alsoFor(view: IncidentView, fact: Fact): Pick<NextStep, 'also'> {
  if (fact !== 'severity' || assumedPlaybook(view).triage.length === 0) return {};
  return { also: { says: 'by questions', key: '/triage' } };
}

function hasChange(view: IncidentView): boolean {
  return view.items.some((block) => block.some((item) => item.type === 'entry.added' && changeTag(item.body)));
}

/** Whether an entry's body marks a recent change. */
export function changeTag(body: unknown): boolean {
  return ((body as { tags?: readonly string[] } | null)?.tags ?? []).includes('change');
}

/** What comes next. `skipped` names facts that the person passed over. */
export function nextStep(view: IncidentView, now: number, skipped: readonly Fact[] = []): NextStep {
  if (view.mode === 'imported') return { says: 'Written afterwards: read it, and export a draft.', missing: [], key: '/export' };
  if (view.mode === 'backfilled' && isOpenPhase(view.phase)) {
    return {
      says: 'Written afterwards: log what happened with its times, then resolve.',
      transition: 'incident.resolve',
      missing: [],
      key: '@',
    };
  }
  const asked = factAsked(view, skipped);
  if (asked) return { says: factSteps[asked].says, missing: [], key: factSteps[asked].key, fact: asked, ...alsoFor(view, asked) };
  return lifecycleStep(view, now);
}

/** A meeting that goes on is joined; one that is over is not offered again. */
function meetingOffer({ meetings }: IncidentView): Pick<NextStep, 'also'> {
  if (meetings.some(({ state }) => state === 'running')) return { also: { says: 'join the review meeting', key: '/meeting' } };
  return meetings.length > 0 ? {} : { also: { says: 'hold the review meeting', key: '/meeting' } };
}

function factAsked(view: IncidentView, skipped: readonly Fact[]): Fact | undefined {
  if (view.phase !== 'triage' && view.phase !== 'investigating') return undefined;
  return facts.find((fact) => !skipped.includes(fact) && !factSteps[fact].known(view));
}

function lifecycleStep(view: IncidentView, now: number): NextStep {
  const all = available(view, now);
  const step = (type: CommandType, says: string): NextStep => {
    const way = all.find((candidate) => candidate.type === type);
    const missing = way?.unmet ?? [];
    const key = missing.map(remedyKey).find((found) => found !== undefined) ?? (missing.length === 0 ? way?.key : undefined);
    return { says, transition: type, missing, ...(key !== undefined && { key }) };
  };
  switch (view.phase) {
    case 'triage':
      return step('incident.accept', 'Is this an incident? Accept it, or decline with a reason.');
    case 'investigating':
      return step('fix.start', 'Is there a mitigation? Start the fix.');
    case 'fixing':
      return step('mitigation.record', 'Did it help? Record the mitigation with its evidence.');
    case 'monitoring':
      return step('incident.resolve', 'Watch it hold, then resolve.');
    case 'paused':
      return step('incident.wake', 'Asleep. Wake it when the time comes, or when it gets worse.');
    case 'resolved':
      return assumedPlaybook(view).severities[view.severity ?? 2].review.optional
        ? step('incident.close', 'Export a draft, then close. A review is optional here.')
        : step('review.start', 'Start the review.');
    case 'review':
      return {
        ...step(
          'incident.close',
          view.exports.length === 0 ? 'Export a draft of the postmortem, then close.' : 'Close when the follow-ups have owners.',
        ),
        ...meetingOffer(view),
      };
    case 'merged':
      return {
        says:
          `It went into ${view.mergedInto?.label ?? 'another incident'} ${view.mergedInto?.title ?? ''}`.trim() +
          ': go on there. Entries can still be added here.',
        missing: [],
      };
    default:
      return { says: 'Over. Entries can still be added; they are marked.', missing: [] };
  }
}
