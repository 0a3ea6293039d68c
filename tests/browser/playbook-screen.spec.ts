/** The playbook by keyboard: its text and its faults, saving, what was saved before, a file, and an incident that takes it over. */
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';

const acme = (version: string): string => writePlaybook({ ...defaultPlaybook, name: 'Acme', version });

/** Saves a playbook as the owner, from elsewhere. */
async function save(core: RunningConsole, text: string): Promise<void> {
  await core.call('playbook.run', { commandId: crypto.randomUUID(), type: 'playbook.save', text });
}

async function openPlaybook(page: Page, core: RunningConsole): Promise<void> {
  await page.goto(`${core.url}/#/playbook`);
  await expect(editor(page)).toBeVisible();
}

const editor = (page: Page) => page.getByRole('textbox', { name: /^Playbook, YAML/ });
const faults = (page: Page) => page.getByRole('list', { name: 'Faults of the text' }).getByRole('listitem');
const versions = (page: Page) => page.getByRole('list', { name: 'Versions' }).getByRole('listitem');

/** Pastes a text over the whole of what is there, as a person does. */
async function replaceAll(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

/** The caret to the start of the line that begins with these words. */
async function toLine(page: Page, text: string, begins: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  const line = text.split('\n').findIndex((one) => one.startsWith(begins));
  for (let index = 0; index < line; index += 1) await page.keyboard.press('ArrowDown');
}

test('a slip in the text is told with its place as one types, gone to, mended, and saved with a note: all by keyboard', async ({
  kim: page,
  core,
}) => {
  await page.keyboard.press('Alt+Y');
  await expect(page.getByRole('heading', { level: 1, name: 'Playbook' })).toBeVisible();
  const { text } = await core.call('playbook.get', {});
  const line = text.split('\n').findIndex((one) => one.startsWith('triageDecisionMinutes')) + 1;
  await toLine(page, text, 'triageDecisionMinutes');
  await page.keyboard.type('x');
  await expect(
    faults(page)
      .filter({ hasText: `${line}:1` })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByRole('list', { name: 'Versions' }).getByText('Wheelhouse')).toHaveCount(0);

  await toLine(page, text, 'name:');
  await expect(async () => {
    await page.keyboard.press('F8');
    expect(await editor(page).locator('.cm-activeLine').textContent()).toContain('xtriageDecisionMinutes');
  }).toPass();
  await page.keyboard.press('Delete');
  await expect(page.getByText('It reads. What is saved now holds')).toBeVisible();

  await toLine(page, text, 'reopenDays');
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Note for the history' })).toBeFocused();
  await page.keyboard.type('ten times as long');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Saved. New incidents go by it.').first()).toBeVisible();
  await expect(versions(page).first()).toContainText(/Kim.*in force.*ten times as long/s);
  const saved = await core.call('playbook.get', {});
  expect([saved.playbook.reopenDays, saved.source]).toEqual([defaultPlaybook.reopenDays * 10, 'saved']);
});

test('faults are walked in their list by arrows, and Enter goes to the place', async ({ kim: page, core }) => {
  await openPlaybook(page, core);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('x');
  await replaceAll(page, acme('1').replace('reopenDays:', 'reopenDais:').replace('dueSoonMinutes:', 'dueSonMinutes:'));
  await expect.poll(() => faults(page).count()).toBeGreaterThan(1);
  await faults(page).first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(faults(page).nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
});

test('keys and values that may stand at a place are offered', async ({ kim: page, core }) => {
  await openPlaybook(page, core);
  await editor(page).focus();
  await replaceAll(page, 'checklists:\n  - id: first\n    ');
  await page.keyboard.type('mo');
  await expect(page.getByRole('option', { name: 'mode' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: 'read-do' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('mode: read-do');
});

test('what is typed and not saved is there after a reload, and nobody who saved meanwhile is overwritten', async ({ kim: page, core }) => {
  await openPlaybook(page, core);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('# agreed with legal\n');
  await expect(page.getByText('not saved yet', { exact: true })).toBeVisible();
  await page.reload();
  await expect(editor(page)).toContainText('# agreed with legal');
  await save(core, acme('7'));
  await expect(page.getByRole('status').filter({ hasText: /^.?Acme 7, .* was saved while you wrote/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  expect((await core.call('playbook.get', {})).text).toBe(acme('7'));
  await page.getByRole('button', { name: 'Drop mine' }).press('Enter');
  await expect(editor(page)).toContainText('name: Acme');
  await expect(page.getByRole('status').filter({ hasText: /^.?Acme 7, .* was saved while you wrote/ })).toHaveCount(0);
});

test('two versions are compared, and an old one is put into force again', async ({ kim: page, core }) => {
  await save(core, acme('1'));
  await save(core, acme('2'));
  await openPlaybook(page, core);
  await page.getByRole('combobox', { name: 'From' }).selectOption({ label: await optionOf(page, 'Acme 1') });
  await page.getByRole('combobox', { name: 'To' }).selectOption({ label: await optionOf(page, 'Acme 2') });
  const what = page.getByRole('list', { name: 'What changes' });
  await expect(what).toContainText(/version changed from 1 to 2/);
  await expect(page.getByRole('region', { name: 'Lines that differ' })).toContainText('added:');
  await page.getByRole('button', { name: /^Put Acme 1, .* into the editor$/ }).press('Enter');
  await expect(page.getByText('not saved yet', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(async () => (await core.call('playbook.get', {})).text).toBe(acme('1'));
});

/** The words of the option that begins so. */
async function optionOf(page: Page, begins: string): Promise<string> {
  const labels = await page.getByRole('combobox', { name: 'From' }).locator('option').allTextContents();
  return labels.find((label) => label.startsWith(begins)) ?? '';
}

test('a file is read into the editor, and what is in force is taken out as one', async ({ kim: page, core }, testInfo) => {
  await openPlaybook(page, core);
  const file = testInfo.outputPath('acme.yaml');
  writeFileSync(file, acme('3'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Read a file' }).press('Enter');
  await (await chooser).setFiles(file);
  await expect(editor(page)).toContainText('name: Acme');
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(async () => (await core.call('playbook.get', {})).text).toBe(acme('3'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
  expect((await download).suggestedFilename()).toBe('playbook.yaml');
});

test('somebody who was invited reads it, and is told who saves it', async ({ kim: _owner, core, openBrowser }) => {
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  await openPlaybook(sam, core);
  await editor(sam).focus();
  await sam.keyboard.type('mine');
  await expect(editor(sam)).not.toContainText('mine');
  await expect(sam.getByText('The owner of this console saves the playbook.').first()).toBeAttached();
  await save(core, acme('4'));
  await expect(editor(sam)).toContainText('name: Acme');
});

test('an incident that is open goes on by its own playbook until somebody takes over the one in force', async ({ kim: page, core }) => {
  const incident = await core.declare('Checkout fails', { severity: 2 });
  const room = await RoomPage.open(page, core, incident);
  await save(core, acme('5'));
  await expect(page.getByText(/another playbook came into force/)).toBeVisible();
  await room.composer.fill('/adopt the new figures');
  await room.composer.press('Enter');
  await expect(room.timeline).toContainText('Playbook from now on: Acme 5');
  await expect(page.getByText(/another playbook came into force/)).toHaveCount(0);
  await room.composer.fill('/playbook');
  await room.composer.press('Enter');
  await expect(editor(page)).toBeVisible();
});

test('every part of the screen is accessible, in every look and on a telephone', async ({ kim: page, core }) => {
  await save(core, acme('1'));
  await openPlaybook(page, core);
  await toLine(page, acme('1'), 'reopenDays');
  await page.keyboard.type('x');
  await expect(faults(page).first()).toBeVisible();
  for (const look of looks) {
    await wear(page, core, look);
    await expect(faults(page).first()).toBeVisible();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
      const axe = new AxeBuilder({ page });
      if (look.settings.night) axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
      const { violations } = await axe.analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${look.name} ${width} ${id}: ${target.join(' ')}`))).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});
