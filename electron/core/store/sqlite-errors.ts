/** What an error of SQLite says about the file beneath it. */
import Database from 'better-sqlite3';

/** SQLite's extended code of an error, `SQLITE_IOERR_WRITE` for one; undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined;
}

/** Whether the file's content is no database, or a broken one. */
export function saysDamaged(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== undefined && (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'));
}

/** One line about an error, for a person. */
export function errorText(error: unknown): string {
  const code = sqliteCode(error);
  const message = error instanceof Error ? error.message : String(error);
  return code ? `${message} (${code})` : message;
}
