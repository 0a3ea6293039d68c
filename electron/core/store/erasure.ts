/** Erasure: takes a leaked text out of every file of the data folder, and names the files from which it could not. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Erased, EraseFault } from './event-store.ts';
import { busyTimeout } from './pragmas.ts';
import { errorText, sqliteCode } from './sqlite-errors.ts';

/** The key under which the files of backups outside the folder are remembered, as a JSON list of paths. */
export const backupsMadeKey = 'backups-made';

/** What of a data folder an erasure has to look at. */
export interface ErasureGround {
  readonly db: Database.Database;
  readonly databaseFile: string;
  readonly folder: string;
  readonly backupsFolder: string;
}

/** Erases one event's body. `not-found`: no event has the id. `not-recording`: nothing was erased, the disk failed. */
export function erase(ground: ErasureGround, eventId: string): Result<Erased, EraseFault> {
  const { db } = ground;
  if (db.prepare('SELECT 1 FROM events WHERE id = ?').get(eventId) === undefined) {
    return err({ code: 'not-found', message: `no event has the id ${eventId}` });
  }
  try {
    eraseRows(db, eventId, [`INSERT OR IGNORE INTO unfinished_erasures (id) VALUES (?)`]);
  } catch (error) {
    if (!sqliteCode(error)) throw error;
    return err({ code: 'not-recording', message: `nothing was erased: ${errorText(error)}` });
  }
  return ok(finishErasure(ground, eventId));
}

/** Takes up what a crash cut short. Answers what was done about each. */
export function finishErasures(ground: ErasureGround): readonly Erased[] {
  const ids = ground.db.prepare<[], string>('SELECT id FROM unfinished_erasures').pluck().all();
  return ids.map((id) => finishErasure(ground, id));
}

/** The part after the transaction: old pages in the WAL, and the copies of the log. It may run again. */
function finishErasure(ground: ErasureGround, id: string): Erased {
  const rewritten: string[] = [];
  const stillHolding: string[] = [];
  const copies = databasesIn(ground.backupsFolder);
  for (const file of copies) (eraseInCopy(file, id) ? rewritten : stillHolding).push(file);
  stillHolding.push(...otherFiles(ground, copies));
  if (emptyWal(ground.db)) {
    ground.db.prepare('DELETE FROM unfinished_erasures WHERE id = ?').run(id);
    emptyWal(ground.db);
  } else stillHolding.push(`${ground.databaseFile}-wal`);
  return { id, rewritten, stillHolding };
}

function eraseRows(db: Database.Database, id: string, also: readonly string[]): void {
  const run = db.transaction(() => {
    db.prepare(`UPDATE bodies SET body = NULL, salt = NULL WHERE position IN (SELECT position FROM events WHERE id = ?)`).run(id);
    db.prepare(`DELETE FROM search WHERE rowid IN (SELECT position FROM events WHERE id = ?)`).run(id);
    // The hash of a request says whether a guess of it is right.
    db.prepare(
      `UPDATE command_receipts SET request_hash = NULL WHERE command IN (SELECT command FROM events WHERE id = ? AND command IS NOT NULL)`,
    ).run(id);
    // A view of any stream may quote the text: an incident names a merged one, and a list of incidents names them all.
    db.exec('DELETE FROM checkpoints');
    for (const statement of also) db.prepare(statement).run(id);
    // Deleting leaves the words in the old segments of the index; this writes them anew without.
    db.exec(`INSERT INTO search (search) VALUES ('optimize')`);
  });
  run.immediate();
}

/** Whether the WAL could be emptied; a reader that stays in its transaction prevents it. */
function emptyWal(db: Database.Database): boolean {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return result?.busy === 0;
}

/** Erases in one backup. False: it could not be opened or written, and may hold the text. */
function eraseInCopy(file: string, id: string): boolean {
  try {
    const copy = new Database(file, { fileMustExist: true, timeout: busyTimeout });
    try {
      copy.pragma('secure_delete = ON');
      eraseRows(copy, id, []);
      // Whatever an older version of SQLite or of this console left in free pages goes too.
      copy.exec('VACUUM');
    } finally {
      copy.close();
    }
    return true;
  } catch {
    return false;
  }
}

function databasesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name));
}

/** Files that are not ours to rewrite: damaged databases set aside, and backups that were written elsewhere. */
function otherFiles({ db, folder, databaseFile }: ErasureGround, rewritable: readonly string[]): readonly string[] {
  const setAside = readdirSync(folder)
    .filter((name) => name.includes('damaged'))
    .map((name) => join(folder, name));
  const known = new Set([...rewritable, databaseFile].map((file) => resolve(file)));
  return [...setAside, ...backupsMade(db).filter((file) => !known.has(resolve(file)) && existsSync(file) && statSync(file).isFile())];
}

/** Paths of all backups that this console wrote. */
export function backupsMade(db: Database.Database): readonly string[] {
  const json = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(backupsMadeKey);
  return json === undefined ? [] : (JSON.parse(json) as readonly string[]);
}
