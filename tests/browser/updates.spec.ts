/** Messages from the first word to what came of them: written, approved, sent, late, by keyboard. */

import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { ReceivingServer } from '../fixtures/receiving-server.ts';
import { test as base, expect, giveName } from './fixtures.ts';
import { RoomPage } from './room.ts';
import { RunningConsole } from './running-console.ts';
import { longTitle } from './screens.ts';
import { UpdatesPage } from './updates-page.ts';

const minute = 60_000;
const secret = 'a secret of thirty-one letters.';
const program = fileURLToPath(new URL('../fixtures/serve-with-keychain.ts', import.meta.url));

const test = base;
/** A console whose machine has a keychain, so that channels can be set up. */
const withKeychain = base.extend({
  core: async ({ faults }, use) => {
    const core = new RunningConsole({ program });
    await core.start();
    await use(core);
    faults.end();
    await core.remove();
  },
});

/** Puts the clock of the core and of the pages ahead. */
async function passes(core: RunningConsole, pages: readonly Page[], ms: number): Promise<void> {
  core.turnAhead(ms);
  for (const page of pages) await page.clock.setSystemTime(Date.now() + ms);
}

withKeychain(
  'comms drafts for customers, the commander approves, it goes over a channel, the clock starts anew, and the next one is late: two people, by keyboard alone',
  async ({ kim, core, openBrowser }) => {
    withKeychain.setTimeout(120_000);
    const server = new ReceivingServer(secret);
    await server.listen();
    await core.call('channels.save', { name: 'Status page', kind: 'webhook', audiences: ['customers'], url: server.url, secret, on: true });
    const incident = await core.declare('Checkout errors', { severity: 2, impact: 'customers cannot pay' });
    const { url } = await core.call('session.invite', {});
    const samPage = await openBrowser(url);
    await giveName(samPage, 'Sam');
    const samRoom = await RoomPage.open(samPage, core, incident);
    await samRoom.write('Sam is here');
    const room = await RoomPage.open(kim, core, incident);
    await room.write('/role comms @sam');
    await expect(samRoom.people.getByRole('listitem').filter({ hasText: 'Comms' })).toContainText('Sam');

    await samPage.keyboard.press('Alt+M');
    const sam = new UpdatesPage(samPage);
    await expect(sam.message).toBeFocused();
    await expect(sam.audience('customers')).toBeChecked();
    await expect(sam.message).toHaveValue(/What you may see: customers cannot pay/);
    await sam.writeOn('\nIt will be fixed soon.');
    await expect(sam.remarks).toContainText('“soon”');
    await samPage.keyboard.press('Alt+V');
    await expect
      .poll(() => sam.message.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)))
      .toBe('soon');
    await samPage.keyboard.press('ControlOrMeta+End');
    await samPage.keyboard.press('Shift+Home');
    await samPage.keyboard.type('We are sorry.');
    await expect(sam.remarks).toContainText('Nothing stands out');
    await sam.promise('15');
    const text = await sam.message.inputValue();
    await samPage.keyboard.press('ControlOrMeta+S');
    await expect(sam.said('Kept as a draft: Kim is asked.')).toBeVisible();
    await expect(sam.drafts).toContainText('waits for Kim');
    await samPage.keyboard.press('ControlOrMeta+Enter');
    await expect(sam.said('Not yet. This is missing')).toContainText('the word of Kim, who commands');
    expect(server.taken).toHaveLength(0);

    const waits = room.work.getByRole('list', { name: 'Messages that wait' });
    await expect(waits).toContainText('u1 to customers: Sam asks for your word');
    await expect(room.next).toContainText('waits for your word');
    await kim.keyboard.press('Alt+I');
    const updates = new UpdatesPage(kim);
    await expect(updates.message).toBeFocused();
    await expect(updates.message).toHaveValue(text);
    await kim.keyboard.press('Alt+A');
    await expect(sam.drafts).toContainText('approved by Kim');

    await samPage.keyboard.press('ControlOrMeta+Enter');
    await expect(sam.said(/^✓?\s*Sent to customers at .*, over Status page\.$/)).toBeVisible();
    await expect.poll(() => server.taken.length).toBe(1);
    expect(server.taken[0]).toMatchObject({ verified: true, body: { text, audiences: ['customers'] } });
    await expect(sam.deliveries).toContainText('arrived');
    await expect(sam.drafts).not.toContainText('u1');
    await expect(samPage.locator('#updates-clock-customers')).toContainText(/promised \d\d:\d\d \(1[45]:\d\d\)/);
    const [sent] = await core.events(incident, 'update.sent');
    expect(sent?.body).toMatchObject({ text, approval: 'approved', status: 'investigating', channels: [{ name: 'Status page' }] });

    await passes(core, [kim, samPage], 25 * minute);
    await expect(sam.history('customers')).toContainText(/promised \d\d:\d\d, (9|10) min ago: broken/);
    await kim.keyboard.press('Alt+B');
    await expect(updates.audience('customers')).toBeChecked();
    await kim.keyboard.press('Alt+M');
    await updates.writeOn(' Still.');
    await kim.keyboard.press('Alt+C');
    await expect(updates.said(/On the clipboard, and recorded as sent to customers/)).toBeVisible();
    expect(await kim.evaluate(() => navigator.clipboard.readText())).toMatch(/^Status: Investigating\n\n/);
    await expect(sam.history('customers')).toContainText(/came (9|10) min late: broken/);
    await expect(sam.history('customers')).toContainText('0 of 1 promise kept, 1 broken');
    expect(server.taken).toHaveLength(1);
    await server.goAway();
  },
);

