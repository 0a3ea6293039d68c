/** `npm test` and its siblings: everything, or `browser`, `desktop`, `screenshots`. Finds what a suite needs, or says exactly what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedChromiums } from '../electron/installed-browsers.ts';
import { findOrInstallChromium, noChromium } from './chromium.ts';
import { testDesktop } from './desktop/packaged.ts';
import { missingReaders, noReaders } from './document-readers.ts';

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

/** What Vitest's report in JSON says of a file of tests: `message` where the file itself could not be read. */
interface TestedFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[];
}

/** Each test that failed, with the beginning of its fault: said last, where a long output is read first. */
function failures(report: string): readonly string[] {
  if (!existsSync(report)) return ['Vitest ended without a report.'];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { readonly testResults: readonly TestedFile[] };
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    const file = name.replace(root, '');
    if (failed.length === 0 && status === 'failed') return [`${file}: ${message.slice(0, 500)}`];
    return failed.map((one) => `${file} › ${one.fullName}\n  ${(one.failureMessages[0] ?? '').slice(0, 500)}`);
  });
}

/** Every Vitest test; what failed is told again once the browser tests are over. */
function vitest(): { readonly code: number; readonly failed: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = node('node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...reporters);
  const failed = code === 0 ? [] : failures(report);
  rmSync(folder, { recursive: true, force: true });
  return { code, failed };
}

const suites: Readonly<Record<string, (args: readonly string[]) => number>> = {
  browser: (args) => inChromium('browser', args),
  screenshots: (args) => inChromium('pictures', args),
  desktop: (args) => testDesktop({ root, node, args }),
  all: () => {
    // PDFs are printed by it, long before the interface is tested in it.
    const browser = findOrInstallChromium();
    if (!browser) {
      process.stderr.write(noChromium);
      return 2;
    }
    if (installedChromiums().length === 0) process.env.WHEELHOUSE_CHROMIUM = browser;
    const missing = missingReaders();
    let failed: readonly string[] = [];
    const inNode = timed('unit, property, integration and crash tests', () => {
      const run = vitest();
      failed = run.failed;
      return run.code;
    });
    const inBrowser = timed('browser tests', () => inChromium('browser', []));
    if (failed.length > 0) process.stdout.write(`\nFailed before the browser tests:\n${failed.join('\n')}\n`);
    if (missing.length > 0) process.stdout.write(`\n${noReaders(missing)}\n`);
    return inNode || inBrowser;
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
