/** `npm test` and its siblings: everything, or `browser`, `desktop`, `screenshots`. Finds what a suite needs, or says exactly what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium, noChromium } from './chromium.ts';
import { testDesktop } from './desktop/packaged.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a Node program of the project and answers its exit code. */
function node(...args: readonly string[]): number {
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (run.error) process.stderr.write(`${run.error.message}\n`);
  return run.status ?? 1;
}

function timed(name: string, run: () => number): number {
  const started = performance.now();
  const code = run();
  process.stdout.write(`\n${name}: ${code === 0 ? 'passed' : 'FAILED'} after ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return code;
}

const playwright = (...args: readonly string[]) =>
  node('node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts', ...args);

function inChromium(project: string, args: readonly string[]): number {
  if (!findOrInstallChromium()) {
    process.stderr.write(noChromium);
    return 2;
  }
  if (!args.includes('--no-build')) {
    const built = node('electron/build.ts');
    if (built !== 0) return built;
  }
  return playwright(`--project=${project}`, ...args.filter((arg) => arg !== '--no-build'));
}

const suites: Readonly<Record<string, (args: readonly string[]) => number>> = {
  browser: (args) => inChromium('browser', args),
  screenshots: (args) => inChromium('pictures', args),
  desktop: (args) => testDesktop({ root, node, args }),
  all: () => {
    const vitest = timed('unit, property, integration and crash tests', () =>
      node('node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'),
    );
    const browser = timed('browser tests', () => inChromium('browser', []));
    return vitest || browser;
  },
};

if (!existsSync(`${root}node_modules/.package-lock.json`)) {
  process.stderr.write('The packages are not here: run `npm ci` first.\n');
  process.exit(2);
}
const [asked = 'all', ...args] = process.argv.slice(2);
const suite = suites[asked];
if (!suite) {
  process.stderr.write(`There is no suite ${asked}; there are ${Object.keys(suites).join(', ')}.\n`);
  process.exit(2);
}
process.exitCode = suite(args);
