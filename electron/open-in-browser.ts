/** Opens an address in an installed browser, as a window of its own where the browser can do that. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Launch {
  readonly program: string;
  readonly args: (url: string) => readonly string[];
}

const asApp = (url: string): readonly string[] => [`--app=${url}`];

/** In order of preference; the last ones show the address as a page among others. */
const linuxBrowsers: readonly Launch[] = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser', 'vivaldi'].map(
    (program) => ({
      program,
      args: asApp,
    }),
  ),
  { program: 'firefox', args: (url) => ['--new-window', url] },
  { program: 'xdg-open', args: (url) => [url] },
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const windowsBrowsers = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Answers whether a browser was started. Never where there is no screen to show it on. */
export async function openInBrowser(url: string): Promise<boolean> {
  for (const { program, args } of launches()) if (await started(program, args(url))) return true;
  return false;
}

function launches(): readonly Launch[] {
  if (process.platform === 'darwin') {
    const apps = macApps.map((name) => ({ name, path: join('/Applications', `${name}.app`) })).filter(({ path }) => readable(path));
    return [
      ...apps.map(({ name }) => ({ program: 'open', args: (url: string) => ['-na', name, '--args', `--app=${url}`] })),
      { program: 'open', args: (url) => [url] },
    ];
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const programs = windowsBrowsers.flatMap((name) => roots.map((root) => join(root, name))).filter(readable);
    return programs.map((program) => ({ program, args: asApp }));
  }
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasScreen ? linuxBrowsers.flatMap(onPath) : [];
}

function onPath(launch: Launch): readonly Launch[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = folders.map((folder) => join(folder, launch.program)).find(executable);
  return found === undefined ? [] : [{ ...launch, program: found }];
}

function started(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function executable(path: string): boolean {
  return permits(path, constants.X_OK);
}

function readable(path: string): boolean {
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
