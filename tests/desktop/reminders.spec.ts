/** Native notifications: what is due reaches a person who looks elsewhere, and a machine that slept is no excuse. */
import { expect, test } from '@playwright/test';
import { composer, log, openIncident } from './at-the-console.ts';
import { writeEarlier } from './earlier-log.ts';
import { answerBoxes, launch, newProfile, quit } from './launch.ts';
import { launchWatched, report, watchNotifications } from './the-notifications.ts';
import { turnableClock } from './turned-clock.ts';

const minute = 60_000;

const at = (time: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: process.env.TZ }).format(time);

test('what fell due while the console was closed is told when it opens: a promise urgently, a drill as a drill', async () => {
  const profile = newProfile();
  const promisedAt = Date.now() - 2 * minute;
  const lateSince = Date.now() - 40 * minute;
  await writeEarlier(profile, [
    {
      title: 'Payments are down',
      minutesAgo: 50,
      commands: [{ type: 'update.send', audiences: ['customers'], text: 'We are looking into it.', nextAt: lateSince }],
    },
    {
      title: 'Lost a zone',
      mode: 'drill',
      minutesAgo: 15,
      commands: [{ type: 'update.send', audiences: ['partners'], text: 'A drill has begun.', nextAt: promisedAt }],
    },
  ]);
  const desktop = await launchWatched(profile);
  await expect
    .poll(async () => [...(await desktop.shown())].sort((a, b) => a.title.localeCompare(b.title)))
    .toMatchObject([
      { title: 'DRILL · Lost a zone', body: `Partners were promised an update at ${at(promisedAt)}: now.`, urgency: 'critical' },
      {
        title: 'Payments are down',
        body: `Customers were promised an update at ${at(lateSince)} and have not had it.`,
        urgency: 'critical',
      },
    ]);
  await quit(desktop);
});

test('a click on a notification opens its incident, in the page that was there, with what was typed', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [
    { title: 'Search is slow', minutesAgo: 1, severity: 3 },
    { title: 'Payments are down', minutesAgo: 50 },
  ]);
  const desktop = await launchWatched(profile);
  const { app, page } = desktop;
  await openIncident(page, 'Search is slow');
  await composer(page).fill('half a thought');
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const titles = async () => (await desktop.shown()).map(({ title }) => title);
  await expect.poll(titles).toContain('Payments are down');
  await report(app, 'click', (await titles()).indexOf('Payments are down'));
  await expect(page.getByRole('heading', { name: 'Payments are down' })).toBeVisible();
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
  await page.goBack();
  await expect(composer(page)).toHaveValue('half a thought');
  await quit(desktop);
});

test('after a sleep the machine’s waking is enough: what fell due meanwhile is told at once, and once', async () => {
  const profile = newProfile();
  const promisedAt = Date.now() + 20 * minute;
  await writeEarlier(profile, [
    {
      title: 'Payments are down',
      minutesAgo: 1,
      commands: [{ type: 'update.send', audiences: ['customers'], text: 'We are looking into it.', nextAt: promisedAt }],
    },
  ]);
  const desktop = await launch(profile);
  const { app, page } = desktop;
  const turn = await turnableClock(desktop, profile);
  const shown = await watchNotifications(app);
  await openIncident(page, 'Payments are down');
  // The watch looks after each event, and then not before half a minute has passed.
  await log(page, 'waiting for the provider');
  turn(21 * minute);
  expect(await shown()).toEqual([]);
  const resume = () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await resume();
  await expect
    .poll(shown, { timeout: 5_000 })
    .toMatchObject([
      { title: 'Payments are down', body: `Customers were promised an update at ${at(promisedAt)}: now.`, urgency: 'critical' },
    ]);
  await expect(page.getByText(/^Update to customers fell due/).first()).toBeVisible();
  await resume();
  await log(page, 'provider answers');
  expect(await shown()).toHaveLength(1);
  await answerBoxes(app, 'Quit anyway');
  await quit(desktop);
});
