/** Channels in the desktop app: where the machine has no keychain, a secret is refused in words and written nowhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, newProfile, quit } from './launch.ts';

const address = 'https://hooks.example.org/services/T0/B0/verySecretPath';

test('a channel is refused on a machine without a keychain, and its address is in no file', async () => {
  const profile = newProfile();
  const desktop = await launch(profile);
  const { app, page } = desktop;
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  const backend = await app.evaluate(({ safeStorage }) =>
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'the system’s own',
  );
  test.skip(backend !== 'basic_text', `this machine has a keychain: ${backend}`);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Add a channel' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('#ops');
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
  await page.getByRole('textbox', { name: 'Address' }).press('Enter');
  await expect(
    page.getByRole('main').getByText(/^Nothing was saved\. This machine has no keychain .* Start one, and start Wheelhouse anew\.$/),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(address);
  expect(await desktop.violations()).toEqual([]);
  await quit(desktop);
  const data = join(profile, 'data');
  expect(existsSync(join(data, 'channels.json'))).toBe(false);
  for (const name of readdirSync(data)) {
    if (/\.(db|db-wal|json|pem)$/.test(name)) expect(readFileSync(join(data, name)).includes('verySecretPath')).toBe(false);
  }
});
