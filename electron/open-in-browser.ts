/** Opens an address in an installed browser, as a window of its own where the browser can do that. */
import { spawn } from 'node:child_process';
import { chromiumNames, macApp, macChromiums, onPath, readable, windowsPrograms } from './installed-browsers.ts';

interface Launch {
  readonly program: string;
  readonly args: (url: string) => readonly string[];
}

const asApp = (url: string): readonly string[] => [`--app=${url}`];

/** In order of preference; the last ones show the address as a page among others. */
const linuxBrowsers: readonly Launch[] = [
  ...chromiumNames.map((program) => ({ program, args: asApp })),
  { program: 'firefox', args: (url) => ['--new-window', url] },
  { program: 'xdg-open', args: (url) => [url] },
];

/** Answers whether a browser was started. Never where there is no screen to show it on. */
export async function openInBrowser(url: string): Promise<boolean> {
  for (const { program, args } of launches()) if (await started(program, args(url))) return true;
  return false;
}

function launches(): readonly Launch[] {
  if (process.platform === 'darwin') {
    const apps = macChromiums.filter((name) => readable(macApp(name)));
    return [
      ...apps.map((name) => ({ program: 'open', args: (url: string) => ['-na', name, '--args', `--app=${url}`] })),
      { program: 'open', args: (url) => [url] },
    ];
  }
  if (process.platform === 'win32') return windowsPrograms().map((program) => ({ program, args: asApp }));
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasScreen ? linuxBrowsers.flatMap(({ program, args }) => onPath(program).map((found) => ({ program: found, args }))) : [];
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
