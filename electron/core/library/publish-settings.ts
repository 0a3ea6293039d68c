/** Where postmortems are published from this installation: a small file of the data folder, and no part of the log. */
import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import type { ApiError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readPrivateFile, writePrivateFile } from '../server/private-file.ts';
import { PublishFolder } from './publish-folder.ts';

const fileName = 'publishing.json';
const fileSchema = z.object({ version: z.literal(1), folder: z.string() });

export class PublishSettings {
  readonly #dataDir: string;
  readonly #mode: 'writing' | 'reading';

  constructor(dataDir: string, mode: 'writing' | 'reading') {
    this.#dataDir = dataDir;
    this.#mode = mode;
  }

  /** The chosen folder; `null` for none, or where the file cannot be read. */
  folder(): string | null {
    const text = readPrivateFile(join(this.#dataDir, fileName));
    const read = fileSchema.safeParse(text === undefined ? undefined : parsed(text));
    return read.success && read.data.folder !== '' ? read.data.folder : null;
  }

  /** Chooses a folder, or none. Errors: it is none that can be published to. */
  async choose(folder: string | null): Promise<Result<string | null, ApiError>> {
    if (this.#mode === 'reading') return err({ code: 'not-recording', message: 'This console is open for reading only.' });
    if (folder !== null) {
      const opened = await this.open(folder);
      if (!opened.ok) return opened;
    }
    try {
      writePrivateFile(join(this.#dataDir, fileName), `${JSON.stringify({ version: 1, folder: folder ?? '' })}\n`);
    } catch (error) {
      return err({ code: 'not-recording', message: `The choice could not be kept: ${(error as Error).message}` });
    }
    return ok(folder);
  }

  /** Opens the chosen folder, or the one that is given. */
  async open(given?: string): Promise<Result<PublishFolder, ApiError>> {
    const folder = given ?? this.folder();
    if (folder === null) return invalid('No folder was chosen to publish to. Choose one first: it may be a clone of a git repository.');
    const opened = await PublishFolder.open(folder);
    if (!opened.ok) return invalid(opened.error);
    const own = relative(await realpath(this.#dataDir), opened.value.path);
    const isOwn = own === '' || (own !== '..' && !own.startsWith(`..${sep}`) && own !== opened.value.path);
    return isOwn ? invalid('That is where the console keeps its log. Choose a folder of its own for postmortems.') : ok(opened.value);
  }
}

function invalid(message: string): Result<never, ApiError> {
  return err({ code: 'invalid', message, fields: [{ path: 'folder', message }] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
