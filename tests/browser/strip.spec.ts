/** A browser has no strip, and says why; its settings are those that it has. */
import { expect, test } from './fixtures.ts';

test('the palette says why there is no strip in a browser', async ({ kim: page }) => {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('strip');
  await expect(page.getByRole('dialog', { name: 'Find an action' })).toContainText('A browser has no strip');
});

test('the address of the strip says what a browser has instead', async ({ kim: page, core }) => {
  await page.goto(`${core.url}/#/strip`);
  await expect(page.getByRole('heading', { name: 'A browser has no strip' })).toBeVisible();
});

test('the settings are there by a key, and what is chosen is worn at once', async ({ kim: page }) => {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByRole('radio', { name: 'dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText(/^A browser has no strip:/)).toBeVisible();
});
