/** Files and folders that only their owner may read. */
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder, and those above it, with mode 0700. A folder that is there keeps the mode that its owner gave it. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Makes an empty file with mode 0600 where there is none; SQLite gives its side files the mode of the database.
 * A file that is there is not touched: closing any handle of it would end the locks that this process holds on it.
 */
export function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Makes names in a file's folder durable. Windows has no such call and needs none. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return;
  syncPath(dirname(file));
}

/** Makes a file or a folder durable. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
