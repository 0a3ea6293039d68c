/** Whom to call, by keyboard: cards, numbers, paths, gaps, a file, paper, and help from a room. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DirectoryCommandDraft } from '../../shared/directory/commands.ts';
import type { DirectoryFile } from '../../shared/directory/file-form.ts';
import { companyFile } from '../fixtures/directory-facts.ts';
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';

/** Runs a command of the directory as the owner. */
async function change(core: RunningConsole, draft: DirectoryCommandDraft): Promise<void> {
  await core.call('directory.run', { ...draft, commandId: crypto.randomUUID() } as Parameters<typeof core.call<'directory.run'>>[1]);
}

const save = (core: RunningConsole, name: string, more: Partial<DirectoryCommandDraft<'contact.save'>> = {}) =>
  change(core, { type: 'contact.save', kind: 'person', name, phones: ['+49 30 1234'], services: [], ...more });

async function openDirectory(page: Page, core: RunningConsole): Promise<void> {
  await page.goto(`${core.url}/#/directory`);
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the directory' });
const contacts = (page: Page) => page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** How many sheets of A4 a document takes, as Chromium prints it. */
async function sheets(page: Page, html: string): Promise<number> {
  await page.setContent(html);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

test('an empty directory says what would be in it, and the first card is written, found, copied, changed and removed by keyboard', async ({
  kim: page,
}) => {
  await page.keyboard.press('Alt+W');
  await expect(page.getByText('Nobody is in the directory yet.').first()).toBeVisible();
  await expect(search(page)).toBeFocused();

  await page.keyboard.press('Alt+A');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  for (const text of ['Ada Lovelace', '+44 20 7946 0018, +44 7700 900123 at night', 'database, dns', '1']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(contacts(page)).toHaveCount(1);
  await expect(contacts(page)).toContainText('called first');
  await expect(search(page)).toBeFocused();

  await page.keyboard.type('lovelace');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe('+44 20 7946 0018');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: '+44 20 7946 0018 copy number of Ada Lovelace' }).first()).toBeFocused();
  await page.keyboard.press('2');
  await expect.poll(() => clipboard(page)).toBe('+44 7700 900123 at night');
  await expect(contacts(page)).toContainText('✓ copied');

  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('ring the bell');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is not a number: it has no digits to dial')).toBeVisible();
  await page.getByRole('textbox', { name: 'Numbers' }).fill('+44 20 7946 9999');
  await page.keyboard.press('Enter');
  await expect(contacts(page)).toContainText('+44 20 7946 9999');

  await search(page).press('ArrowDown');
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect(contacts(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Put Ada Lovelace back' }).press('Enter');
  await expect(contacts(page)).toContainText('+44 20 7946 9999');
});

test('what one window writes into the directory, every other one shows', async ({ kim: page, core, openBrowser }) => {
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  await openDirectory(sam, core);
  await openDirectory(page, core);
  await save(core, 'Ada Lovelace');
  for (const window of [page, sam]) await expect(contacts(window)).toContainText('Ada Lovelace');
  await save(core, 'Grace Hopper');
  for (const window of [page, sam]) await expect(contacts(window)).toHaveCount(2);
});

test('who is behind many services, who is never reached without VPN, and which services have nobody then, is in sight', async ({
  kim: page,
  core,
}) => {
  await save(core, 'Ada Lovelace', { services: ['database', 'dns', 'mail'], order: 1, worksWithout: ['dns', 'sso', 'chat', 'office'] });
  await save(core, 'Grace Hopper', { services: ['database'], order: 2 });
  await openDirectory(page, core);
  await expect(contacts(page).filter({ hasText: 'Ada' })).toContainText('behind 3 services, alone for dns, mail');
  await expect(contacts(page).filter({ hasText: 'Ada' })).toContainText('not without VPN');
  const vpn = page.getByRole('list', { name: 'Gaps' }).getByRole('listitem').filter({ hasText: 'VPN' });
  await expect(vpn).toContainText('0 of 2 can be called, 1 never asked');
  await expect(vpn).toContainText('database, dns, mail');
  await expect(page.getByRole('list', { name: 'People behind many services' })).toContainText('nobody else for dns, mail');

  const paths = page.getByRole('list', { name: 'Paths' });
  await expect(paths.getByRole('listitem').filter({ hasText: 'database' }).first()).toContainText(/1\..*Ada.*2\..*Grace/s);
  await page.getByRole('button', { name: 'Change the path of database' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Names, first called first' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Grace, Zed');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Zed is not in the directory. Add them first.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Grace, Ada');
  await page.keyboard.press('Enter');
  await expect(paths.getByRole('listitem').filter({ hasText: 'database' }).first()).toContainText(/1\..*Grace.*2\..*Ada/s);
});

test('a file with faults changes nothing and each fault is named; a good one fills the directory', async ({ kim: page, core }) => {
  await openDirectory(page, core);
  const give = async (name: string, content: object) => {
    const file = join(core.dataDir, name);
    writeFileSync(file, JSON.stringify(content));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a file …' }).press('Enter');
    await (await chooser).setFiles(file);
  };
  await give('bad.json', {
    schema: 'wheelhouse-directory/1',
    contacts: [
      { name: 'Ada', phones: ['none'] },
      { name: 'Sam', order: 0 },
    ],
  });
  await expect(page.getByText('bad.json was not imported: 2 faults, and nothing was written.')).toBeVisible();
  await expect(page.getByText('contacts.0.phones.0')).toBeVisible();
  await expect(contacts(page)).toHaveCount(0);
  await give('good.json', companyFile(12));
  await expect(page.getByText('12 cards and paths were saved.')).toBeVisible();
  await expect(contacts(page)).toHaveCount(12);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
  expect((await download).suggestedFilename()).toBe('directory.json');
});

test('erasing a contact for good asks for the name, and leaves nothing of it in any window', async ({ kim: page, core }) => {
  await save(core, 'Ada Lovelace', { phones: ['+44 7700 900123'] });
  await openDirectory(page, core);
  await search(page).press('ArrowDown');
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Erase for good …' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Type Ada Lovelace to erase' })).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Type the name as it stands: Ada Lovelace')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody is in the directory yet.').first()).toBeVisible();
  expect(JSON.stringify(await core.call('directory.get', {}))).not.toContain('900123');
});

