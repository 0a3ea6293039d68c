/** The directory in the packaged desktop app: kept, shown as paper, and handed to the printer. */
import { expect, test } from '@playwright/test';
import { launch, newProfile, quit } from './launch.ts';

test('a contact is kept, and the page for the wall is shown in a frame that runs nothing and may be printed', async () => {
  const desktop = await launch(newProfile());
  const { page } = desktop;
  await page.keyboard.press('Alt+W');
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
  await page.keyboard.press('Alt+A');
  await page.getByRole('textbox', { name: 'Name' }).fill('<b>Ada</b> Lovelace');
  await page.getByRole('textbox', { name: 'Numbers' }).fill('+44 20 7946 0018');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Contacts' })).toContainText('+44 20 7946 0018');
  await page.keyboard.press('Alt+P');
  const paper = page.frameLocator('iframe[title="Who to call, on paper"]');
  await expect(paper.getByText('<b>Ada</b> Lovelace')).toBeVisible();
  // The dialog of the machine's printer is beyond a test: that the frame lets itself be reached for it is what can go wrong here.
  const reached = await page.evaluate(() => typeof document.querySelector('iframe')?.contentWindow?.document.title);
  expect(reached).toBe('string');
  expect(await desktop.violations()).toEqual([]);
  await quit(desktop);
});
