/** Whom a native notification is for, what a click and the tray do about it, and what is said when a clock cannot be put off. */
import { expect, test } from '@playwright/test';
import { composer, declare, openIncident } from './at-the-console.ts';
import { writeEarlier } from './earlier-log.ts';
import { launch, newProfile, quit } from './launch.ts';
import { launchWatched, report, watchNotifications } from './the-notifications.ts';
import { watchTray } from './the-tray.ts';

const minute = 60_000;

test('the button of a notification puts the clock off, as a line with its reason; a second time is refused in words', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [{ title: 'Search is slow', minutesAgo: 31, severity: 2 }]);
  const desktop = await launchWatched(profile);
  const { app, page, shown } = desktop;
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(0);
  const [first] = await shown();
  expect(first?.title).toBe('Search is slow');
  expect(first?.actions).toEqual(['Snooze']);
  await openIncident(page, 'Search is slow');
  await report(app, 'action', -1);
  await expect(page.getByText(/^Clock of \w+ snoozed: Snoozed from the notification/).first()).toBeVisible();
  const before = (await shown()).length;
  await report(app, 'action', 0);
  await expect
    .poll(async () => (await shown()).slice(before).map(({ body }) => body))
    .toContainEqual(
      expect.stringMatching(
        /^The update for \w+ was not snoozed\. Not from here: the clock of \w+ was put off already: it waits for an update\.$/,
      ),
    );
  await quit(desktop);
});

test('a click leads to the room with what was asked in front, its answers one key away', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [
    {
      title: 'Payments are down',
      minutesAgo: 50,
      commands: [{ type: 'update.send', audiences: ['customers'], text: 'We are looking into it.', nextAt: Date.now() - 4 * minute }],
    },
  ]);
  const desktop = await launchWatched(profile);
  const { app, page, shown } = desktop;
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toContain('Payments are down');
  await report(app, 'click', -1);
  await expect(page.getByRole('heading', { name: 'Payments are down' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Next' })).toContainText(/Promised to customers for .* and not kept/);
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Alt+U');
  await expect(composer(page)).toHaveValue(/^\/u customers /);
  await quit(desktop);
});

test('a task whose time is up rings, by its label', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [{ title: 'Search is slow', minutesAgo: 9, severity: 4 }]);
  const desktop = await launch(profile);
  const shown = await watchNotifications(desktop.app);
  await openIncident(desktop.page, 'Search is slow');
  await composer(desktop.page).fill('@-8m /t @Kim 7m read the log');
  await composer(desktop.page).press('Enter');
  await expect
    .poll(async () => (await shown()).map(({ body }) => body))
    .toContain('Time is up: t1 read the log. Done, more time, or stuck?');
  await quit(desktop);
});

test('the tray puts the nearest clock off once, and offers it no more', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [{ title: 'Search is slow', minutesAgo: 29, severity: 2, commands: [] }]);
  const desktop = await launch(profile);
  const { app, page } = desktop;
  const tray = await watchTray(app);
  await declare(page, 'The wiki is slow');
  const offers = async () => (await tray.labels()).filter((label) => label.startsWith('Snooze'));
  await expect.poll(offers).toEqual(["Snooze customers' update in Search is slow"]);
  await tray.choose('Snooze');
  await expect.poll(offers).not.toContain("Snooze customers' update in Search is slow");
  await page.goBack();
  await openIncident(page, 'Search is slow');
  await expect(page.getByText('Clock of customers snoozed: Snoozed from the tray').first()).toBeVisible();
  await quit(desktop);
});
