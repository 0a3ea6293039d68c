/** Opening a data folder: lock, damage, version, migration, and only then a store. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { backUp } from './backup.ts';
import { finishErasures } from './erasure.ts';
import type { Erased } from './event-store.ts';
import { type Lock, type LockFault, takeLock } from './lock.ts';
import { migrate, migrations, type VersionFault, versionOf } from './migrate.ts';
import { prepareReader, prepareWriter } from './pragmas.ts';
import { createPrivately, makePrivateFolder } from './private-files.ts';
import { damageOf, fileStamp, type SetAside, setAside } from './set-aside.ts';
import { errorText } from './sqlite-errors.ts';
import { SqliteReader, SqliteStore } from './sqlite-store.ts';

const databaseName = 'wheelhouse.db';
const backupsName = 'backups';

/** Why a data folder could not be opened; `message` is one line for a person. */
export type OpenFault =
  | LockFault
  | VersionFault
  /** The folder, the file system or SQLite itself does not do what a log needs. */
  | { readonly code: 'unusable'; readonly message: string }
  /** Reading only: there is no log in the folder yet. */
  | { readonly code: 'no-log'; readonly message: string }
  /** Reading only: the file is damaged, or the console that owns it has to upgrade it first. */
  | { readonly code: 'damaged' | 'outdated'; readonly message: string };

export interface OpenedStore {
  readonly store: SqliteStore;
  /** A damaged log was found and a new one begun: a person must be told. */
  readonly setAside?: SetAside;
  /** Erasures that a crash had cut short and that are now done: what still holds a text must be told. */
  readonly erasuresFinished: readonly Erased[];
}

/** Opens the log of a folder for writing, and makes both where there are none. `now`: ms since epoch, UTC, for the names of files. */
export function openStore(folder: string, now: number): Result<OpenedStore, OpenFault> {
  let lock: Result<Lock, LockFault>;
  try {
    makePrivateFolder(folder);
    makePrivateFolder(join(folder, backupsName));
    lock = takeLock(folder);
  } catch (error) {
    return err(unusable(folder, error));
  }
  if (!lock.ok) return lock;
  const { release } = lock.value;
  try {
    const opened = openLocked(folder, now, release);
    if (!opened.ok) release();
    return opened;
  } catch (error) {
    release();
    return err(unusable(folder, error));
  }
}

function openLocked(folder: string, now: number, release: () => void): Result<OpenedStore, OpenFault> {
  const file = join(folder, databaseName);
  const aside = setAsideIfDamaged(folder, file, now);
  createPrivately(file);
  const foreign = versionBefore(file);
  if (!foreign.ok) return foreign;
  const db = new Database(file, { fileMustExist: true });
  try {
    prepareWriter(db);
    const backupsFolder = join(folder, backupsName);
    migrate(db, foreign.value, () => backUpBeforeMigration(db, backupsFolder, now));
    // What the last core left in the WAL is now in the database, which a torn WAL cannot reach.
    db.pragma('wal_checkpoint(TRUNCATE)');
    const ground = { db, databaseFile: file, folder, backupsFolder, release };
    const erasuresFinished = finishErasures(ground);
    return ok({ store: new SqliteStore(ground), erasuresFinished, ...(aside && { setAside: aside }) });
  } catch (error) {
    db.close();
    throw error;
  }
}

function setAsideIfDamaged(folder: string, file: string, now: number): SetAside | undefined {
  if (!existsSync(file)) return undefined;
  const reason = statSync(file).size === 0 && !existsSync(`${file}-wal`) ? undefined : damageOf(file);
  return reason === undefined ? undefined : setAside(folder, file, reason, now);
}

/** Looks before anything is set: a database that is not ours to open is not changed in any byte. */
function versionBefore(file: string): Result<number, VersionFault> {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return versionOf(db);
  } finally {
    db.close();
  }
}

function backUpBeforeMigration(db: Database.Database, folder: string, now: number): void {
  const backedUp = backUp(db, join(folder, `before-version-${migrations.length}-${fileStamp(now)}.db`));
  if (!backedUp.ok) throw new Error(backedUp.error.message);
}

/** Opens the log of a folder for reading only, beside a core that may be writing it. */
export function openReadOnly(folder: string): Result<SqliteReader, OpenFault> {
  const file = join(folder, databaseName);
  if (!existsSync(file)) return err({ code: 'no-log', message: `there is no log in ${folder}` });
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    prepareReader(db);
    const version = versionOf(db);
    const fault = version.ok ? outdated(version.value) : version.error;
    if (!fault) return ok(new SqliteReader(db));
    db.close();
    return err(fault);
  } catch (error) {
    db?.close();
    return err({ code: 'damaged', message: `the log in ${folder} cannot be read: ${errorText(error)}` });
  }
}

function outdated(version: number): OpenFault | undefined {
  if (version === migrations.length) return undefined;
  return { code: 'outdated', message: 'this log was written by an older Wheelhouse: open it once in the console, which upgrades it' };
}

function unusable(folder: string, error: unknown): OpenFault {
  return { code: 'unusable', message: `the data folder ${folder} cannot be used: ${errorText(error)}` };
}
