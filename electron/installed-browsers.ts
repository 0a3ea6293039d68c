/** Which browsers are installed on this machine: those that can be told what to do, and where. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs on the PATH that are Chromium under one name or another, in order of preference. */
export const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi',
] as const;
/** The same as apps of macOS, and under the program folders of Windows. */
export const macChromiums = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'] as const;
const windowsChromiums = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Every Chromium's program here; where WHEELHOUSE_CHROMIUM names one, that alone. */
export function installedChromiums(): readonly string[] {
  const named = process.env.WHEELHOUSE_CHROMIUM;
  if (named) return executable(named) ? [named] : [];
  if (process.platform === 'darwin') return macChromiums.map((name) => join(macApp(name), 'Contents/MacOS', name)).filter(executable);
  if (process.platform === 'win32') return windowsPrograms();
  return chromiumNames.flatMap(onPath);
}

export const macApp = (name: string): string => join('/Applications', `${name}.app`);

export function windowsPrograms(): readonly string[] {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter((root) => root !== undefined);
  return windowsChromiums.flatMap((name) => roots.map((root) => join(root, name))).filter(readable);
}

/** Where the program is that this name starts: one path, or none. */
export function onPath(program: string): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = folders.map((folder) => join(folder, program)).find(executable);
  return found === undefined ? [] : [found];
}

function executable(path: string): boolean {
  return permits(path, constants.X_OK);
}

export function readable(path: string): boolean {
  return permits(path, constants.R_OK);
}

function permits(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
