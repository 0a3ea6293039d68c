/** How each connection to the log is set up. Every setting is read back: SQLite ignores what it does not understand. */
import type Database from 'better-sqlite3';

/** "WHL1": tells our files from any other SQLite database. */
export const applicationId = 0x57484c31;
/** Earlier versions can damage a WAL when two connections checkpoint at once. */
const oldestSqlite = [3, 51, 3] as const;
/** How long a connection waits for another, ms. */
export const busyTimeout = 5000;

interface Setting {
  readonly name: string;
  readonly set: string;
  readonly reads: string | number;
}

const everywhere: readonly Setting[] = [
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  // Else INSERT OR REPLACE deletes rows without firing the triggers that refuse it.
  { name: 'recursive_triggers', set: 'ON', reads: 1 },
  { name: 'secure_delete', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'cell_size_check', set: 'ON', reads: 1 },
  { name: 'busy_timeout', set: String(busyTimeout), reads: busyTimeout },
  { name: 'temp_store', set: 'MEMORY', reads: 2 },
  { name: 'mmap_size', set: '0', reads: 0 },
];
/** better-sqlite3 would go to NORMAL in WAL, which loses acknowledged events with the power. */
const durable: readonly Setting[] = [
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  { name: 'synchronous', set: 'FULL', reads: 2 },
  // An event writes about 14 pages: at SQLite's 1000 every 70th append would wait for a checkpoint, some ms; 8000 pages are 32 MB.
  { name: 'wal_autocheckpoint', set: '8000', reads: 8000 },
  { name: 'journal_size_limit', set: '67108864', reads: 67_108_864 },
];
/** On macOS fsync alone leaves data in the drive's cache. */
const appleDurable: readonly Setting[] = [
  { name: 'fullfsync', set: 'ON', reads: 1 },
  { name: 'checkpoint_fullfsync', set: 'ON', reads: 1 },
];
const readingOnly: readonly Setting[] = [{ name: 'query_only', set: 'ON', reads: 1 }];

/** Sets up the one writing connection. Throws where a setting does not hold. */
export function prepareWriter(db: Database.Database): void {
  assertSqlite(db);
  apply(db, [...everywhere, ...durable, ...(process.platform === 'darwin' ? appleDurable : [])]);
}

/** Sets up a connection that reads beside the writer. Throws where a setting does not hold. */
export function prepareReader(db: Database.Database): void {
  assertSqlite(db);
  apply(db, [...everywhere, ...readingOnly]);
}

function apply(db: Database.Database, settings: readonly Setting[]): void {
  for (const { name, set, reads } of settings) {
    db.pragma(`${name} = ${set}`);
    const value = db.pragma(name, { simple: true });
    if (value !== reads) throw new Error(`SQLite keeps ${name} at ${String(value)}, not ${reads}`);
  }
}

function assertSqlite(db: Database.Database): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  }
}
