/** What the composer's grammar reads from, and what it answers. */
import type { Precision } from '../../vocabulary/words.ts';
import type { CommandDraft } from '../commands.ts';

/** Somebody whom a line may name. */
export interface LinePerson {
  /** The person's id (a UUID). */
  readonly id: string;
  readonly name: string;
}

/** All that a line's meaning depends on beside the line itself. */
export interface LineContext {
  /** The present moment, ms since epoch, UTC. */
  readonly now: number;
  /** The incident's time zone, such as `Europe/Berlin`: a time without `Z` is read in it. */
  readonly zone: string;
  /** The people whom a line may name. */
  readonly people: readonly LinePerson[];
  /** The id of the person who types. */
  readonly self: string;
  /** The follow-ups that a line may name by label, `f1`. */
  readonly followUps?: readonly { readonly id: string; readonly label: string }[];
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

/** A line, understood. A fault is never the end of it: the line can always be logged as it stands, see `plainLine`. */
export type ParsedLine =
  | { readonly kind: 'empty' }
  | { readonly kind: 'command'; readonly draft: CommandDraft; readonly chip: Chip }
  | { readonly kind: 'help' }
  /** `/export`: the draft's own screen. */
  | { readonly kind: 'open'; readonly screen: 'export' }
  | ({ readonly kind: 'fault'; readonly chip: Chip } & LineFault);
