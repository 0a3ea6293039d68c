/** One thing that falls due: when, what it is in one plain line, how it stands, whose it is, and what answers it. */
import type { Audience } from '../../vocabulary/words.ts';
import { canonicalPerson } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { PromptAnswer } from '../prompts/prompt.ts';
import type { IncidentView } from '../view.ts';

type ScheduleKind =
  | 'target'
  | 'promise'
  | 'deadline'
  | 'timebox'
  | 'lease'
  | 'handoff'
  | 'pause'
  | 'triage'
  | 'relief'
  | 'soak'
  | 'approval'
  | 'escalate'
  | 'review'
  | 'followUp';

/** `overdue` from two minutes after its time; `broken`: a promise that was not kept. */
export type ScheduleStanding = 'ahead' | 'dueSoon' | 'due' | 'overdue' | 'broken';

export interface ScheduleItem {
  /** Stable while it is the same thing: the kind, and what it is about. */
  readonly id: string;
  /** Ms since epoch, UTC. */
  readonly at: number;
  readonly kind: ScheduleKind;
  /** One plain line without its time: `t4 check pricing`. */
  readonly says: string;
  readonly standing: ScheduleStanding;
  readonly audience?: Audience;
  /** The id of the task, hypothesis, workstream, draft or follow-up, or the key of the lever. */
  readonly thing?: string;
  /** Whose it is, by the id that stands for them; absent where nobody has it. */
  readonly for?: string;
  readonly answers: readonly PromptAnswer[];
}

const minute = 60_000;
const overdueAfter = 2 * minute;

/** How something stands that waits for an answer from its time on. All in ms since epoch, UTC. */
export function standingAt(view: IncidentView, at: number, now: number): Exclude<ScheduleStanding, 'broken'> {
  if (now >= at + overdueAfter) return 'overdue';
  return standingOfChance(view, at, now);
}

/** How something stands that may be done from its time on, and need not: it is never overdue. */
export function standingOfChance(view: IncidentView, at: number, now: number): 'ahead' | 'dueSoon' | 'due' {
  if (now >= at) return 'due';
  return now >= at - assumedPlaybook(view).dueSoonMinutes * minute ? 'dueSoon' : 'ahead';
}

/** The `for` of an item, where somebody has it. */
export function whose(view: IncidentView, person: string | undefined): Pick<ScheduleItem, 'for'> {
  return person === undefined ? {} : { for: canonicalPerson(view, person) };
}
