/** The log in SQLite: an EventStore for the one writer of a data folder, a LogReader for whoever reads beside it. */
import type Database from 'better-sqlite3';
import type { EventBytes, SealedEvent } from '../../../shared/log/chain.ts';
import type { Result } from '../../../shared/result.ts';
import { Appending } from './appending.ts';
import { backUp } from './backup.ts';
import { type ErasureGround, erase } from './erasure.ts';
import type {
  Appended,
  AppendFault,
  BackedUp,
  BackupFault,
  Checkpoint,
  Erased,
  EraseFault,
  EventStore,
  Expected,
  FoundCommand,
  LogReader,
  Receipt,
  SearchOptions,
  StoredEvent,
  StoredHead,
  StreamMatches,
  StreamSummary,
  Tail,
  VerifyReport,
} from './event-store.ts';
import { Reading } from './reading.ts';
import { sqliteCode } from './sqlite-errors.ts';
import { verify } from './verification.ts';

/** Reads a log through one connection, which it owns. */
export class SqliteReader implements LogReader {
  protected readonly db: Database.Database;
  protected readonly reading: Reading;

  constructor(db: Database.Database) {
    this.db = db;
    this.reading = new Reading(db);
  }

  async read(stream: string, after?: number, limit?: number): Promise<readonly StoredEvent[]> {
    return this.reading.read(stream, after, limit);
  }

  async find(id: string): Promise<StoredEvent | undefined> {
    return this.reading.find(id);
  }

  async at(position: number): Promise<StoredEvent | undefined> {
    return this.reading.at(position);
  }

  async streams(): Promise<readonly StreamSummary[]> {
    return this.reading.streams();
  }

  async heads(stream?: string): Promise<readonly StoredHead[]> {
    return this.reading.heads(stream);
  }

  async tail(stream: string, origin: string): Promise<Tail> {
    return this.reading.tail(stream, origin);
  }

  async search(text: string, options: SearchOptions = {}): Promise<readonly StoredEvent[]> {
    return this.reading.search(text, options);
  }

  async matches(text: string): Promise<readonly StreamMatches[]> {
    return this.reading.matches(text);
  }

  async findByCommand(commandId: string): Promise<FoundCommand | undefined> {
    return this.reading.findByCommand(commandId);
  }

  async loadCheckpoint(stream: string, version: number): Promise<Checkpoint | undefined> {
    return this.reading.checkpoint(stream, version);
  }

  async meta(key: string): Promise<string | undefined> {
    return this.reading.meta(key);
  }

  async verify(): Promise<VerifyReport> {
    return verify(this.db);
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

/** Where a store lives, and what ends with it. */
export interface StoreGround extends ErasureGround {
  /** Lets the next core have the folder. */
  readonly release: () => void;
}

/** The one writer of a data folder. */
export class SqliteStore extends SqliteReader implements EventStore {
  readonly #ground: StoreGround;
  readonly #appending: Appending;
  readonly #saveCheckpoint: Database.Statement<[string, number, number, string]>;
  readonly #setMeta: Database.Statement<[string, string]>;

  constructor(ground: StoreGround) {
    super(ground.db);
    this.#ground = ground;
    this.#appending = new Appending(ground.db, this.reading);
    this.#saveCheckpoint = ground.db.prepare('INSERT OR REPLACE INTO checkpoints (stream, position, version, json) VALUES (?, ?, ?, ?)');
    this.#setMeta = ground.db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  }

  async append(
    batch: readonly SealedEvent[],
    expected: Expected | readonly Expected[],
    receipt?: Receipt,
  ): Promise<Result<Appended, AppendFault>> {
    return this.#appending.append(batch, 'stream' in expected ? [expected] : expected, receipt);
  }

  async receive(batch: readonly EventBytes[]): Promise<Result<Appended, AppendFault>> {
    return this.#appending.append(batch);
  }

  async erase(eventId: string): Promise<Result<Erased, EraseFault>> {
    return erase(this.#ground, eventId);
  }

  async backup(file: string): Promise<Result<BackedUp, BackupFault>> {
    return backUp(this.#ground.db, file);
  }

  async saveCheckpoint(stream: string, position: number, version: number, json: string): Promise<void> {
    try {
      this.#saveCheckpoint.run(stream, position, version, json);
    } catch (error) {
      if (!sqliteCode(error)) throw error;
    }
  }

  async setMeta(key: string, value: string): Promise<void> {
    this.#setMeta.run(key, value);
  }

  override async close(): Promise<void> {
    await super.close();
    this.#ground.release();
  }
}
