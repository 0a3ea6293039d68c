/** One incident in the packaged desktop app: recorded, survived, and found again. */
import { expect, test } from '@playwright/test';
import { composer, declare, log } from './at-the-console.ts';
import { corePid, killCore, launch, newProfile, quit } from './launch.ts';

test('an incident is declared and logged, and everything is there after quitting and opening again', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await declare(first.page, 'Checkout errors in the EU');
  await log(first.page, 'error rate is at 40 percent');
  await log(first.page, 'rolled back deploy 88');
  expect(await first.violations()).toEqual([]);
  await quit(first);

  const second = await launch(profile);
  await second.page
    .getByRole('link', { name: /Checkout errors in the EU/ })
    .first()
    .click();
  await expect(second.page.getByText('error rate is at 40 percent', { exact: true })).toBeVisible();
  await expect(second.page.getByText('rolled back deploy 88', { exact: true })).toBeVisible();
  expect(await second.violations()).toEqual([]);
  await quit(second);
});

test('when the core is killed the window says so, keeps what was typed, and goes on with the next core', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  await log(page, 'first line');
  await composer(page).fill('half a thought');
  const before = await corePid(app);
  // The first accidents are over in a moment; the third is waited out for a second, long enough to be seen.
  for (let accident = 0; accident < 3; accident += 1) await killCore(app);
  await expect(page.getByRole('alert').filter({ hasText: 'Not recording' })).toBeVisible();
  await expect(composer(page)).toHaveValue('half a thought');
  await expect(page.getByRole('alert').filter({ hasText: 'Not recording' })).toBeHidden();
  expect(await corePid(app)).not.toBe(before);
  await expect(composer(page)).toHaveValue('half a thought');
  await composer(page).press('Enter');
  await expect(page.getByText('half a thought', { exact: true }).and(page.locator(':not(textarea)'))).toBeVisible();
  await expect(page.getByText('first line', { exact: true })).toBeVisible();
  await quit(desktop);
});

test('the draft is previewed in a frame that can do nothing', async () => {
  const desktop = await launch(newProfile());
  const { page } = desktop;
  await declare(page, 'Certificates expired');
  await log(page, '<script>document.title = "owned"</script>');
  await page.evaluate(() => {
    location.hash = `${location.hash}/export`;
  });
  await page.getByRole('combobox', { name: 'Format' }).selectOption('HTML');
  await page.keyboard.press('Alt+v');
  const frame = page.frameLocator('iframe[title="Draft in HTML"]');
  await expect(frame.getByText('Certificates expired').first()).toBeVisible();
  expect(await desktop.violations()).toEqual([]);
  await quit(desktop);
});

test('theme and night mode are remembered', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await first.page.evaluate(() => window.wheelhouse?.settings.set({ theme: 'light', night: true, sound: 'off' }));
  await quit(first);
  const second = await launch(profile);
  expect(await second.page.evaluate(() => window.wheelhouse?.settings.get())).toEqual({ theme: 'light', night: true, sound: 'off' });
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');
  await quit(second);
});

test('a log that another console holds is not opened: the person is told which process has it', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await declare(first.page, 'Held by the first');
  const holder = await corePid(first.app);
  // Another profile, so that it is no second start of the same app; the same data folder, so that it is the same log.
  const second = await launch(newProfile(), { WHEELHOUSE_DATA: `${profile}/data` });
  await expect(second.page.getByRole('alert').filter({ hasText: 'Not recording' })).toContainText(String(holder));
  await quit(second);
  await expect(first.page.getByRole('alert').filter({ hasText: 'Not recording' })).toBeHidden();
  await quit(first);
});

test('the menu does what it says, in the page that is in front', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  await app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View');
    view?.submenu?.items.find(({ label }) => label === 'Find anything…')?.click();
  });
  await expect(page.getByRole('dialog')).toBeVisible();
  await quit(desktop);
});
