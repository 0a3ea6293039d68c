/** `npm start`: opens the desktop app where Electron can be had, and the same console in a browser everywhere else. `--browser` asks for the latter. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openInBrowser } from './open-in-browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const electronFolder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..');
/** How long the release server may take to answer, and then to deliver, ms. */
const answerPatience = 5_000;
const fetchPatience = 600_000;
/** An app that ends with a signal sooner than this, ms, never opened its window. */
const stillborn = 5_000;

const say = (line: string) => process.stderr.write(`${line}\n`);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const args = process.argv.slice(2);
const wantsBrowser = args.includes('--browser');
const passedOn = args.filter((arg) => arg !== '--browser');

const electron = wantsBrowser ? undefined : await desktopProgram();
process.exitCode = await (electron ? desktop(electron) : browser());

/** Electron's program, or undefined after one line that says why not. */
async function desktopProgram(): Promise<string | undefined> {
  const instead = 'the same console is served to a browser instead.';
  if (!hasDisplay) return void say(`There is no display here (neither DISPLAY nor WAYLAND_DISPLAY), so ${instead}`);
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return void say(`Electron keeps its sandbox, which refuses to run as root, so ${instead}`);
  }
  const program = installedElectron() ?? (await fetchElectron());
  return program ?? void say(`Electron's program is not here and could not be fetched, so ${instead}`);
}

function installedElectron(): string | undefined {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = programName();
  const program = join(override ?? join(electronFolder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

function programName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Has Electron's own installer fetch its program, once; quietly, and only when the release server answers at all. */
async function fetchElectron(): Promise<string | undefined> {
  const { env } = process;
  const behindProxy = Boolean(env.HTTPS_PROXY || env.https_proxy || env.ALL_PROXY);
  const server = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/';
  if (!behindProxy && !(await answers(server))) return undefined;
  say('Fetching Electron, once (about 110 MB)…');
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore', timeout: fetchPatience });
  return installedElectron();
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerPatience) });
    return true;
  } catch {
    return false;
  }
}

/** Runs the desktop app until it ends; answers its exit code. */
async function desktop(program: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(program, [root, ...passedOn], { stdio: 'inherit' });
  const { code, signal } = await ended(child);
  if (signal === null || signal === 'SIGINT' || signal === 'SIGTERM' || performance.now() - startedAt > stillborn) return code ?? 0;
  say(
    `Electron could not start here (${signal}: often its sandbox is not allowed by the system), so the same console is served to a browser instead.`,
  );
  return browser();
}

/** Serves the console on loopback until it is told to stop, and shows it. */
async function browser(): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'electron/cli.ts'), 'serve', ...passedOn], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const over = ended(child);
  createInterface({ input: child.stdout }).once('line', (line) => void show(line));
  return (await over).code ?? 0;
}

/** The first line of `serve` says where the console is. */
async function show(line: string): Promise<void> {
  const { url, token } = JSON.parse(line) as { readonly url: string; readonly token: string };
  const address = `${url}/?token=${encodeURIComponent(token)}`;
  const opened = hasDisplay && (await openInBrowser(address));
  process.stdout.write(`${opened ? 'Wheelhouse is open in a browser, and is at' : 'Wheelhouse is at'} ${address}\nCtrl+C ends it.\n`);
}

/** Waits for a child. The keyboard's Ctrl+C reaches it by itself; a signal to this process alone is passed on. */
function ended(child: ReturnType<typeof spawn>): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(error.message);
      resolve({ code: 1, signal: null });
    });
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
}
