/** Hands out the built renderer: exact files of one folder, and never anything outside it. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import * as z from 'zod';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Whether its name holds a hash of its content, so that it may be kept for ever. */
  readonly immutable: boolean;
}

/** The file at an address' path, or `undefined`. Only kinds of file that a page is made of are handed out. */
export async function staticFile(folder: string, pathname: string): Promise<StaticFile | undefined> {
  const relative = pathname === '/' ? 'index.html' : pathname.slice(1);
  const mediaType = mediaTypes[extname(relative)];
  if (mediaType === undefined || !/^[\w./@-]+$/.test(relative)) return undefined;
  try {
    const root = await realpath(folder);
    // A link inside the folder could lead out of it: what counts is where the file really is.
    const file = await realpath(join(root, relative));
    if (!file.startsWith(root + sep)) return undefined;
    return { bytes: await readFile(file), mediaType, immutable: relative.startsWith('assets/') };
  } catch {
    return undefined;
  }
}

const contentSecurity = z.object({ styleHashes: z.array(z.string().regex(/^sha256-[A-Za-z0-9+/=]+$/)) });

/** Hashes of the inline styles that the build names in `content-security.json`; none where the folder or the file is absent. */
export async function builtStyleHashes(folder: string): Promise<readonly string[]> {
  try {
    const parsed = contentSecurity.safeParse(JSON.parse(await readFile(join(folder, 'content-security.json'), 'utf8')));
    return parsed.success ? parsed.data.styleHashes : [];
  } catch {
    return [];
  }
}
