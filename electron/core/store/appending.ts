/** Appending: bytes are read strictly, then written in one transaction that is on disk before it answers. */
import type Database from 'better-sqlite3';
import { type EventBytes, type EventFault, openEvent } from '../../../shared/log/chain.ts';
import type { LogEvent } from '../../../shared/log/event.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Appended, AppendFault, Expected, Receipt, StoredEvent } from './event-store.ts';
import type { Reading } from './reading.ts';
import { searchableText, streamWord } from './search-index.ts';
import { errorText, sqliteCode } from './sqlite-errors.ts';

interface Opened {
  readonly bytes: EventBytes;
  readonly event: LogEvent;
}

/** Leaves the transaction with an answer, so that it is rolled back. */
class Refused extends Error {
  readonly fault: AppendFault;
  constructor(fault: AppendFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The prepared writing statements of the one writing connection. */
export class Appending {
  readonly #reading: Reading;
  readonly #storedAs: Database.Statement<[string, string], number>;
  readonly #idTaken: Database.Statement<[string], number>;
  readonly #idErased: Database.Statement<[string], number>;
  readonly #seqTaken: Database.Statement<[string, string, number], number>;
  readonly #insertEvent: Database.Statement;
  readonly #insertBody: Database.Statement;
  readonly #insertText: Database.Statement;
  readonly #moveHead: Database.Statement;
  readonly #insertReceipt: Database.Statement;
  readonly #run: Database.Transaction<(batch: readonly Opened[], expected?: readonly Expected[], receipt?: Receipt) => Appended>;

  constructor(db: Database.Database, reading: Reading) {
    this.#reading = reading;
    this.#storedAs = db.prepare<[string, string], number>('SELECT position FROM events WHERE id = ? AND hash = ?').pluck();
    this.#idTaken = db.prepare<[string], number>('SELECT 1 FROM events WHERE id = ?').pluck();
    this.#idErased = db
      .prepare<[string], number>('SELECT 1 FROM events e JOIN bodies b ON b.position = e.position WHERE e.id = ? AND b.body IS NULL')
      .pluck();
    this.#seqTaken = db
      .prepare<[string, string, number], number>('SELECT 1 FROM events WHERE stream = ? AND origin = ? AND seq = ? AND fork = 0')
      .pluck();
    this.#insertEvent = db.prepare(
      'INSERT INTO events (id, stream, origin, seq, type, command, hash, fork, header) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#insertBody = db.prepare('INSERT INTO bodies (position, salt, body) VALUES (?, ?, ?)');
    this.#insertText = db.prepare('INSERT INTO search (rowid, text, stream) VALUES (?, ?, ?)');
    this.#moveHead = db.prepare(
      `INSERT INTO heads (stream, origin, seq, hash, hlc, position) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash, hlc = excluded.hlc, position = excluded.position
       WHERE excluded.seq > heads.seq`,
    );
    this.#insertReceipt = db.prepare('INSERT INTO command_receipts (command, request_hash) VALUES (?, ?)');
    this.#run = db.transaction((batch, expected, receipt) => this.#write(batch, expected, receipt));
  }

  /** Stores a batch, or nothing. Without `expected`, events of any origin in any order; those whose place is taken become forks. */
  append(batch: readonly EventBytes[], expected?: readonly Expected[], receipt?: Receipt): Result<Appended, AppendFault> {
    const opened = openAll(batch);
    if (!opened.ok) return opened;
    try {
      return ok(this.#run.immediate(opened.value, expected, receipt));
    } catch (error) {
      if (error instanceof Refused) return err(error.fault);
      if (sqliteCode(error)) return err({ code: 'not-recording', message: `the log could not be written: ${errorText(error)}` });
      throw error;
    }
  }

  #write(batch: readonly Opened[], expected?: readonly Expected[], receipt?: Receipt): Appended {
    const fresh = batch.filter(({ event }) => this.#storedAs.get(event.id, event.hash) === undefined);
    if (fresh.length > 0) {
      if (expected) this.#assertAllExpected(fresh, expected);
      if (receipt) this.#keepReceipt(receipt);
    }
    const withoutBody: string[] = [];
    const events = batch.map((opened) => this.#store(opened, withoutBody));
    return { events, added: fresh.length, withoutBody };
  }

  #assertAllExpected(fresh: readonly Opened[], expected: readonly Expected[]): void {
    const stray = fresh.find(({ event }) => !expected.some(({ stream }) => stream === event.incidentId));
    if (stray) throw new Refused({ code: 'unexpected-head', message: `event ${stray.event.id} is of a stream that was not spoken for` });
    for (const one of expected) {
      const ofStream = fresh.filter(({ event }) => event.incidentId === one.stream);
      if (ofStream.length > 0) this.#assertExpected(ofStream, one);
    }
  }

  #assertExpected(fresh: readonly Opened[], { origin, stream, nextSeq, prevHash }: Expected): void {
    const tail = this.#reading.tail(stream, origin);
    if (tail.nextSeq !== nextSeq || tail.prevHash !== prevHash) {
      throw new Refused({
        code: 'unexpected-head',
        message: `the log goes on at ${tail.nextSeq}, not at ${nextSeq}, of ${origin} in ${stream}`,
      });
    }
    let due: { readonly seq: number; readonly hash: string } = { seq: nextSeq, hash: prevHash };
    for (const { event } of fresh) {
      const fits = event.incidentId === stream && event.origin === origin && event.seq === due.seq && event.prevHash === due.hash;
      if (!fits) throw new Refused({ code: 'unexpected-head', message: `event ${event.id} does not go on from number ${due.seq - 1}` });
      due = { seq: event.seq + 1, hash: event.hash };
    }
  }

  #keepReceipt({ commandId, requestHash }: Receipt): void {
    const found = this.#reading.findByCommand(commandId);
    if (found?.requestHash === requestHash) return;
    if (found) throw new Refused({ code: 'command-reused', message: `command ${commandId} was given before with another request` });
    this.#insertReceipt.run(commandId, requestHash);
  }

