/** The folder to which postmortems go: every file is written whole or not at all, nothing outside of it is touched, and nothing that another wrote. */
import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { drillFolder, isPublishedName } from '../../../shared/postmortem/published/file-name.ts';
import { type FrontMatter, longestHead, readFrontMatter } from '../../../shared/postmortem/published/front-matter.ts';
import { indexFile, indexMark, type PublishedFile } from '../../../shared/postmortem/published/published-index.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** What stands at a path: nothing, a postmortem, or what somebody else put there. */
export type Standing = 'free' | FrontMatter | 'foreign';
export type Written = 'written' | 'unchanged';

/** What is left of a writing that a crash cut short. */
const leftover = /^\.wheelhouse-[0-9a-f-]{36}\.part$/;

export class PublishFolder {
  readonly path: string;
  /** Names in the folder and in that of the drills, as they are written there, by the same in small letters: some disks take both for one. */
  readonly #names: Map<string, string>;
  readonly #files: Map<string, FrontMatter>;

  private constructor(path: string, names: Map<string, string>, files: Map<string, FrontMatter>) {
    this.path = path;
    this.#names = names;
    this.#files = files;
  }

  /** Reads what is there. Errors: it is no folder that can be read, in words for a person. */
  static async open(path: string): Promise<Result<PublishFolder, string>> {
    if (!isAbsolute(path)) return err(`${path} is not a whole path. Give one that begins at the top, such as /home/me/postmortems.`);
    try {
      const real = await realpath(path);
      if (!(await stat(real)).isDirectory()) return err(`${path} is a file. Choose a folder.`);
      const rows = [...(await rowsOf(real, '')), ...(await drillRows(real))];
      const files = new Map<string, FrontMatter>();
      for (const { name, entry } of rows) {
        const matter = entry.isFile() && isPublishedName(name) ? readFrontMatter(await headOf(join(real, name))) : undefined;
        if (matter) files.set(name, matter);
      }
      return ok(new PublishFolder(real, new Map(rows.map(({ name }) => [name.toLowerCase(), name])), files));
    } catch (error) {
      return err(faultSays(error, path));
    }
  }

  /** The postmortems that are there. */
  files(): readonly PublishedFile[] {
    return [...this.#files].map(([path, matter]) => ({ path, matter }));
  }

  /** Whether something stands at a path, in whatever letters. */
  has(path: string): boolean {
    return this.#names.has(path.toLowerCase());
  }

  at(path: string): Standing {
    if (!this.has(path)) return 'free';
    return this.#files.get(path) ?? 'foreign';
  }

  /** Writes a postmortem. Only where its path is free or a postmortem: ask `at` before. Errors: in words for a person. */
  async write(path: string, matter: FrontMatter, text: string): Promise<Result<Written, string>> {
    if (!isPublishedName(path)) throw new Error(`no name for a postmortem: ${path}`);
    if (this.at(path) === 'foreign') return err(foreignSays(path));
    const written = await this.#replace(path, text);
    if (written.ok) this.#files.set(path, matter);
    return written;
  }

  /** Writes the list, unless somebody else has a file of that name. */
  async writeIndex(text: string): Promise<Result<Written | 'left', string>> {
    const there = this.#names.get(indexFile.toLowerCase());
    if (there !== undefined && there !== indexFile) return ok('left');
    try {
      if (there !== undefined && !(await this.#isOwnIndex())) return ok('left');
    } catch (error) {
      return err(faultSays(error, indexFile));
    }
    return this.#replace(indexFile, text);
  }

  async #isOwnIndex(): Promise<boolean> {
    const file = join(this.path, indexFile);
    return (await lstat(file)).isFile() && (await headOf(file)).split(/\r?\n/)[0] === indexMark;
  }

  async #replace(path: string, text: string): Promise<Result<Written, string>> {
    const target = join(this.path, path);
    try {
      if (path.startsWith(`${drillFolder}/`)) await this.#makeDrillFolder();
      if (await holds(target, text)) return ok('unchanged');
      await replaceFile(this.path, target, text);
      this.#names.set(path.toLowerCase(), path);
      return ok('written');
    } catch (error) {
      return err(faultSays(error, path));
    }
  }

  /** A link in its place would lead out of the folder. */
  async #makeDrillFolder(): Promise<void> {
    const folder = join(this.path, drillFolder);
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    if (!(await lstat(folder)).isDirectory()) throw new NoFolder(drillFolder);
  }
}

/** Something else stands where a folder must be. */
class NoFolder extends Error {}

/** Through a neighbour and a rename, on disk before it has its name: a crash, or a full disk, leaves the old one. */
async function replaceFile(folder: string, target: string, text: string): Promise<void> {
  const part = join(folder, `.wheelhouse-${randomUUID()}.part`);
  try {
    const file = await open(part, 'wx', 0o644);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Whether a file of its own, not a link to one, has this text. */
async function holds(path: string, text: string): Promise<boolean> {
  const bytes = Buffer.from(text, 'utf8');
  const known = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!known?.isFile() || known.size !== bytes.length) return false;
  const file = await open(path, 'r');
  try {
    return bytes.equals(await file.readFile());
  } finally {
    await file.close();
  }
}

interface Row {
  readonly name: string;
  readonly entry: Dirent;
}

async function rowsOf(folder: string, under: string): Promise<readonly Row[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  const left = entries.filter((entry) => entry.isFile() && leftover.test(entry.name));
  await Promise.all(left.map(({ name }) => rm(join(folder, under, name), { force: true })));
  return entries
    .filter((entry) => !left.includes(entry))
    .map((entry) => ({ name: under === '' ? entry.name : `${under}/${entry.name}`, entry }));
}

async function drillRows(folder: string): Promise<readonly Row[]> {
  const found = await lstat(join(folder, drillFolder)).catch(() => undefined);
  return found?.isDirectory() ? rowsOf(folder, drillFolder) : [];
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(longestHead), 0, longestHead, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Said of a path that somebody else's file has. */
export const foreignSays = (path: string): string =>
  `${path} is there already and was not written by Wheelhouse, so it was left as it is. Move it away, and publish again.`;

function faultSays(error: unknown, path: string): string {
  if (error instanceof NoFolder) return `${error.message} is not a folder, so nothing was written there. Move it away, and publish again.`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `${path} is not there. Create the folder, or choose another.`;
  if (code === 'ENOTDIR') return `${path} is not in a folder. Choose another.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path} cannot be read or written: it is read-only for you. Change that, or choose another folder.`;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return `${path} was not written: the disk is full. What was there before is untouched. Make room, and publish again.`;
  if (code === undefined) throw error;
  return `${path} was not written (${code}). What was there before is untouched.`;
}
