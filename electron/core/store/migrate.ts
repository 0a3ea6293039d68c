/** Brings a database to the version that this console writes: all pending steps in one transaction, a backup first. */
import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { log } from './migrations/0001-log.ts';
import { applicationId } from './pragmas.ts';

/** One script for each version, in order; what was released never changes. */
export const migrations: readonly string[] = [log];

/** Why a database cannot be used by this console. */
export interface VersionFault {
  readonly code: 'from-the-future' | 'not-ours';
  readonly message: string;
}

/** The version of a database: 0 for a new, empty one. Refuses those of a later console and those of another program. */
export function versionOf(db: Database.Database, steps: readonly string[] = migrations): Result<number, VersionFault> {
  const version = db.pragma('user_version', { simple: true }) as number;
  const owner = db.pragma('application_id', { simple: true }) as number;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (tables === 0 && version === 0 && owner === 0) return ok(0);
  if (owner !== applicationId)
    return err({ code: 'not-ours', message: 'this file is a database of another program; choose another data folder' });
  if (version <= steps.length) return ok(version);
  const message = `this log was written by a newer Wheelhouse (version ${version} of the database; this one knows ${steps.length}): upgrade this console to open it`;
  return err({ code: 'from-the-future', message });
}

/** Runs the steps that a database still lacks; `backUp` is called first, except for a new database. Throws, and changes nothing, where a step fails. */
export function migrate(db: Database.Database, version: number, backUp: () => void, steps: readonly string[] = migrations): void {
  const pending = steps.slice(version);
  if (pending.length === 0) return;
  if (version > 0) backUp();
  const run = db.transaction(() => {
    for (const step of pending) db.exec(step);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${steps.length}`);
  });
  run.immediate();
}
