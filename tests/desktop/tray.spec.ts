/** The tray: the nearest clock in its tooltip, and the ways back to the console. What is tested is what the tray is given: a test machine may show none. */
import { expect, test } from '@playwright/test';
import { declare } from './at-the-console.ts';
import { writeEarlier } from './earlier-log.ts';
import { answerBoxes, killCore, launch, newProfile, quit } from './launch.ts';
import { stripPage, stripWindow } from './the-strip.ts';
import { watchTray } from './the-tray.ts';

const minute = 60_000;

const at = (time: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: process.env.TZ }).format(time);

test('the tooltip names the nearest clock of all open incidents, and the menu each incident with its own', async () => {
  const profile = newProfile();
  const promisedAt = Date.now() + 6 * minute + 20_000;
  await writeEarlier(profile, [
    {
      title: 'Checkout',
      minutesAgo: 2,
      commands: [{ type: 'update.send', audiences: ['customers'], text: 'We are looking into it.', nextAt: promisedAt }],
    },
  ]);
  const desktop = await launch(profile);
  const { app, page } = desktop;
  const tray = await watchTray(app);
  await declare(page, 'R&D wiki is slow');
  await expect.poll(tray.tip).toBe(`SEV1 Checkout: customers promised ${at(promisedAt)} (6 min) · 1 more open`);
  const labels = await tray.labels();
  expect(labels[0]).toBe(`SEV1 Checkout: customers promised ${at(promisedAt)} (6 min)`);
  expect(labels[1]).toMatch(/^(SEV\d )?R&&D wiki is slow: /);
  expect(labels.slice(2)).toEqual([expect.stringMatching(/^Log a line/), 'Show the strip', 'Open the console', 'Quit']);
  await tray.choose('SEV1 Checkout');
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible();
  await quit(desktop);
});

test('the tray says when nothing is recorded, and when it is again', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  const tray = await watchTray(app);
  await declare(page, 'Search is slow');
  await expect.poll(tray.tip).toMatch(/^(SEV\d )?Search is slow: /);
  for (let accident = 0; accident < 3; accident += 1) await killCore(app);
  await expect.poll(tray.tip).toMatch(/^Not recording\. (SEV\d )?Search is slow: /);
  await expect.poll(tray.tip).toMatch(/^(SEV\d )?Search is slow: /);
  await quit(desktop);
});

test('“log a line” brings the strip with the caret in its line; “open the console” brings the console', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  const tray = await watchTray(app);
  await declare(page, 'Search is slow');
  await expect.poll(tray.labels).toContain('Show the strip');
  await tray.choose('Log a line');
  const strip = await stripPage(app);
  await expect(strip.getByLabel('Log line')).toBeFocused();
  expect(await stripWindow(app)).toMatchObject({ visible: true, focused: true });
  await expect.poll(tray.labels).toContain('Hide the strip');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.minimize());
  await tray.choose('Open the console');
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const console = BrowserWindow.getAllWindows().find((one) => !one.webContents.getURL().endsWith('#/strip'));
        return console?.isVisible() === true && !console.isMinimized();
      }),
    )
    .toBe(true);
  await tray.choose('Hide the strip');
  await expect.poll(async () => (await stripWindow(app))?.visible).toBe(false);
  await quit(desktop);
});

test('quitting from the tray asks first while an incident is open, and then ends with the strip', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  const tray = await watchTray(app);
  await declare(page, 'Search is slow');
  await expect.poll(tray.labels).toContain('Quit');
  const asked = await answerBoxes(app, 'Stay');
  await tray.choose('Quit');
  await expect.poll(async () => (await asked()).length).toBe(1);
  await tray.choose('Show the strip');
  await stripPage(app);
  await answerBoxes(app, 'Quit anyway');
  const gone = app.waitForEvent('close');
  await tray.choose('Quit');
  await gone;
});
