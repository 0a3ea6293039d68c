/** The templates by keyboard: a copy of one that ships, its faults, the draft beside it, saving and removing. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { shippedTemplateFiles } from '../../electron/core/studio/shipped-templates.ts';
import { expect, giveName, test } from './fixtures.ts';
import type { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';
import { typeInBursts } from './typing.ts';

const template = (
  id: string,
  version = 1,
  body = '{% section "summary", heading: "In short" %}\nIt was {{ incident.title }}.\n{% endsection %}',
): string => `---\nschema: wheelhouse-template/1\nid: ${id}\nversion: ${version}\nname: Ours\nabout: What we want to know.\n---\n${body}\n`;

async function save(core: RunningConsole, text: string): Promise<void> {
  await core.call('templates.save', { commandId: crypto.randomUUID(), text });
}

async function openTemplate(page: Page, core: RunningConsole, id: string): Promise<void> {
  await page.goto(`${core.url}/#/templates/${id}`);
  await expect(editor(page)).toBeVisible();
}

const editor = (page: Page) => page.getByRole('textbox', { name: /^Template, YAML and Liquid/ });
const faults = (page: Page) => page.getByRole('list', { name: 'Faults of the text' }).getByRole('listitem');
const preview = (page: Page) => page.getByRole('region', { name: 'Preview of the draft' });
const shelf = (page: Page) => page.getByRole('navigation', { name: 'Templates' });

/** Pastes a text over the whole of what is there, as a person does. */
async function replaceAll(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

test('a copy of one that ships is made, changed and saved: all by keyboard, and drafts are made by it', async ({ kim: page, core }) => {
  await page.keyboard.press('Alt+Shift+T');
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
  await page.goto(`${core.url}/#/templates/google-sre`);
  await expect(preview(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a copy' }).press('Enter');
  await expect(page.getByText('google-sre-own is not saved yet.')).toBeVisible();
  await expect(shelf(page).getByRole('link', { name: /^google-sre-own.*not saved yet/ })).toHaveAttribute('aria-current', 'page');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n{% section "weather", heading: "The weather" %}It rained.{% endsection %}\n');
  await expect(preview(page).getByRole('heading', { name: 'The weather' })).toBeVisible();
  await page.reload();
  await expect(preview(page).getByRole('heading', { name: 'The weather' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Saved. Drafts can be made by it.').first()).toBeVisible();
  await expect(shelf(page).getByRole('link', { name: /^Google SRE, our own.*own · version 1/ })).toBeVisible();
  await expect(page.getByText('not saved yet', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Saved before' })).toContainText(/Version 1, saved .* by Kim ✓ in use/);
  const incident = await core.declare('Checkout fails');
  const { draft } = await core.call('postmortem.draft', { id: incident, template: 'google-sre-own' });
  expect(draft.sections.map(({ heading }) => heading)).toContain('The weather');
});

test('a slip is told with its place while the last good draft stays; it is gone to and mended, and is never saved', async ({
  kim: page,
  core,
}) => {
  await save(core, template('ours'));
  await openTemplate(page, core, 'ours');
  await expect(preview(page).getByRole('heading', { name: 'In short' })).toBeVisible();
  await replaceAll(
    page,
    template('ours')
      .replace('incident.title }}', 'incident.title | raw }}')
      .replace('{% endsection %}', '{% part "nope" %}\n{% endsection %}'),
  );
  await expect(faults(page)).toHaveCount(2);
  await expect(faults(page).first()).toContainText('9:8');
  await expect(faults(page).nth(1)).toContainText('10:1');
  await expect(preview(page).getByRole('heading', { name: 'In short' })).toBeVisible();
  await expect(page.getByText('of the text before its faults')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Nothing was saved: there are 2 faults to mend first.').first()).toBeVisible();
  expect((await core.call('templates.get', { id: 'ours' })).text).toBe(template('ours'));
  await faults(page).first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await expect(editor(page).locator('.cm-activeLine')).toHaveText('{% part "nope" %}');
  await page.keyboard.press('F8');
  await expect(editor(page).locator('.cm-activeLine')).toContainText('| raw');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('Mended.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Delete');
  await expect(faults(page)).toHaveCount(0);
  await expect(preview(page)).toContainText('Mended.');
});

test('no letter is lost, and none lands elsewhere, when somebody types faster than the page draws', async ({ kim: page, core }) => {
  await save(core, template('ours'));
  await openTemplate(page, core, 'ours');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  const words = 'what is written at night is read by day; '.repeat(8);
  await typeInBursts(page, words);
  await expect(editor(page).locator('.cm-activeLine')).toHaveText(words);
  await expect(editor(page).locator('.cm-line').first()).toHaveText('---');
});

test('the draft is shown with an incident of one’s own, and its words stay words', async ({ kim: page, core }) => {
  await save(core, template('ours'));
  await core.declare('<img src=x onerror="document.title=1"> *Checkout* [x](javascript:y)');
  await openTemplate(page, core, 'ours');
  const choice = page.getByRole('combobox', { name: 'Shown with' });
  await choice.selectOption({ index: 1 });
  await expect(preview(page)).toContainText('It was <img src=x onerror="document.title=1"> *Checkout* [x](javascript:y).');
  await expect(preview(page).locator('img, a')).toHaveCount(0);
});

test('what somebody saved meanwhile is not overwritten, and an old text is put back', async ({ kim: page, core }) => {
  await save(core, template('ours', 1));
  await openTemplate(page, core, 'ours');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('{% # mine %}');
  await expect(page.getByText('not saved yet', { exact: true })).toBeVisible();
  await save(core, template('ours', 2));
  await expect(page.getByRole('status').filter({ hasText: 'while you wrote' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  expect((await core.call('templates.get', { id: 'ours' })).text).toBe(template('ours', 2));
  await page.getByRole('button', { name: 'Drop mine' }).press('Enter');
  await expect(editor(page)).toContainText('version: 2');
  await page.getByRole('button', { name: /^Put Version 1, .* into the editor$/ }).press('Enter');
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(async () => (await core.call('templates.get', { id: 'ours' })).text).toBe(template('ours', 1));
});

test('an own one in place of one that ships is removed after a question, and the shipped one is back', async ({ kim: page, core }) => {
  await save(core, template('google-sre', 9));
  await openTemplate(page, core, 'google-sre');
  await expect(preview(page).getByRole('heading', { name: 'In short' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove …' }).press('Enter');
  await page.getByRole('button', { name: 'Remove it' }).press('Enter');
  await expect(page.getByText('Removed. The shipped one is used again.').first()).toBeVisible();
  await expect(preview(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  expect((await core.call('templates.get', { id: 'google-sre' })).text).toBe(shippedTemplateFiles().get('google-sre')?.text);
});

test('somebody who was invited reads them, and is told who saves them', async ({ kim: _owner, core, openBrowser }) => {
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  await openTemplate(sam, core, 'google-sre');
  await editor(sam).focus();
  await sam.keyboard.type('mine');
  await expect(editor(sam)).not.toContainText('mine');
  await expect(sam.getByText('The owner of this console saves templates.').first()).toBeAttached();
  await sam.goto(`${core.url}/#/templates/nope`);
  await expect(sam.getByText('There is no template nope. Choose one of the list.')).toBeVisible();
});

test('every part of the screen is accessible, in every look and on a telephone', async ({ kim: page, core }) => {
  await save(core, template('ours'));
  await openTemplate(page, core, 'ours');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('{% frob %}');
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