test('what is typed survives leaving, a reload and a console that went away; it is sent once the console is back', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/ERR_|WebSocket connection to/);
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'slow' });
  const updates = await UpdatesPage.open(page, core, incident, 'staff');
  await updates.writeOn('\nhalf a sentence, فشل');
  await updates.promise('45');
  const text = await updates.message.inputValue();
  await page.keyboard.press('Escape');
  await expect(new RoomPage(page).composer).toBeFocused();
  await page.keyboard.press('Alt+M');
  await expect(updates.message).toHaveValue(text);
  await page.reload();
  await expect(updates.message).toHaveValue(text);
  await expect(updates.minutes).toHaveValue('45');
  await core.kill();
  await expect(page.getByRole('alert')).toContainText('Not recording');
  await page.keyboard.press('Alt+M');
  await updates.writeOn(' and more');
  await page.keyboard.press('Alt+C');
  await expect(updates.said('Your text is kept')).toBeVisible();
  await expect(updates.message).toHaveValue(`${text} and more`);
  await core.start();
  await expect(page.getByRole('alert')).toBeHidden();
  await page.keyboard.press('Alt+C');
  await expect(updates.said(/recorded as sent to staff/)).toBeVisible();
  const sent = await core.events(incident, 'update.sent');
  expect(sent.map(({ body }) => (body as { text: string }).text)).toEqual([`${text} and more`]);
});

test('a draft that somebody else rewrites while one writes in it is shown beside, and overwrites nothing', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'slow' });
  const nextAt = Date.now() + 30 * minute;
  const draft = { audiences: ['staff' as const], nextAt };
  const [drafted] = await core.run(incident, { type: 'update.draft', ...draft, text: 'we look' });
  const updates = await UpdatesPage.open(page, core, incident, 'u1');
  await expect(updates.message).toHaveValue('we look');
  await updates.writeOn(' into it');
  await core.run(incident, { type: 'update.redraft', draft: drafted?.id ?? '', ...draft, text: 'we know more' });
  const notice = updates.said('rewrote u1 while you were writing');
  await expect(notice).toContainText('we know more');
  await expect(updates.message).toHaveValue('we look into it');
  await page.keyboard.type('!');
  await expect(updates.message).toHaveValue('we look into it!');
  await notice.getByRole('button', { name: 'Make mine another message' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'A new message' })).toBeVisible();
  await expect(updates.message).toHaveValue('we look into it!');
  await updates.drafts.getByRole('button', { name: /u1/ }).press('Enter');
  await expect(updates.message).toHaveValue('we know more');
});

