/** What a view knows of the work in an incident: things with a life of their own, each with its chart's state. Times are ms since epoch, UTC. */
import type { DecisionState, HypothesisState, LeverState, TaskState } from '../vocabulary/words.ts';

/** A clock on a thing: a key for its deadline, and when it runs out. */
export interface Timebox {
  /** The event that set it. */
  readonly setBy: string;
  readonly dueAt: number;
}

export interface TaskView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly state: TaskState;
  readonly to?: string;
  readonly minutes: number;
  readonly addedAt: number;
  readonly addedBy: string;
  /** Since when it is in its present state. */
  readonly since?: number;
  /** Running since it was offered; absent while nobody has it, and once it ran out, is over or stuck. */
  readonly timebox?: Timebox;
  readonly ackedAt?: number;
  /** How often it was given more time; handing it on begins anew. */
  readonly extensions: number;
  readonly endedAt?: number;
  readonly result?: string;
  /** Why it is stuck or was dropped. */
  readonly reason?: string;
  readonly workstream?: string;
  readonly hypothesis?: string;
  /** The incident that it came from in a merge. */
  readonly from?: string;
}

export interface Evidence {
  readonly id: string;
  readonly sign: 'for' | 'against';
  readonly text?: string;
  readonly entry?: string;
  readonly at: number;
  readonly by: string;
}

export interface HypothesisView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly state: HypothesisState;
  readonly proposer: string;
  readonly openedAt: number;
  readonly test?: { readonly text: string; readonly tester?: string; readonly since: number; readonly timebox?: Timebox };
  readonly evidence: readonly Evidence[];
  /** When somebody last tried to disprove it: a test was started, or evidence against it written. */
  readonly challengedAt?: number;
  /** When and why it was supported, refuted or parked. */
  readonly settled?: { readonly at: number; readonly by: string; readonly reason?: string };
}

export interface DecisionView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly state: DecisionState;
  readonly proposedAt: number;
  readonly proposedBy: string;
  readonly known?: string;
  readonly unknown?: string;
  readonly risk?: string;
  readonly wayBack?: string;
  readonly polledAt?: number;
  readonly objections: readonly { readonly by: string; readonly text: string; readonly at: number }[];
  readonly decidedAt?: number;
  readonly decidedBy?: string;
  /** Why it was withdrawn or reversed, and by which decision. */
  readonly reason?: string;
  readonly replacement?: string;
}

export interface LeverView {
  /** The playbook's key, or one made of its name. */
  readonly lever: string;
  readonly name: string;
  readonly state: LeverState;
  /** Who holds or applied it. */
  readonly holder?: string;
  /** When a lease ends by itself; an ended lease bars nobody. */
  readonly until?: number;
  readonly since: number;
  readonly appliedAt?: number;
  /** The event that applied it: details may be added to it as to any action. */
  readonly event?: string;
  readonly target?: string;
  readonly checker?: string;
  readonly readBack?: string;
  readonly worstCase?: string;
  readonly wayBack?: string;
  /** Who looks after one that is kept. */
  readonly owner?: string;
  readonly reason?: string;
  /** Two people took it without knowing of each other; whoever takes or frees it next settles it. */
  readonly collision?: { readonly people: readonly [string, string]; readonly at: number; readonly event: string };
}

/** What was added to an action after it was written. */
export interface ActionDetails {
  readonly lever?: string;
  readonly worstCase?: string;
  readonly wayBack?: string;
  readonly target?: string;
  readonly driver?: string;
  readonly checker?: string;
  readonly readBack?: string;
}

export interface QuestionView {
  /** The entry that asked. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly askedAt: number;
  readonly askedBy: string;
  readonly answer?: { readonly text: string; readonly at: number; readonly by: string };
}

export interface WorkstreamView {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly leader?: string;
  readonly goal?: string;
  readonly members: readonly string[];
  readonly openedAt: number;
  readonly timebox?: Timebox;
  readonly closedAt?: number;
  readonly outcome?: string;
}
