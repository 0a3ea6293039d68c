/** Where the console keeps its data unless told otherwise: in the desktop app's profile, so that the app and the command line have one log. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The folder for a machine: Electron's `userData` by the convention of each system, and `data` in it. `WHEELHOUSE_DATA` goes before. */
export function defaultDataFolder(
  { platform, env, home }: Machine = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const named = env.WHEELHOUSE_DATA;
  return named ? named : join(profilesFolder({ platform, env, home }), 'Wheelhouse', 'data');
}

function profilesFolder({ platform, env, home }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env.APPDATA || join(home, 'AppData', 'Roaming');
  return env.XDG_CONFIG_HOME || join(home, '.config');
}
