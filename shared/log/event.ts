/** What one event of the log is made of. This shape is frozen: every console that ever wrote a log must stay readable. */
import type { Precision, Via } from '../vocabulary/words.ts';

/** Why an event exists. Idempotency lives here: the same cause never counts twice. */
export type Cause = { readonly command: string } | { readonly deadline: string } | { readonly import: string; readonly row: number };

/** The part of an event that is hashed and chained. Times are ms since epoch, UTC. */
export interface EventHeader {
  readonly chain: 1;
  /** UUIDv7 given by the writing console; UUIDv8 derived from the source for imports. */
  readonly id: string;
  /** The stream: an incident's UUID. */
  readonly incidentId: string;
  /** The console that wrote it, a UUID minted per installation and per restored copy. */
  readonly origin: string;
  /** 1-based gapless counter of this origin within this stream. */
  readonly seq: number;
  /** Hybrid logical clock, a sortable string like `1774745950000-0000`. */
  readonly hlc: string;
  readonly occurredAt: number;
  readonly endAt?: number;
  readonly precision: Precision;
  readonly recordedAt: number;
  readonly actor: string;
  readonly via: Via;
  /** Who said or did it, when that was not the writer: a person id. */
  readonly by?: string;
  readonly cause: Cause;
  readonly type: string;
  readonly v: number;
  /** Hex SHA-256 of salt ‖ body bytes. */
  readonly bodyHash: string;
  /** Hex hash of this (stream, origin)'s previous event; 64 zeros for its first. */
  readonly prevHash: string;
}

/** An event as the folds and the screens see it: header fields, its own hash, its body (`null` once erased), and where this console stored it. */
export interface LogEvent extends EventHeader {
  readonly hash: string;
  readonly body: unknown;
  /** Local arrival order; not hashed, not exported. Absent before it is stored. */
  readonly position?: number;
}

/** What `decide` answers: a fact that is not yet stamped with console, clock and chain. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
  /** Absent: the physical part of the event's own hlc. */
  readonly occurredAt?: number;
  readonly endAt?: number;
  readonly precision?: Precision;
  readonly by?: string;
}