test('the page for the wall is one sheet of A4 for forty contacts, and can be printed and saved', async ({
  kim: page,
  core,
  browser,
  faults,
}) => {
  faults.allow(/Blocked script execution/);
  const file: DirectoryFile = {
    ...companyFile(40),
    escalations: [{ path: ['Ada Lovelace 1', 'Grace Hopper 2'], note: 'for everything else' }],
  };
  await change(core, { type: 'directory.import', file });
  await page.goto(`${core.url}/#/directory`);
  await page.keyboard.press('Alt+P');
  const paper = page.frameLocator('iframe[title="Who to call, on paper"]');
  await expect(paper.getByRole('heading', { level: 1, name: 'Who to call' })).toBeVisible();
  await expect(paper.getByText('Last changed')).toBeVisible();
  const printed = page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.querySelector<HTMLIFrameElement>('iframe');
        frame?.contentWindow?.addEventListener('beforeprint', () => resolve('printed'), { once: true });
      }),
  );
  await page.keyboard.press('ControlOrMeta+P');
  expect(await printed).toBe('printed');
  const download = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+S');
  expect((await download).suggestedFilename()).toBe('who-to-call.html');

  const { text } = await core.call('directory.print', {});
  const context = await browser.newContext({ javaScriptEnabled: false });
  const sheet = await context.newPage();
  const asked: string[] = [];
  sheet.on('request', (request) => asked.push(request.url()));
  expect(await sheets(sheet, text)).toBe(1);
  expect(asked).toEqual([]);
  for (const words of ['SEV1', 'Incident commander', '+49 30 5550 1039', 'for everything else'])
    await expect(sheet.getByText(words).first()).toBeVisible();
  await change(core, { type: 'directory.import', file: companyFile(200) });
  expect(await sheets(sheet, (await core.call('directory.print', {})).text)).toBeGreaterThan(1);
  await context.close();
});

