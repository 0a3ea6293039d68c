/** What the rest of the core may ask of the place where the log is kept. Nothing above this folder knows which database serves it. */
import type { ChainHead, EventBytes, SealedEvent } from '../../../shared/log/chain.ts';
import type { LogEvent } from '../../../shared/log/event.ts';
import type { Result } from '../../../shared/result.ts';

/** An event with its place in this console's order of arrival: 1, 2, 3 … over all streams. */
export type StoredEvent = LogEvent & { readonly position: number };

/** The newest event of one origin in one stream. */
export interface StoredHead extends ChainHead {
  readonly hlc: string;
  readonly position: number;
}

/** What the next event of an origin in a stream must be stamped with. */
export interface Tail {
  readonly nextSeq: number;
  readonly prevHash: string;
}

/** The writer's assertion about the log it writes to: a guard against its own mistakes, never an answer to a person. */
export interface Expected extends Tail {
  readonly origin: string;
  readonly stream: string;
}

/** Ties a command to what was asked, so that the same id with another body can be told apart. Written with its events or not at all. */
export interface Receipt {
  readonly commandId: string;
  /** A hash of the request, of the writer's choosing. */
  readonly requestHash: string;
}

export interface Appended {
  /** The whole batch as it is now stored, in its own order, those that were stored before included. */
  readonly events: readonly StoredEvent[];
  /** How many of them were new. */
  readonly added: number;
  /** Ids of events whose body was not taken because it had been erased here. */
  readonly withoutBody: readonly string[];
}

/** Why nothing of a batch was stored. */
export interface AppendFault {
  /**
   * `not-recording`: the disk or the database failed, a person must know · `unexpected-head`: `expected` does not hold ·
   * `invalid-event`: bytes that are not an event · `command-reused`: the command was given before with another request.
   */
  readonly code: 'not-recording' | 'unexpected-head' | 'invalid-event' | 'command-reused';
  readonly message: string;
}

export interface StreamSummary {
  readonly stream: string;
  readonly events: number;
  readonly lastPosition: number;
}

export interface FoundCommand {
  /** `null`: a body of the command was erased, and the hash with it. */
  readonly requestHash: string | null;
  readonly events: readonly StoredEvent[];
}

export interface SearchOptions {
  readonly stream?: string;
  /** Leaves these streams out. */
  readonly except?: readonly string[];
  /** 50 unless told. */
  readonly limit?: number;
  /** By arrival; newest first unless told. */
  readonly order?: 'newest first' | 'oldest first';
}

/** How often a word stands in a stream. */
export interface StreamMatches {
  readonly stream: string;
  readonly events: number;
  /** The position of the newest of them. */
  readonly newest: number;
}

/** A view as it was after an event: a cache, dropped whenever a text in it must go. */
export interface Checkpoint {
  readonly position: number;
  readonly json: string;
}

export interface VerifyReport {
  readonly events: number;
  readonly streams: number;
  readonly firstBroken?: { readonly id: string; readonly position: number; readonly stream: string; readonly what: string };
}

export interface Erased {
  readonly id: string;
  /** Files of the data folder that were rewritten without the text. */
  readonly rewritten: readonly string[];
  /** Files that may still hold the text and have to be dealt with by a person. */
  readonly stillHolding: readonly string[];
}

export interface EraseFault {
  readonly code: 'not-found' | 'not-recording';
  readonly message: string;
}

export interface BackedUp {
  readonly file: string;
  readonly events: number;
}

export interface BackupFault {
  readonly code: 'file-exists' | 'not-written';
  readonly message: string;
}

/** Reading; safe beside a writer in another process. Throws where the database cannot be read. */
export interface LogReader {
  /** Events of a stream after a position, in order of arrival, forks included: folding sets those aside. All of them unless `limit` is given. */
  read(stream: string, after?: number, limit?: number): Promise<readonly StoredEvent[]>;
  /** The event of an id; of a fork the one that came first. */
  find(id: string): Promise<StoredEvent | undefined>;
  /** The event at a position. */
  at(position: number): Promise<StoredEvent | undefined>;
  /** Every stream, by first arrival. */
  streams(): Promise<readonly StreamSummary[]>;
  /** The newest event of each origin in each stream, or in one. */
  heads(stream?: string): Promise<readonly StoredHead[]>;
  /** Where an origin goes on in a stream. */
  tail(stream: string, origin: string): Promise<Tail>;
  /** Events whose text holds every word; the last word may be unfinished. Any text is a valid question. */
  search(text: string, options?: SearchOptions): Promise<readonly StoredEvent[]>;
  /** The streams that have an event whose text holds every word; the last word may be unfinished. */
  matches(text: string): Promise<readonly StreamMatches[]>;
  /** What a command did, where it was given before. */
  findByCommand(commandId: string): Promise<FoundCommand | undefined>;
  /** The newest checkpoint of a stream that was written by this version of the fold. */
  loadCheckpoint(stream: string, version: number): Promise<Checkpoint | undefined>;
  /** A fact about this console: `origin`, `person`, `keys`. */
  meta(key: string): Promise<string | undefined>;
  /** Checks every header, body, chain and copied column. */
  verify(): Promise<VerifyReport>;
  close(): Promise<void>;
}

export interface EventStore extends LogReader {
  /**
   * Appends this console's events in one durable transaction, all or nothing. Events already stored with the same bytes are left as they are.
   * `expected` speaks for each stream that the batch goes on in.
   */
  append(
    batch: readonly SealedEvent[],
    expected: Expected | readonly Expected[],
    receipt?: Receipt,
  ): Promise<Result<Appended, AppendFault>>;
  /** Takes in events of other consoles, in any order; those whose place is taken are kept as forks. Same transaction, same checks of the bytes. */
  receive(batch: readonly EventBytes[]): Promise<Result<Appended, AppendFault>>;
  /** Erases body and salt of an event for good, and all that was made of them. Its header stays, and the chain still verifies. */
  erase(eventId: string): Promise<Result<Erased, EraseFault>>;
  /** Writes a consistent copy of the log that carries no identity of this console, so that a restored copy takes an origin of its own. */
  backup(file: string): Promise<Result<BackedUp, BackupFault>>;
  /** Keeps a view; replaces the stream's earlier one. A cache: failing to write it is no fault. */
  saveCheckpoint(stream: string, position: number, version: number, json: string): Promise<void>;
  setMeta(key: string, value: string): Promise<void>;
}