test('a message without a next time is refused in words, with what supplies it and a way past it', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'slow' });
  const updates = await UpdatesPage.open(page, core, incident, 'staff');
  await updates.promise('');
  await page.keyboard.press('Alt+C');
  const refused = updates.said('Not yet. This is missing');
  await expect(refused).toBeVisible();
  await refused.getByRole('button', { name: 'Say when the next one comes' }).press('Enter');
  await expect(updates.minutes).toBeFocused();
  await page.keyboard.press('Alt+O');
  await page.keyboard.press('Enter');
  await expect(refused).toContainText('A reason goes into the log with it');
  await page.keyboard.type('nobody can say yet');
  await page.keyboard.press('Enter');
  await expect(updates.said(/recorded as sent to staff/)).toBeVisible();
  const [sent] = await core.events(incident, 'update.sent');
  expect(sent?.body).toMatchObject({ override: { reason: 'nobody can say yet' } });
});

test('gaps are walked by a key, a template takes the place of a text that comes back, and a message that was taken away too', async ({
  kim: page,
  core,
}) => {
  const incident = await core.declare('Search is slow', { severity: 2 });
  const updates = await UpdatesPage.open(page, core, incident, 'customers');
  await page.keyboard.press('Alt+G');
  const selected = () =>
    updates.message.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  await expect.poll(selected).toBe('[what customers see: not known yet]');
  await page.keyboard.type('searching takes a minute');
  await expect(updates.message).toHaveValue(/What you may see: searching takes a minute\n/);
  const text = await updates.message.inputValue();
  await page.keyboard.press('Alt+T');
  await page.keyboard.press('ArrowDown');
  await expect(updates.message).not.toHaveValue(text);
  await page.keyboard.press('Alt+Z');
  await expect(updates.message).toHaveValue(text);
  await page.keyboard.press('Alt+X');
  await expect(updates.message).not.toHaveValue(text);
  await page.keyboard.press('Alt+Z');
  await expect(updates.message).toHaveValue(text);
  await page.keyboard.press('Alt+2');
  await expect(updates.audience('staff')).toBeChecked();
  await page.keyboard.press('F1');
  await expect(page.getByRole('complementary', { name: 'Keys for this screen' })).toContainText('Next gap to fill');
});

test('the room leads to the screen: by a line, a key, and the clock of an audience', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await room.type('/updates staff');
  await page.keyboard.press('Enter');
  const updates = new UpdatesPage(page);
  await expect(updates.message).toBeFocused();
  await expect(updates.audience('staff')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(room.composer).toBeFocused();
  // A lone commander has one clock for all.
  await room.work.getByRole('link', { name: 'summary' }).press('Enter');
  await expect(updates.message).toBeFocused();
  await expect(updates.audience('responders')).toBeChecked();
});

for (const [what, title, text] of [
  ['a title of 300 characters and a message of 20,000', longTitle, `first ${'x'.repeat(19_990)}`],
  [
    'German',
    'Ausfall der Zahlungsdienstleisterschnittstellenüberwachung',
    'Die Zahlungsdienstleisterschnittstellenüberwachung schlägt seit 01:20 fehl. Nächste Nachricht um 02:50.',
  ],
  ['Arabic', 'فشل الدفع في أوروبا', 'لا يستطيع العملاء الدفع منذ الساعة 01:20.'],
] as const) {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    test(`${what} fit at ${size.width} pixels, and are sent as they were written`, async ({ kim: page, core }) => {
      await page.setViewportSize(size);
      const incident = await core.declare(title, { severity: 2, impact: 'slow' });
      await core.run(incident, { type: 'update.send', audiences: ['customers'], text: 'before', nextAt: Date.now() + 20 * minute });
      const updates = await UpdatesPage.open(page, core, incident, 'customers');
      await updates.message.fill(text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
      await page.keyboard.press('Alt+C');
      await expect(updates.said(/recorded as sent to customers/)).toBeVisible();
      const sent = await core.events(incident, 'update.sent');
      expect(sent.at(-1)?.body).toMatchObject({ text });
    });
  }
}
