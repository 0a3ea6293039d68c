/** Starts the packaged app for a test, with a profile of its own. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Bridge } from '../../shared/api/bridge.ts';

declare global {
  interface Window {
    readonly wheelhouse?: Bridge;
  }
}

/** The packaged program, and what starts it: itself, or a launcher that starts it as another user. */
const program = process.env.WHEELHOUSE_PACKAGED ?? '';
const launcher = process.env.WHEELHOUSE_LAUNCHER ?? program;

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page's content security policy refused, so far. */
  readonly violations: () => Promise<readonly string[]>;
}

/** The packaged program, for reading its fuses. */
export function packagedProgram(): string {
  if (program === '') throw new Error('WHEELHOUSE_PACKAGED names no program: run these tests with `npm run test:desktop`');
  return program;
}

/** An empty profile, which the user that the app runs as may write. */
export function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'wheelhouse-profile-'));
  chmodSync(profile, 0o777);
  return profile;
}

/** Launches the app on a profile and waits for its first window. `env` is added to the environment. */
export async function launch(profile: string, env: Readonly<Record<string, string>> = {}): Promise<Desktop> {
  packagedProgram();
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const app = await _electron.launch({
    executablePath: launcher,
    args: [`--user-data-dir=${profile}`],
    chromiumSandbox: true,
    env: { ...inherited, ...env },
  });
  const page = await app.firstWindow();
  // A page that is still on its way may miss the script, and its load would meet ours.
  await page.waitForURL(/^app:/);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.defineProperty(window, 'refusedByPolicy', { value: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  // The first page was there before the script: once more, with it.
  await page.reload();
  await expect.poll(() => page.evaluate(() => 'refusedByPolicy' in window)).toBe(true);
  return {
    app,
    page,
    violations: () => page.evaluate(() => (window as unknown as { refusedByPolicy: readonly string[] }).refusedByPolicy),
  };
}

/** A box as the operating system was asked to show it. `enter` and `escape` name the buttons of these keys. */
export interface AskedBox {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly enter: string | undefined;
  readonly escape: string | undefined;
}

/** From now on presses the first of these buttons that a box has, else what Escape would press, and tells what the boxes said. */
export async function answerBoxes(app: ElectronApplication, ...press: readonly string[]): Promise<() => Promise<readonly AskedBox[]>> {
  await app.evaluate(({ dialog }, pressed) => {
    const asked: AskedBox[] = [];
    Object.assign(globalThis, { asked });
    const box = (...args: readonly unknown[]) => {
      const { message, detail = '', buttons = [], defaultId, cancelId } = args.at(-1) as Electron.MessageBoxOptions;
      const named = (id: number | undefined) => (id === undefined ? undefined : buttons[id]);
      asked.push({ message, detail, buttons, enter: named(defaultId), escape: named(cancelId) });
      const known = pressed.find((button) => buttons.includes(button));
      return Promise.resolve({ response: known === undefined ? (cancelId ?? 0) : buttons.indexOf(known), checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: box });
  }, press);
  return () => app.evaluate(() => (globalThis as unknown as { asked: readonly AskedBox[] }).asked);
}

/** The process id of the core, or undefined while there is none. */
export function corePid(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ app: electron }) => electron.getAppMetrics().find((metric) => metric.name === 'Wheelhouse core')?.pid);
}

/** Kills the core as an accident would, and waits until it is gone. */
export async function killCore(app: ElectronApplication): Promise<void> {
  await expect.poll(() => corePid(app)).toBeDefined();
  const pid = await corePid(app);
  if (pid === undefined) throw new Error('there is no core to kill');
  await app.evaluate((_electron, victim) => process.kill(victim, 'SIGKILL'), pid);
  await expect.poll(() => corePid(app)).not.toBe(pid);
}

/** Closes the app, whatever is running in it, and waits until it is gone. */
export async function quit({ app }: Desktop): Promise<void> {
  await answerBoxes(app, 'Quit anyway');
  await app.close();
}
