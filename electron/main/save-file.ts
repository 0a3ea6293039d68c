/** Saves a text or bytes where the person says, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { SaveFileRequest } from '../preload/channels.ts';
import { whyNotWritten } from './write-fault.ts';

/** Asks where, and writes there. Answers the path; null when the person changed their mind or, after they were told, when it could not be written. */
export async function saveFile(window: BrowserWindow, { suggestedName, content }: SaveFileRequest): Promise<string | null> {
  const name = basename(suggestedName.replaceAll('\\', '/')) || 'draft.md';
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('documents'), name) });
  if (canceled || !filePath) return null;
  try {
    await writeWhole(filePath, content);
    return filePath;
  } catch (error) {
    await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The file was not saved.',
      detail: `${filePath}\n\n${whyNotWritten(error)}`,
      buttons: ['OK'],
      noLink: true,
    });
    return null;
  }
}

/** Writes beside the target and renames over it, so that a full disk leaves the former file as it was. The former file's permissions are kept. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  // A name of its own length: with the target's in it, a long one would not fit the file system.
  const beside = join(dirname(path), `.wheelhouse-${randomUUID()}`);
  const mode = await stat(path).then(
    (former) => former.mode & 0o777,
    () => undefined,
  );
  try {
    const file = await open(beside, 'wx', 0o644);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