  #store({ bytes, event }: Opened, withoutBody: string[]): StoredEvent {
    const erased = this.#idErased.get(event.id) !== undefined;
    if (erased && bytes.bodyBytes !== null) withoutBody.push(event.id);
    const kept = erased ? { bodyBytes: null, salt: null, body: null } : { ...bytes, body: event.body };
    const before = this.#storedAs.get(event.id, event.hash);
    // What is stored decides: the same header may have come with its body the first time and erased the second.
    if (before !== undefined) return this.#reading.at(before) ?? { ...event, position: before };

    const { id, incidentId, origin, seq, type, hash, hlc, cause } = event;
    const taken = this.#idTaken.get(id) !== undefined || this.#seqTaken.get(incidentId, origin, seq) !== undefined;
    const command = 'command' in cause ? cause.command : null;
    const { lastInsertRowid } = this.#insertEvent.run(
      id,
      incidentId,
      origin,
      seq,
      type,
      command,
      hash,
      taken ? 1 : 0,
      buffer(bytes.headerBytes),
    );
    const position = Number(lastInsertRowid);
    this.#insertBody.run(position, kept.salt && buffer(kept.salt), kept.bodyBytes && buffer(kept.bodyBytes));
    const text = searchableText(kept.body);
    if (text !== undefined) this.#insertText.run(position, text, streamWord(incidentId));
    if (!taken) this.#moveHead.run(incidentId, origin, seq, hash, hlc, position);
    return { ...event, body: kept.body, position };
  }
}

function openAll(batch: readonly EventBytes[]): Result<readonly Opened[], AppendFault> {
  const opened: Opened[] = [];
  for (const bytes of batch) {
    const event = openEvent(bytes);
    if (!event.ok) return err({ code: 'invalid-event', message: faultText(event.error) });
    opened.push({ bytes, event: event.value });
  }
  return ok(opened);
}

function faultText(fault: EventFault): string {
  return `these bytes are not an event: ${fault.says}`;
}

/** The binding takes Node's Buffers; this is a view, not a copy. */
function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
