/** What the composer's grammar reads from, and what it answers. */
import type {
  Audience,
  ChecklistItemState,
  DecisionState,
  DeliveryState,
  DraftState,
  HypothesisState,
  LeverState,
  Precision,
  Standing,
  TaskState,
} from '../../vocabulary/words.ts';
import type { CommandDraft } from '../commands.ts';

/** Somebody whom a line may name. */
export interface LinePerson {
  /** The person's id (a UUID). */
  readonly id: string;
  readonly name: string;
  /** Where they stand in the roll call. */
  readonly standing?: Standing;
}

/** A thing with a life of its own that a line may name by its label, `t4`, or by the number in it. */
export interface LineThing {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Its chart's state; of a question `open` or `answered`, of a workstream `open` or `closed`. */
  readonly state: TaskState | HypothesisState | DecisionState | DraftState | 'answered' | 'closed';
}

/** A lever that a line may name: the playbook's, or one that was made in this incident. */
export interface LineLever {
  /** The key, `flag-off`. */
  readonly lever: string;
  readonly name: string;
  readonly state: LeverState;
  /** Whether the playbook has it; of another the commands carry the name. */
  readonly listed: boolean;
}

/** An action on production, whose way back, worst case or checker a line may add. */
export interface LineAction {
  /** The entry's id. */
  readonly id: string;
  readonly text: string;
  /** Ms since epoch, UTC. */
  readonly occurredAt: number;
  /** What it is done to, once somebody said so. */
  readonly target?: string;
}

/** A message that is not sent yet, or was. */
export interface LineDraft extends LineThing {
  readonly state: DraftState;
  readonly audiences: readonly Audience[];
  /** Its text, whole; `text` is what it is known by. */
  readonly message: string;
  /** Ms since epoch, UTC. */
  readonly nextAt?: number;
  readonly final: boolean;
  readonly template?: string;
}

/** A channel of this console that is on, and whom it reaches. */
export interface LineChannel {
  readonly id: string;
  readonly name: string;
  readonly audiences: readonly Audience[];
}

/** A checklist that a line may name: of the playbook, or one that is open all the same. */
export interface LineChecklist {
  /** The key, `first-five-minutes`. */
  readonly list: string;
  readonly title: string;
  readonly standing: 'open' | 'closed';
}

/** An item of a checklist, named by its number from 1. */
export interface LineItem {
  readonly id: string;
  readonly says: string;
  readonly state: ChecklistItemState;
}

/** All that a line's meaning depends on beside the line itself. Lists that are absent are empty. */
export interface LineContext {
  /** The present moment, ms since epoch, UTC. */
  readonly now: number;
  /** The incident's time zone, such as `Europe/Berlin`: a time without `Z` is read in it. */
  readonly zone: string;
  /** The people whom a line may name. */
  readonly people: readonly LinePerson[];
  /** The id of the person who types. */
  readonly self: string;
  /** Teams, which are asked and released like people and do nothing else that people do. */
  readonly teams?: readonly LinePerson[];
  /** The follow-ups that a line may name by label, `f1`. */
  readonly followUps?: readonly { readonly id: string; readonly label: string }[];
  readonly tasks?: readonly LineThing[];
  readonly hypotheses?: readonly LineThing[];
  readonly decisions?: readonly LineThing[];
  readonly questions?: readonly LineThing[];
  readonly workstreams?: readonly LineThing[];
  readonly levers?: readonly LineLever[];
  /** The checklists by name, and the one that this person goes through; once that is complete, the one that was opened last. */
  readonly checklists?: {
    readonly lists: readonly LineChecklist[];
    readonly current?: { readonly id: string; readonly title: string; readonly items: readonly LineItem[] };
  };
  readonly drafts?: readonly LineDraft[];
  /** Over which messages go out by themselves. */
  readonly channels?: readonly LineChannel[];
  /** To whom messages of this person wait for the word of who commands. */
  readonly approval?: { readonly audiences: readonly Audience[]; readonly commander: string };
  /** Deliveries that wait for a person's word, the most pressing first; `id` and `name` are the channel's. */
  readonly deliveries?: readonly { readonly update: string; readonly id: string; readonly name: string; readonly state: DeliveryState }[];
  /** In the order in which they were written. */
  readonly actions?: readonly LineAction[];
  /** Other incidents, into which this one may be merged: `inc-4`. */
  readonly incidents?: readonly { readonly id: string; readonly label: string; readonly title: string }[];
  /** The playbook's roles: own ones beside those that are built in. */
  readonly roles?: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  /** The playbook's words by which incidents are found again, and those that this one has. */
  readonly labels?: { readonly known: readonly string[]; readonly here: readonly string[] };
  /** The playbook's types of incident. */
  readonly types?: readonly { readonly id: string; readonly name: string }[];
}

/** When something happened, as a line states it. Times are ms since epoch, UTC; `endAt` belongs to the precision `between`. */
export interface StatedTime {
  readonly occurredAt: number;
  readonly endAt?: number;
  readonly precision: Precision;
}

/** What the composer shows beside a line before Enter. */
export interface Chip {
  /** The recognised kind: `note`, `action`, `SEV2`, `update to customers` … */
  readonly label: string;
  /** The time that the line states, for `describeChipTime`. */
  readonly time?: StatedTime;
  /** Further things that were read out of the line: `by Kim`, `starred`, `owner Sam`, `due 2026-12-04` … */
  readonly details?: readonly string[];
}

/** Why a line cannot be carried out as it stands. */
export interface LineFault {
  readonly message: string;
  /** The column in the line, from 0, in UTF-16 units as `string.length` counts. */
  readonly at: number;
  /** What belongs at that column. */
  readonly expected: string;
}

/** What a line brings up instead of sending it: a screen, a text to start from in the composer, or a text on the clipboard. */
export type Opening =
  | {
      readonly kind: 'open';
      readonly screen:
        | 'export'
        | 'board'
        | 'rollCall'
        | 'levers'
        | 'merge'
        | 'due'
        | 'directory'
        | 'playbook'
        | 'triage'
        | 'followUps'
        | 'meeting'
        | 'before'
        | 'library';
    }
  /** Where messages are written; `about`: an audience, or the label of a draft. */
  | { readonly kind: 'open'; readonly screen: 'updates'; readonly about?: string }
  /** The checklists; with a key, that one. */
  | { readonly kind: 'open'; readonly screen: 'checklist'; readonly list?: string }
  /** What the log knew at that moment, ms since epoch, UTC. */
  | { readonly kind: 'open'; readonly screen: 'knownAt'; readonly at: number }
  /** Whom to call; with what help is needed for, once somebody said so. */
  | { readonly kind: 'open'; readonly screen: 'help'; readonly text?: string }
  /** The report of conditions, actions and needs, made from the log, behind `/can `. */
  | { readonly kind: 'fill'; readonly from: 'can' }
  /** The brief for somebody who joins. */
  | { readonly kind: 'copy'; readonly what: 'brief' };

/** A line, understood. A fault is never the end of it: the line can always be logged as it stands, see `plainLine`. */
export type ParsedLine =
  | { readonly kind: 'empty' }
  /** `opens` is brought up once the command is written. */
  | { readonly kind: 'command'; readonly draft: CommandDraft; readonly chip: Chip; readonly opens?: Opening }
  | { readonly kind: 'help' }
  | (Opening & { readonly chip: Chip })
  /** The first line of a paste, which says what the lines below it are: nothing to send. */
  | { readonly kind: 'heading'; readonly chip: Chip }
  | ({ readonly kind: 'fault'; readonly chip: Chip } & LineFault);
