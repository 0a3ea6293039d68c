/** One core per data folder: an exclusive transaction on a file of its own, which the system ends with the process, however it dies. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createPrivately } from './private-files.ts';
import { sqliteCode } from './sqlite-errors.ts';

export interface Lock {
  release(): void;
}

export interface LockFault {
  readonly code: 'in-use';
  /** Process id of the core that has the folder, where it could be read. */
  readonly pid?: number;
  readonly message: string;
}

/** SQLite closes a database that is garbage, and its lock with it: what is taken is kept, whoever forgets it. */
const taken = new Set<Database.Database>();

/** Takes the folder for this process, until it is released or the process ends. Readers of the log itself are not kept out. Throws where the folder cannot be written. */
export function takeLock(folder: string): Result<Lock, LockFault> {
  const pidFile = join(folder, 'lock.pid');
  const file = join(folder, 'lock.db');
  createPrivately(file);
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return err(inUse(pidFile));
    throw error;
  }
  // The locked database itself cannot be read by the one who is refused.
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  taken.add(db);
  const release = (): void => {
    taken.delete(db);
    db.close();
  };
  return ok({ release });
}

function inUse(pidFile: string): LockFault {
  const pid = readPid(pidFile);
  const message =
    pid === undefined ? 'another Wheelhouse has this data folder open' : `another Wheelhouse (process ${pid}) has this data folder open`;
  return { code: 'in-use', ...(pid !== undefined && { pid }), message };
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
