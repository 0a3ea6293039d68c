/** What people write is text, wherever it is shown. */
import type { Frame, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

const image = '<img src=x onerror="window.harmed=1">';
const script = '</script><script>window.harmed=1</script>';
const style = '<style>*{display:none}</style>';
const link = '[press me](javascript:window.harmed=1) # not a heading **not bold**';
const override = 'invoice\u202Egpj.exe\u2066 \u200F and on';
const texts = [image, script, style, link, override];

/** Counts elements that no screen of the console has: only markup that somebody wrote would make them. */
async function expectOnlyText(frame: Page | Frame): Promise<void> {
  await expect(frame.locator('img, body script, [onerror], a[href^="javascript"]')).toHaveCount(0);
}

test('markup, scripts and direction overrides are shown as they were typed, in the room, the lists, the search and the draft', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/Blocked script execution/);
  await page.setViewportSize({ width: 1280, height: 1400 });
  const incident = await core.declare(image, { severity: 3, impact: script });
  for (const text of texts) await core.write(incident, text, { kind: 'decision' });
  await core.run(incident, { type: 'summary.set', text: `${image}\n${link}` });
  await core.run(incident, { type: 'person.add', name: image, contact: 'javascript:window.harmed=1' });
  await core.run(incident, { type: 'incident.amend', links: { call: 'javascript:window.harmed=1', chat: script } });
  await core.run(incident, { type: 'followUp.add', text: style });
  await core.run(incident, { type: 'update.send', audiences: ['customers'], text: link, nextAt: Date.now() + 600_000 });

  const room = await RoomPage.open(page, core, incident);
  await expect(page.getByRole('heading', { level: 1 }).last()).toHaveText(image);
  for (const text of texts) await expect(room.timeline.locator('[data-line] p[dir]').getByText(text, { exact: true })).toBeVisible();
  await expect(room.header).toContainText(script);
  await expect(room.people).toContainText(image);
  await expect(room.work).toContainText(style);
  await expectOnlyText(page);
  // An override must not turn what stands beside it around.
  const line = room.line('invoice');
  expect(await line.locator('time').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');

  await page.goto(`${core.url}/#/incident/${incident}/export`);
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toContainText('window.harmed=1');
  await expectOnlyText(page);
  await page.keyboard.press('Alt+v');
  await expect(page.getByRole('region', { name: 'Draft in Markdown' })).toContainText('window.harmed=1');
  await expectOnlyText(page);
  await page.getByRole('combobox', { name: 'Format' }).selectOption('HTML');
  const preview = page.frameLocator('iframe[title="Draft in HTML"]');
  await expect(preview.locator('body')).toContainText(image);
  await expect(preview.locator('body')).toContainText(script);
  await expect(preview.locator('img, script, [onerror], a[href^="javascript"], body style')).toHaveCount(0);

  await page.goto(`${core.url}/#/`);
  await expect(page.getByRole('list', { name: 'Open incidents' })).toContainText(image);
  await page.getByRole('searchbox', { name: 'Search every log' }).fill('onerror');
  await expect(page.getByRole('list', { name: 'Found lines' })).toContainText('onerror=');
  await expectOnlyText(page);
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('menuitem').filter({ hasText: image })).toBeAttached();
  await expectOnlyText(page);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('a draft in HTML that is opened as a file runs nothing, whatever was written', async ({ page, core }) => {
  const incident = await core.declare(image, { severity: 3, impact: script });
  for (const text of texts) await core.write(incident, text, { kind: 'decision' });
  const { text } = await core.call('incidents.export', { id: incident, template: 'google-sre', format: 'html' });
  await page.setContent(text);
  await expect(page.locator('h1')).toContainText(image);
  await expectOnlyText(page);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('a line of 20,000 characters is written, shown and scrolled past; a longer one says where it ends', async ({ kim: page, core }) => {
  const incident = await core.declare('A stack trace', { severity: 3, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await expect(room.composer).toBeFocused();
  const long = 'x'.repeat(20_000);
  await room.composer.fill(`${long}y`);
  await expect(page.locator('#room-composer-says')).toContainText('at most 20000 fit');
  await room.composer.fill(long);
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('');
  await expect(room.line('xxxxxxxx')).toBeVisible();
  await room.write('after it');
  await expect(room.line('after it')).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const [first] = await core.events(incident, 'entry.added');
  expect(first?.body).toMatchObject({ text: long });
});
