/** Channels in the settings: set up, tried, turned on and removed from the keyboard, with a real server at the other end. */
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ReceivingServer } from '../fixtures/receiving-server.ts';
import { test as base, expect, giveName } from './fixtures.ts';
import { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';

const secret = 'a secret of thirty-one letters.';

const test = base.extend<{ readonly server: ReceivingServer }>({
  core: async ({ faults }, use) => {
    const core = new RunningConsole({ program: fileURLToPath(new URL('../fixtures/serve-with-keychain.ts', import.meta.url)) });
    await core.start();
    await use(core);
    faults.end();
    await core.remove();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the library reads the names of the fixtures from this pattern.
  server: async ({}, use) => {
    const server = new ReceivingServer(secret);
    await server.listen();
    await use(server);
    await server.goAway();
  },
});

/** Everything that axe has to say of the settings. */
async function complaints(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Moves on with Tab until a control of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('main').getByRole('button', { name }).or(page.getByRole('main').getByRole('textbox', { name }));
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('a webhook is set up, tried, turned on, used and removed from the keyboard alone', async ({ kim: page, core, server }) => {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { name: 'Where updates go' })).toBeVisible();
  await expect(page.getByText('Nothing leaves this console before a channel is turned on here')).toBeVisible();
  await tabTo(page, 'Add a channel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, 'Name');
  await page.keyboard.type('Ops room');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ftp://example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Enter');
  await expect(page.getByText('has to begin with https://')).toBeVisible();
  await tabTo(page, 'Address');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(server.url);
  await page.keyboard.press('Enter');
  const row = page.getByRole('listitem', { name: 'Ops room' });
  await expect(row.getByText('off', { exact: true })).toBeVisible();
  await expect(row.getByText(/^a webhook at 127\.0\.0\.1:\d+, for staff$/)).toBeVisible();
  expect(server.requests).toBe(0);

  await tabTo(page, 'Try it: Ops room');
  await page.keyboard.press('Enter');
  await expect(row.getByText(/^The test message arrived: 127\.0\.0\.1:\d+ took it\.$/)).toBeVisible();
  expect(server.taken.map(({ verified, body }) => [verified, body.incident])).toEqual([[true, null]]);
  await tabTo(page, 'Turn on Ops room');
  await page.keyboard.press('Enter');
  await expect(row.getByText(/^✓on$/)).toBeVisible();

  const incident = await core.declare('Search is slow');
  await core.run(incident, { type: 'update.send', audiences: ['staff'], text: 'We are on it.', final: true, channels: ['ops-room'] });
  await server.until(({ taken }) => taken.length === 2);
  expect(server.taken[1]?.body.text).toBe('We are on it.');

  await tabTo(page, 'Remove Ops room');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ops');
  await page.keyboard.press('Enter');
  await expect(page.getByText('has to be the channel’s name, Ops room')).toBeVisible();
  await page.keyboard.type(' room');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no channel yet.')).toBeVisible();
});

test('what waits for a channel is said beside it, with the reason, and goes out once the other side is back', async ({
  kim: page,
  core,
  server,
}) => {
  const { channel } = await core.call('channels.save', { name: '#ops', kind: 'slack', audiences: ['staff'], url: server.url, on: true });
  await server.goAway();
  const incident = await core.declare('Search is slow');
  await core.run(incident, { type: 'update.send', audiences: ['staff'], text: 'We are on it.', final: true, channels: [channel.id] });
  await page.goto(`${core.url}/#/settings`);
  const row = page.getByRole('listitem', { name: '#ops' });
  await expect(row.getByText(/^One message waits: 127\.0\.0\.1:\d+ refuses connections\.$/)).toBeVisible();
  await server.listen();
  await row.getByRole('button', { name: 'Turn off #ops' }).click();
  await expect(row.getByText('One message waits: off, it sends nothing. Turned on, it sends it at once.')).toBeVisible();
  expect(server.requests).toBe(0);
  await row.getByRole('button', { name: 'Turn on #ops' }).click();
  await server.until(({ taken }) => taken.length === 1);
  expect(server.taken[0]?.raw).toBe('{"text":"We are on it."}');
});

test('somebody who was invited sees the channels without their addresses, and who sets them up', async ({ kim, core, openBrowser }) => {
  await expect(kim.getByRole('heading', { name: 'All incidents' })).toBeAttached();
  await core.call('channels.save', { name: '#ops', kind: 'slack', audiences: ['staff'], url: 'https://hooks.example.org/x' });
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  await sam.goto(`${core.url}/#/settings`);
  await expect(sam.getByRole('listitem', { name: '#ops' }).getByText('Slack, for staff')).toBeVisible();
  await expect(sam.getByText('The owner of this console sets channels up.').first()).toBeVisible();
  await expect(sam.getByText('example.org')).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  for (const look of looks) {
    test(`channels are accessible and fit at ${width} px in the ${look.name} look`, async ({ kim: page, core, server }, info) => {
      await page.setViewportSize({ width, height });
      await wear(page, core, look);
      const long = 'Statusmeldungen für die Geschäftsführung und alle Partner in Süddeutschland'.slice(0, 80);
      await core.call('channels.save', {
        name: long,
        kind: 'webhook',
        audiences: ['executives', 'partners'],
        url: server.url,
        secret,
        on: true,
      });
      await core.call('channels.save', { name: '#ops', kind: 'slack', audiences: ['staff'], url: 'https://hooks.example.org/x' });
      await page.goto(`${core.url}/#/settings`);
      await page.getByRole('button', { name: 'Change #ops' }).click();
      await page.getByRole('button', { name: 'Add a channel' }).click();
      await page.getByRole('radio', { name: 'a webhook' }).press('Space');
      expect(await complaints(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      // The screen scrolls in its frame; the page itself does not.
      expect(await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)).toBeLessThanOrEqual(
        0,
      );
      await page.getByRole('button', { name: 'Save' }).last().scrollIntoViewIfNeeded();
      await page.screenshot({ path: info.outputPath('settings.png') });
    });
  }
}
