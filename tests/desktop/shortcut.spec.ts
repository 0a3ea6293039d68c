/** The key that brings the strip from any application: given by the system, changed in the settings, and refused in words. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { declare } from './at-the-console.ts';
import { launch, newProfile, quit } from './launch.ts';
import { stripPage, stripWindow } from './the-strip.ts';

const usual = 'CommandOrControl+Shift+L';
const registered = (app: ElectronApplication, accelerator: string) =>
  app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator);

/** Whether this machine can press keys as a person does, past every application. */
const canPress = spawnSync('xdotool', ['version']).status === 0;

/** Notes what is asked of the system from now on; `refuse` are keys that another application holds. */
async function watchShortcuts(app: ElectronApplication, refuse: readonly string[] = []): Promise<void> {
  await app.evaluate(({ globalShortcut }, held) => {
    const callbacks: Record<string, () => void> = {};
    Object.assign(globalThis, { callbacks });
    const { register } = globalShortcut;
    Object.assign(globalShortcut, {
      register: (accelerator: string, callback: () => void) => {
        callbacks[accelerator] = callback;
        return !held.includes(accelerator) && register.call(globalShortcut, accelerator, callback);
      },
    });
  }, refuse);
}

test('the usual key is there from the start, and brings the strip with the caret in its line, from any application', async () => {
  test.skip(!canPress, 'this machine has no xdotool to press keys with');
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  expect(await registered(app, usual)).toBe(true);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  spawnSync('xdotool', ['key', 'ctrl+shift+l']);
  const strip = await stripPage(app);
  await expect(strip.getByLabel('Log line')).toBeFocused();
  await expect.poll(() => stripWindow(app)).toMatchObject({ visible: true, focused: true, onTop: true });
  spawnSync('xdotool', ['type', '--delay', '5', 'the replica is back']);
  await expect(strip.getByLabel('Log line')).toHaveValue('the replica is back');
  spawnSync('xdotool', ['key', 'Return']);
  await expect(strip.getByLabel('Log line')).toHaveValue('');
  await expect(page.getByText('the replica is back', { exact: true }).first()).toBeAttached();
  spawnSync('xdotool', ['key', 'Escape']);
  await expect.poll(async () => (await stripWindow(app))?.visible).toBe(false);
  await quit(desktop);
});

test('the key is changed in the settings by pressing another; the old one is given back, and the choice is remembered', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  const { app, page } = first;
  await declare(page, 'Search is slow');
  await watchShortcuts(app);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Choose another key' }).click();
  await page.keyboard.press('ControlOrMeta+Alt+J');
  await expect(page.getByText(/brings the strip from any application/)).toContainText('J');
  expect(await registered(app, usual)).toBe(false);
  expect(await registered(app, 'CommandOrControl+Alt+J')).toBe(true);
  await app.evaluate(() => (globalThis as unknown as { callbacks: Record<string, () => void> }).callbacks['CommandOrControl+Alt+J']?.());
  const strip = await stripPage(app);
  await expect(strip.getByLabel('Log line')).toBeFocused();
  await quit(first);
  expect(JSON.parse(readFileSync(`${profile}/settings.json`, 'utf8'))).toMatchObject({ shortcut: 'Mod+Alt+J' });

  const second = await launch(profile);
  await expect(second.page.getByRole('link', { name: /Search is slow/ }).first()).toBeVisible();
  expect(await registered(second.app, 'CommandOrControl+Alt+J')).toBe(true);
  await quit(second);
});

test('a key that the system refuses is said in words, and the one that works stays', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await watchShortcuts(app, ['CommandOrControl+Shift+M']);
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Choose another key' }).click();
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(page.getByRole('main').getByText(/^Ctrl\+Shift\+M was refused: .* Ctrl\+Shift\+L stays\.$/)).toBeVisible();
  expect(await registered(app, usual)).toBe(true);
  await page.getByRole('button', { name: 'Choose another key' }).click();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(page.getByRole('main').getByText(/^Other applications need this key\./)).toBeVisible();
  expect(await registered(app, 'CommandOrControl+C')).toBe(false);
  await quit(desktop);
});

test('two consoles cannot both have the key: the second says that it has none, and why', async () => {
  const first = await launch(newProfile());
  await expect(first.page.getByLabel('Title of the incident')).toBeVisible();
  const second = await launch(newProfile());
  const { app, page } = second;
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  expect(await registered(app, usual)).toBe(false);
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByText('No key brings the strip from other applications. The menu and the tray do.')).toBeVisible();
  await expect(page.getByRole('main').getByText(/^Ctrl\+Shift\+L was refused: another application has it/)).toBeVisible();
  await quit(first);
  await page.getByRole('button', { name: 'Try the usual one' }).click();
  await expect(page.getByText(/brings the strip from any application/)).toBeVisible();
  expect(await registered(app, usual)).toBe(true);
  await quit(second);
});

test('turned off, the key is given back to other applications, and stays off', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await expect(first.page.getByLabel('Title of the incident')).toBeVisible();
  await first.page.keyboard.press('ControlOrMeta+,');
  await first.page.getByRole('button', { name: 'Turn it off' }).click();
  await expect(first.page.getByText('No key brings the strip from other applications. The menu and the tray do.')).toBeVisible();
  expect(await registered(first.app, usual)).toBe(false);
  await quit(first);
  const second = await launch(profile);
  await expect(second.page.getByLabel('Title of the incident')).toBeVisible();
  expect(await registered(second.app, usual)).toBe(false);
  await quit(second);
});
