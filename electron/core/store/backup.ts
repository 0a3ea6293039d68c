/** Backups: a whole, consistent copy of the log in one file, without the identity of the console that wrote it. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { backupsMade, backupsMadeKey } from './erasure.ts';
import type { BackedUp, BackupFault } from './event-store.ts';
import { createPrivately, syncFolderOf, syncPath } from './private-files.ts';
import { errorText } from './sqlite-errors.ts';

/** The facts about a console that a copy may keep. Origin and keys stay behind: two consoles with one origin would fork every chain. */
const keptInBackups = ['person'] as const;

/** Writes a copy beside the running log and remembers where. `file-exists`: nothing is ever overwritten. `not-written`: the disk failed, no file is left. */
export function backUp(db: Database.Database, file: string): Result<BackedUp, BackupFault> {
  const target = resolve(file);
  if (existsSync(target)) return err({ code: 'file-exists', message: `${target} exists; choose another name` });
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { force: true });
    const events = writeCopy(db, partial);
    renameSync(partial, target);
    syncFolderOf(target);
    remember(db, target);
    return ok({ file: target, events });
  } catch (error) {
    rmSync(partial, { force: true });
    return err({ code: 'not-written', message: `the backup was not written: ${errorText(error)}` });
  }
}

/** VACUUM INTO keeps row ids, so positions are the same in the copy; it also leaves free pages behind. */
function writeCopy(db: Database.Database, file: string): number {
  createPrivately(file);
  db.prepare('VACUUM INTO ?').run(file);
  const copy = new Database(file, { fileMustExist: true });
  let events: number;
  try {
    copy.pragma('secure_delete = ON');
    copy.pragma('journal_mode = DELETE');
    copy.prepare(`DELETE FROM meta WHERE key NOT IN (${keptInBackups.map(() => '?').join(', ')})`).run(...keptInBackups);
    events = copy.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0;
    const state = copy.pragma('quick_check(1)', { simple: true });
    if (state !== 'ok') throw new Error(`the copy is damaged: ${String(state)}`);
  } finally {
    copy.close();
  }
  syncPath(file);
  return events;
}

function remember(db: Database.Database, file: string): void {
  const files = [...backupsMade(db).filter((known) => known !== file && existsSync(known)), file];
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
    backupsMadeKey,
    JSON.stringify(files),
  );
}
