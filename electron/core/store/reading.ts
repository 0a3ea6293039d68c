/** Reading the log: rows of the database as events. Bytes were checked when they came in; `verify` checks them again, reading does not. */
import type Database from 'better-sqlite3';
import { noHash } from '../../../shared/log/chain.ts';
import type { EventHeader } from '../../../shared/log/event.ts';
import type {
  Checkpoint,
  FoundCommand,
  SearchOptions,
  StoredEvent,
  StoredHead,
  StreamMatches,
  StreamSummary,
  Tail,
} from './event-store.ts';
import { searchQuery } from './search-index.ts';

interface EventRow {
  readonly position: number;
  readonly hash: string;
  readonly header: string;
  readonly body: string | null;
}

interface HeadRow extends Omit<StoredHead, 'incidentId'> {
  readonly stream: string;
}

/** As text, so that the bytes become a string once, inside SQLite's binding. */
const columns = 'e.position, e.hash, CAST(e.header AS TEXT) AS header, CAST(b.body AS TEXT) AS body';
const tables = 'events e JOIN bodies b ON b.position = e.position';
const defaultHits = 50;

function eventOf(row: EventRow): StoredEvent {
  const event = JSON.parse(row.header) as EventHeader & { hash: string; body: unknown; position: number };
  event.hash = row.hash;
  event.body = row.body === null ? null : JSON.parse(row.body);
  event.position = row.position;
  return event;
}

/** The prepared questions of one connection. Each method throws where the database cannot be read. */
export class Reading {
  readonly #read: Database.Statement<[string, number, number], EventRow>;
  readonly #find: Database.Statement<[string], EventRow>;
  readonly #at: Database.Statement<[number], EventRow>;
  readonly #ofCommand: Database.Statement<[string], EventRow>;
  readonly #receipt: Database.Statement<[string], { request_hash: string | null }>;
  readonly #tail: Database.Statement<[string, string], HeadRow>;
  readonly #heads: Database.Statement<[], HeadRow>;
  readonly #headsOf: Database.Statement<[string], HeadRow>;
  readonly #streams: Database.Statement<[], StreamSummary>;
  readonly #checkpoint: Database.Statement<[string, number], Checkpoint>;
  readonly #meta: Database.Statement<[string], string>;
  readonly #newest: Database.Statement<[string, number], EventRow>;
  readonly #oldest: Database.Statement<[string, number], EventRow>;
  readonly #matches: Database.Statement<[string], StreamMatches>;

  constructor(db: Database.Database) {
    this.#read = db.prepare(`SELECT ${columns} FROM ${tables} WHERE e.stream = ? AND e.position > ? ORDER BY e.position LIMIT ?`);
    this.#find = db.prepare(`SELECT ${columns} FROM ${tables} WHERE e.id = ? ORDER BY e.position LIMIT 1`);
    this.#at = db.prepare(`SELECT ${columns} FROM ${tables} WHERE e.position = ?`);
    this.#ofCommand = db.prepare(`SELECT ${columns} FROM ${tables} WHERE e.command = ? ORDER BY e.position`);
    this.#receipt = db.prepare('SELECT request_hash FROM command_receipts WHERE command = ?');
    this.#tail = db.prepare('SELECT * FROM heads WHERE stream = ? AND origin = ?');
    this.#heads = db.prepare('SELECT * FROM heads ORDER BY stream, origin');
    this.#headsOf = db.prepare('SELECT * FROM heads WHERE stream = ? ORDER BY origin');
    this.#streams = db.prepare(
      'SELECT stream, count(*) AS events, max(position) AS lastPosition FROM events GROUP BY stream ORDER BY min(position)',
    );
    this.#checkpoint = db.prepare('SELECT position, json FROM checkpoints WHERE stream = ? AND version = ?');
    this.#meta = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
    const hits = (order: 'DESC' | 'ASC') =>
      db.prepare<[string, number], EventRow>(
        `SELECT ${columns} FROM (SELECT rowid AS hit FROM search WHERE search MATCH ? ORDER BY rowid ${order} LIMIT ?)
         JOIN events e ON e.position = hit JOIN bodies b ON b.position = hit ORDER BY hit ${order}`,
      );
    this.#newest = hits('DESC');
    this.#oldest = hits('ASC');
    this.#matches = db.prepare(
      `SELECT stream, count(*) AS events, max(position) AS newest FROM events WHERE position IN (SELECT rowid FROM search WHERE search MATCH ?) GROUP BY stream`,
    );
  }

  read(stream: string, after = 0, limit = -1): readonly StoredEvent[] {
    return this.#read.all(stream, after, limit).map(eventOf);
  }

  find(id: string): StoredEvent | undefined {
    const row = this.#find.get(id);
    return row && eventOf(row);
  }

  at(position: number): StoredEvent | undefined {
    const row = this.#at.get(position);
    return row && eventOf(row);
  }

  streams(): readonly StreamSummary[] {
    return this.#streams.all();
  }

  heads(stream: string | undefined): readonly StoredHead[] {
    const rows = stream === undefined ? this.#heads.all() : this.#headsOf.all(stream);
    return rows.map(({ stream: incidentId, origin, seq, hash, hlc, position }) => ({ incidentId, origin, seq, hash, hlc, position }));
  }

  tail(stream: string, origin: string): Tail {
    const head = this.#tail.get(stream, origin);
    return head ? { nextSeq: head.seq + 1, prevHash: head.hash } : { nextSeq: 1, prevHash: noHash };
  }

  search(text: string, { limit = defaultHits, order = 'newest first', ...streams }: SearchOptions): readonly StoredEvent[] {
    const query = searchQuery(text, streams);
    if (query === undefined) return [];
    const hits = order === 'newest first' ? this.#newest : this.#oldest;
    return hits.all(query, limit).map(eventOf);
  }

  matches(text: string): readonly StreamMatches[] {
    const query = searchQuery(text);
    return query === undefined ? [] : this.#matches.all(query);
  }

  findByCommand(commandId: string): FoundCommand | undefined {
    const events = this.#ofCommand.all(commandId).map(eventOf);
    const receipt = this.#receipt.get(commandId);
    if (!receipt && events.length === 0) return undefined;
    return { requestHash: receipt?.request_hash ?? null, events };
  }

  checkpoint(stream: string, version: number): Checkpoint | undefined {
    return this.#checkpoint.get(stream, version);
  }

  meta(key: string): string | undefined {
    return this.#meta.get(key);
  }
}
