/** Packages the desktop app as it would be shipped, and runs its tests in it: in a real Electron, with the sandbox on. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Runners {
  readonly root: string;
  /** Runs a Node program of the project; answers its exit code. */
  readonly node: (...args: readonly string[]) => number;
  readonly args: readonly string[];
}

/** What the machine offers: a folder with Electron's program and, where that one is older than ours, what it needs to load our database. */
interface Runtime {
  readonly builderArgs: readonly string[];
  readonly sqliteBinding?: string;
}

/** Exit code 0 when the tests passed; 3 when there is no Electron to test with, which it says. */
export function testDesktop({ root, node, args }: Runners): number {
  const tools = resolve(root, process.env.WHEELHOUSE_TOOLS ?? '../shared/tools');
  const runtime = findRuntime(root, tools);
  if (!runtime) return 3;
  const built = args.includes('--no-build') ? 0 : node('electron/build.ts');
  if (built !== 0) return built;
  // Outside the tree, so that another user may read it wherever the tree is.
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-desktop-'));
  try {
    chmodSync(folder, 0o755);
    const packaged = node('node_modules/electron-builder/cli.js', '--dir', `-c.directories.output=${folder}`, ...runtime.builderArgs);
    if (packaged !== 0) return packaged;
    return inPackage(root, tools, folder, runtime, args);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `electron-runtime` of the tools beside the project, or Electron's own program when the package has fetched it. */
function findRuntime(root: string, tools: string): Runtime | undefined {
  // In the package under test alone: Playwright attaches by --inspect.
  const inspect = '-c.electronFuses.enableNodeCliInspectArguments=true';
  if (existsSync(join(root, 'node_modules/electron/dist/version'))) return { builderArgs: [inspect] };
  const script = join(tools, 'electron-runtime');
  if (!existsSync(script)) {
    process.stderr.write(
      `The desktop tests need a real Electron, and there is none: ${script} is not there, and Electron's own program is not in node_modules/electron/dist.\n` +
        'Where the network allows it, `npx install-electron` fetches it. WHEELHOUSE_TOOLS names another folder of tools.\n',
    );
    return undefined;
  }
  const run = spawnSync(script, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const said = (name: string) => new RegExp(`^export ${name}=(.*)$`, 'm').exec(run.stdout)?.[1];
  const dist = said('ELECTRON_OVERRIDE_DIST_PATH');
  const version = said('ELECTRON_RUNTIME_VERSION');
  const sqliteBinding = said('SQLITE_COMPAT_BINDING');
  if (run.status !== 0 || !dist || !version || !sqliteBinding) {
    process.stderr.write(`${script} gave no Electron.\n`);
    return undefined;
  }
  return { builderArgs: [inspect, `-c.electronDist=${dist}`, `-c.electronVersion=${version}`], sqliteBinding };
}

function inPackage(root: string, tools: string, folder: string, runtime: Runtime, args: readonly string[]): number {
  const app = join(folder, 'linux-unpacked');
  if (runtime.sqliteBinding) {
    copyFileSync(runtime.sqliteBinding, join(app, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'));
  }
  const program = join(app, 'wheelhouse');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(join(app, 'chrome-sandbox'), 0o4755);
  const env = {
    ...process.env,
    WHEELHOUSE_PACKAGED: program,
    // Chromium's sandbox refuses root: the app is then started as another user.
    ...(asRoot ? { WHEELHOUSE_LAUNCHER: join(tools, 'as-nobody'), AS_NOBODY: program } : {}),
  };
  const playwright = [
    process.execPath,
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--project=desktop',
    ...args.filter((arg) => arg !== '--no-build'),
  ];
  const command = process.env.DISPLAY ? playwright : ['xvfb-run', '-a', '-s', '-ac -screen 0 1920x1080x24', ...playwright];
  const [first = '', ...rest] = command;
  const run = spawnSync(first, rest, { cwd: root, stdio: 'inherit', env });
  if (run.error) process.stderr.write(`${run.error.message}\n`);
  return run.status ?? 1;
}
