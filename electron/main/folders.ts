/** Where the desktop app finds what ships with it, and where it keeps what people write. */
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';

/** The folder of the app itself: `app.asar` when packaged. This file is `dist/main/main.js` by then. */
const shipped = fileURLToPath(new URL('../..', import.meta.url));

export const folders = {
  renderer: join(shipped, 'dist/renderer'),
  preload: join(shipped, 'dist/preload/preload.cjs'),
  core: join(shipped, 'dist/core/core-process.js'),
  samples: join(shipped, 'resources/samples'),
  icon: join(shipped, 'resources/icons/256x256.png'),
  trayIcon: join(shipped, 'resources/icons/16x16.png'),
  trayIconTwice: join(shipped, 'resources/icons/32x32.png'),
} as const;

/** Settles the profile folder before anything reads it: `--user-data-dir`, or the name that the command line uses too, whatever the package is called. */
export function settleProfile(app: App): void {
  app.setName('Wheelhouse');
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', asked === '' ? join(app.getPath('appData'), 'Wheelhouse') : resolve(asked));
}

/** The data folder: `WHEELHOUSE_DATA`, else `data` in the profile, which is the command line's default too. */
export function dataFolder(app: App): string {
  const named = process.env.WHEELHOUSE_DATA;
  if (named) return isAbsolute(named) ? named : resolve(named);
  return join(app.getPath('userData'), 'data');
}
