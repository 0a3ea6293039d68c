/** Where the command line finds the core that holds a data folder. */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/** The longest path that every system's sockets take (macOS: 104 bytes with the end mark). */
const maxSocketPath = 100;

/** The address of the core of a data folder: a socket in the folder, or, where that path is too long, one in a private folder of the system's temporary one; a named pipe on Windows. */
export function socketAddress(dataDir: string): string {
  const folder = resolve(dataDir);
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\wheelhouse-${name}`;
  const inside = join(folder, 'core.sock');
  if (Buffer.byteLength(inside) <= maxSocketPath) return inside;
  return join(privateTemporaryFolder(), `${name}.sock`);
}

function privateTemporaryFolder(): string {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `wheelhouse-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  // Anyone may make a folder of this name first: theirs is not ours to listen in.
  if (!found.isDirectory() || found.uid !== uid) throw new Error(`${folder} belongs to somebody else`);
  chmodSync(folder, 0o700);
  return folder;
}
