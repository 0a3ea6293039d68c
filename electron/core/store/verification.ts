/** Verification: every header, body, chain and copied column is checked against the bytes; SQLite's own check, which sees almost nothing of that, comes last. */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { noHash, openEvent } from '../../../shared/log/chain.ts';
import type { LogEvent } from '../../../shared/log/event.ts';
import type { VerifyReport } from './event-store.ts';
import { errorText, sqliteCode } from './sqlite-errors.ts';

type Broken = NonNullable<VerifyReport['firstBroken']>;

interface Row {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly origin: string;
  readonly seq: number;
  readonly type: string;
  readonly command: string | null;
  readonly hash: string;
  readonly header: Buffer;
  readonly salt: Buffer | null;
  readonly body: Buffer | null;
  readonly hasBody: number;
}

/** Rows between two pauses, so that commands are answered meanwhile. */
const page = 500;

/** Checks the log up to where it reached when asked. A damaged database is reported like a broken event, not thrown. */
export async function verify(db: Database.Database): Promise<VerifyReport> {
  const verification = new Verification(db);
  try {
    return await verification.run();
  } catch (error) {
    if (!sqliteCode(error)) throw error;
    return verification.broken({
      id: '',
      position: verification.reached,
      stream: '',
      what: `the database is damaged: ${errorText(error)}`,
    });
  }
}

class Verification {
  /** Position of the last row that was read. */
  reached = 0;
  #events = 0;
  readonly #db: Database.Database;
  readonly #streams = new Set<string>();
  /** Last event seen of each chain, so that the next event is checked without a question to the database. */
  readonly #tips = new Map<string, { readonly seq: number; readonly hash: string }>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  broken(firstBroken: Broken): VerifyReport {
    return { events: this.#events, streams: this.#streams.size, firstBroken };
  }

  async run(): Promise<VerifyReport> {
    const last = this.#db.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
    const rows = this.#db.prepare<[number, number, number], Row>(
      `SELECT e.position, e.id, e.stream, e.origin, e.seq, e.type, e.command, e.hash, e.header,
              b.salt, b.body, b.position IS NOT NULL AS hasBody
       FROM events e LEFT JOIN bodies b ON b.position = e.position WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?`,
    );
    while (this.reached < last) {
      const some = rows.all(this.reached, last, page);
      if (some.length === 0) break;
      for (const row of some) {
        const what = this.#faultOf(row);
        if (what !== undefined) return this.broken({ id: row.id, position: row.position, stream: row.stream, what });
        this.reached = row.position;
      }
      await setImmediate();
    }
    const stray = this.#strayHead() ?? this.#damage();
    return stray ? this.broken(stray) : { events: this.#events, streams: this.#streams.size };
  }

  #faultOf(row: Row): string | undefined {
    this.#events++;
    this.#streams.add(row.stream);
    if (row.hasBody === 0) return 'its body is missing';
    const event = openEvent({ headerBytes: row.header, bodyBytes: row.body, salt: row.salt });
    if (!event.ok) return event.error.says;
    return differingColumn(row, event.value) ?? this.#brokenLink(event.value);
  }

  #brokenLink(event: LogEvent): string | undefined {
    const { incidentId, origin, seq, prevHash, hash } = event;
    const tip = this.#tips.get(`${incidentId}/${origin}`);
    this.#tips.set(`${incidentId}/${origin}`, { seq, hash });
    if (seq === 1) return prevHash === noHash ? undefined : 'it is the first of its chain and names one before it';
    // Forks and events that came out of order go on from another event than the last one seen.
    if (tip?.hash === prevHash && tip.seq === seq - 1) return undefined;
    return this.#isAt(event, seq - 1, prevHash) ? undefined : `event ${seq - 1} of its chain, from which it goes on, is not here`;
  }

  #predecessor: Database.Statement<[string, string, number, string, string, string, number, string], number> | undefined;

  #isAt(event: LogEvent, seq: number, hash: string): boolean {
    this.#predecessor ??= this.#db
      .prepare<[string, string, number, string, string, string, number, string], number>(
        `SELECT 1 FROM events WHERE stream = ? AND origin = ? AND seq = ? AND fork = 0 AND hash = ?
         UNION ALL SELECT 1 FROM events WHERE stream = ? AND origin = ? AND seq = ? AND fork = 1 AND hash = ?`,
      )
      .pluck();
    const { incidentId, origin } = event;
    return this.#predecessor.get(incidentId, origin, seq, hash, incidentId, origin, seq, hash) !== undefined;
  }

  /** The end of a chain that is gone leaves no broken link behind, but a head that points at nothing. */
  #strayHead(): Broken | undefined {
    const head = this.#db
      .prepare<[], { stream: string; origin: string; seq: number; position: number }>(
        `SELECT stream, origin, seq, position FROM heads h WHERE NOT EXISTS (
           SELECT 1 FROM events e WHERE e.stream = h.stream AND e.origin = h.origin AND e.seq = h.seq AND e.fork = 0
             AND e.hash = h.hash AND e.position = h.position)
         ORDER BY position LIMIT 1`,
      )
      .get();
    if (head)
      return { id: '', position: head.position, stream: head.stream, what: `event ${head.seq}, the last of its chain, is not here` };
    const beyond = this.#db
      .prepare<[], { id: string; stream: string; position: number }>(
        `SELECT id, stream, position FROM events e WHERE fork = 0 AND NOT EXISTS (
           SELECT 1 FROM heads h WHERE h.stream = e.stream AND h.origin = e.origin AND h.seq >= e.seq) ORDER BY position LIMIT 1`,
      )
      .get();
    return beyond && { ...beyond, what: 'its chain is recorded as ending before it' };
  }

  /** Indexes too: one flipped bit in them hides an event from whoever reads by stream, and no hash tells. */
  #damage(): Broken | undefined {
    const state = this.#db.pragma('integrity_check(1)', { simple: true });
    return state === 'ok' ? undefined : { id: '', position: this.reached, stream: '', what: `the database is damaged: ${String(state)}` };
  }
}

function differingColumn(row: Row, event: LogEvent): string | undefined {
  const command = 'command' in event.cause ? event.cause.command : null;
  if (row.id !== event.id) return differs('id');
  if (row.stream !== event.incidentId) return differs('stream');
  if (row.origin !== event.origin) return differs('origin');
  if (row.seq !== event.seq) return differs('seq');
  if (row.type !== event.type) return differs('type');
  if (row.command !== command) return differs('command');
  if (row.hash !== event.hash) return differs('hash');
  return undefined;
}

function differs(column: string): string {
  return `its ${column} in the database is not the one of its header`;
}
