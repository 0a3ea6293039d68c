/** Finds a Chromium for the browser tests, or installs one, or says exactly what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'],
};

/** The executable that WHEELHOUSE_CHROMIUM names, or Playwright's own, or one that is installed on the machine; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.WHEELHOUSE_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return [chromium.executablePath(), ...(places[process.platform] ?? [])].find((path) => path !== '' && existsSync(path));
}

/** Finds one, or installs one: Debian's own as root, Playwright's otherwise. Answers its path, or undefined when neither could be had. */
export function findOrInstallChromium(): string | undefined {
  const found = findChromium();
  if (found) return found;
  const installers: readonly (readonly string[])[] = [
    ...(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
      ? [['sh', '-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium']]
      : []),
    [process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium'],
  ];
  for (const [program, ...args] of installers) {
    if (program === undefined) continue;
    process.stderr.write(`No Chromium here; trying: ${[program, ...args].join(' ')}\n`);
    spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
    const installed = findChromium();
    if (installed) return installed;
  }
  return undefined;
}

/** What a person is told when no Chromium could be had. */
export const noChromium = `The browser tests need a Chromium, and none was found or could be installed. One of these helps:
  Debian, Ubuntu    sudo apt-get install chromium
  any system        npx playwright install chromium
  your own          WHEELHOUSE_CHROMIUM=/path/to/chrome npm test
`;
