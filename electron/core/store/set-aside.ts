/** A damaged log is moved out of the way under a dated name, whole, so that it can be examined; it is never written to again. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { prepareReader } from './pragmas.ts';
import { syncFolderOf } from './private-files.ts';
import { errorText, saysDamaged } from './sqlite-errors.ts';

/** What a person is to be told about a log that could not be opened. */
export interface SetAside {
  /** Where the damaged database now is. */
  readonly file: string;
  readonly reason: string;
}

const sideFiles = ['', '-wal', '-shm'] as const;

/**
 * Why a database cannot be used, if so. Looks through a connection that only reads: closing one that writes would fold the WAL into a broken file.
 * The whole structure is checked only where the last core did not close it. Throws for faults that are not the file's content.
 */
export function damageOf(file: string): string | undefined {
  const closedCleanly = !existsSync(`${file}-wal`);
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    prepareReader(db);
    db.prepare('SELECT name, sql FROM sqlite_schema').all();
    const state = closedCleanly ? 'ok' : db.pragma('quick_check(1)', { simple: true });
    return state === 'ok' ? undefined : String(state);
  } catch (error) {
    if (saysDamaged(error)) return errorText(error);
    throw error;
  } finally {
    db?.close();
  }
}

/** Moves a database with its side files to `wheelhouse-damaged-<time>.db`; `now` in ms since epoch, UTC. A name that is taken is never reused. */
export function setAside(folder: string, file: string, reason: string, now: number): SetAside {
  const stamp = fileStamp(now);
  const base = join(folder, `wheelhouse-damaged-${stamp}`);
  let target = `${base}.db`;
  for (let n = 2; sideFiles.some((side) => existsSync(target + side)); n++) target = `${base}-${n}.db`;
  // The database goes last: while it stands, the next start finds it and does this again.
  for (const side of [...sideFiles].reverse()) if (existsSync(file + side)) renameSync(file + side, target + side);
  syncFolderOf(target);
  return { file: target, reason };
}

/** A time as part of a file name, UTC: `2026-03-29T01-02-03Z`. */
export function fileStamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(':', '-').concat('Z');
}
