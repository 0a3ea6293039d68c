/** The machine that the figures are from: without it they say nothing. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import Database from 'better-sqlite3';

/** One line: processor, cores, memory, kernel, file system of the folder, the versions that matter, and how busy it was already. */
export function machineLine(folder: string): string {
  const [first] = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const kernel = `${type()} ${release()}`;
  return `${first?.model.trim() ?? 'unknown CPU'} · ${cpus().length} cores · ${memory} · ${kernel} · ${fileSystemOf(folder)} · Node ${process.versions.node} · SQLite ${sqliteVersion()} · load ${loadavg()[0]?.toFixed(1)} before`;
}

function sqliteVersion(): string {
  const db = new Database(':memory:');
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get();
  db.close();
  return version ?? 'unknown';
}

/** The type of the file system that holds a folder, where the system says so. */
function fileSystemOf(folder: string): string {
  let mounts: string;
  try {
    mounts = readFileSync('/proc/mounts', 'utf8');
  } catch {
    return `${process.platform}’s file system`;
  }
  const holding = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([, at, kind]) =>
      at !== undefined && kind !== undefined && `${folder}/`.startsWith(at === '/' ? '/' : `${at}/`) ? [{ at, kind }] : [],
    )
    .toSorted((a, b) => b.at.length - a.at.length);
  return holding[0]?.kind ?? 'unknown file system';
}