test('in a room, whoever stands on the path is called and brought in, and a message asks for help', async ({ kim: page, core }) => {
  await save(core, 'Ada Lovelace', { services: ['database'], order: 1, phones: ['+44 20 7946 0018'] });
  await save(core, 'Grace Hopper', { services: ['mail'], order: 1 });
  const incident = await core.declare('The database is slow', { severity: 2, impact: 'orders take a minute' });
  await core.write(incident, 'restarted the replica', { kind: 'action' });
  await core.run(incident, { type: 'incident.amend', links: { call: '+49 30 555 0199' } });
  const room = await RoomPage.open(page, core, incident);
  const who = room.people.getByRole('region', { name: 'Who to call' });
  await expect(who).toContainText('Ada Lovelace');
  await expect(who).not.toContainText('Grace Hopper');
  await who.getByRole('button', { name: 'Add Ada Lovelace to this incident' }).press('Enter');
  await expect
    .poll(async () => (await core.events(incident, 'person.joined')).map(({ body }) => (body as { contact?: string }).contact))
    .toContain('+44 20 7946 0018');
  await expect(who.getByText('here', { exact: true })).toBeVisible();

  await room.composer.focus();
  await page.keyboard.press('Alt+H');
  await expect(room.composer).toHaveValue('/help ');
  await page.keyboard.type('the database replica');
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name: 'I need help' });
  await expect(help).toContainText('Tried so far: restarted the replica');
  await expect(help.getByRole('textbox', { name: 'I need help with' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => clipboard(page))
    .toContain('I need help with: the database replica\nIncident: SEV2 · The database is slow (inc-1)');
  expect(await clipboard(page)).toContain('Call: +49 30 555 0199');
  await page.keyboard.press('Escape');
  await expect(room.composer).toBeFocused();

  await page.keyboard.type('/directory');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
});

test('a card whose saving was recorded and got no answer is there once, though it is saved again', async ({ kim: page, core, faults }) => {
  faults.allow(/ERR_/);
  await openDirectory(page, core);
  await page.keyboard.press('Alt+A');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await page.route('**/api/v1/call/directory.run', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.keyboard.press('Enter');
  await expect(page.getByText(/this was not recorded/)).toBeVisible();
  await expect(contacts(page)).toHaveCount(1);
  await page.unroute('**/api/v1/call/directory.run');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveCount(0);
  await expect(contacts(page)).toHaveCount(1);
  const { directory } = await core.call('directory.get', {});
  expect(directory.contacts.map(({ name }) => name)).toEqual(['Ada Lovelace']);
});

test('the directory works while the console is gone: what was last known stays in sight and is copied', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/ERR_|WebSocket connection to|Failed to fetch/);
  await save(core, 'Ada Lovelace');
  await openDirectory(page, core);
  await expect(contacts(page)).toHaveCount(1);
  await core.kill();
  await expect(page.getByRole('alert')).toContainText('Not recording');
  await search(page).press('Enter');
  await expect.poll(() => clipboard(page)).toBe('+49 30 1234');
});

for (const look of looks) {
  test(`the directory is accessible in the ${look.name} look, wide and narrow, empty and full`, async ({ kim: page, core, faults }) => {
    faults.allow(/Blocked script execution/);
    await wear(page, core, look);
    const complaints = async () => {
      await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
      const axe = new AxeBuilder({ page }).exclude('iframe');
      if (look.settings.night) axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
      return (await axe.analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    };
    await openDirectory(page, core);
    expect(await complaints()).toEqual([]);
    await change(core, { type: 'directory.import', file: companyFile(12) });
    await save(core, 'Edith Clarke', { services: ['a', 'b', 'c'], worksWithout: ['dns'], note: 'speaks German' });
    await expect(contacts(page)).toHaveCount(13);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await complaints(), `${width} px`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${width} px`).toBeLessThanOrEqual(0);
    }
    await page.keyboard.press('Alt+A');
    await page.getByText('yes', { exact: true }).click();
    await expect(page.getByRole('checkbox', { name: 'DNS' })).toBeAttached();
    expect(await complaints()).toEqual([]);
    await page.goto(`${core.url}/#/directory/page`);
    await expect(page.getByRole('heading', { name: 'Page for the wall' })).toBeVisible();
    expect(await complaints()).toEqual([]);
  });
}
