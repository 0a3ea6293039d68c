/** Starts the packaged app for a test, with a profile of its own. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
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
  await app.context().addInitScript(() => {
    const seen: string[] = [];
    Object.defineProperty(window, 'refusedByPolicy', { value: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const page = await app.firstWindow();
  // The first page was there before the script above: once more, with it.
  await page.reload();
  await page.waitForLoadState('domcontentloaded');
  return {
    app,
    page,
    violations: () => page.evaluate(() => (window as unknown as { refusedByPolicy: readonly string[] }).refusedByPolicy),
  };
}

/** Answers the app's own question boxes with this button, and tells what they said. */
export async function answerBoxes(app: ElectronApplication, response: number): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }, answer) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const box = (...args: readonly unknown[]) => {
      const { message = '', detail = '' } = args.at(-1) as { readonly message?: string; readonly detail?: string };
      asked.push(`${message}\n${detail}`);
      return Promise.resolve({ response: answer, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: box });
  }, response);
  return () => app.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked);
}

/** The process id of the core, or undefined while there is none. */
export function corePid(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ app: electron }) => electron.getAppMetrics().find((metric) => metric.name === 'Wheelhouse core')?.pid);
}

/** Kills the core as an accident would. */
export async function killCore(app: ElectronApplication): Promise<void> {
  const pid = await corePid(app);
  if (pid === undefined) throw new Error('there is no core to kill');
  await app.evaluate((_electron, victim) => process.kill(victim, 'SIGKILL'), pid);
}

/** Closes the app, whatever is running in it, and waits until it is gone. */
export async function quit({ app }: Desktop): Promise<void> {
  await answerBoxes(app, 1);
  await app.close();
}
