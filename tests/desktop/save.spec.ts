/** Saving a draft to a file: where the person says, byte for byte, or not at all. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { declare, log } from './at-the-console.ts';
import { answerBoxes, type Desktop, launch, newProfile, quit } from './launch.ts';

let desktop: Desktop;
let folder: string;

/** The notice that the draft is saved; the same words are also said aloud. */
const saved = (page: Page) => page.locator('#screen').getByText('The draft is saved. The log says so.');

test.beforeAll(async () => {
  desktop = await launch(newProfile());
  await declare(desktop.page, 'Zahlungen gestört: “timeouts” in the EU 💳');
  await log(desktop.page, 'the proxy says “502”, größer als sonst — naïve retry | pipe <b>');
  await log(desktop.page, 'مشكلة في الدفع');
});

test.afterAll(() => quit(desktop));

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wheelhouse-saved-'));
  chmodSync(folder, 0o777);
});

/** Opens the export screen of the one incident anew, with this format. */
async function openExport(page: Page, format: 'Markdown' | 'HTML' = 'Markdown'): Promise<void> {
  await page.evaluate(() => {
    const [, screen, incident] = location.hash.split('/');
    location.hash = `#/${screen}/${incident}`;
  });
  await page.evaluate(() => {
    location.hash = `${location.hash}/export`;
  });
  await page.getByRole('combobox', { name: 'Format' }).selectOption(format);
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
}

/** Answers the question where to save, and tells what was suggested. */
async function answerSave(app: ElectronApplication, filePath: string | undefined): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }, path) => {
    const suggested: string[] = [];
    Object.assign(globalThis, { suggested });
    Object.assign(dialog, {
      showSaveDialog: (_window: unknown, { defaultPath = '' }: Electron.SaveDialogOptions) => {
        suggested.push(defaultPath);
        return Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
      },
    });
  }, filePath);
  return () => app.evaluate(() => (globalThis as unknown as { suggested: readonly string[] }).suggested);
}

/** What the export procedure answers now, and how often the log says that a draft was exported. */
async function exported(page: Page, format: 'md' | 'html') {
  return page.evaluate(async (asked) => {
    const id = location.hash.split('/')[2] ?? '';
    const bridge = window.wheelhouse;
    if (!bridge) throw new Error('there is no bridge');
    const draft = await bridge.call('incidents.export', { id, template: 'google-sre', format: asked });
    const events = await bridge.call('incidents.events', { id });
    if (!draft.ok || !events.ok) throw new Error('no draft');
    return { ...draft.value, times: events.value.events.filter(({ type }) => type === 'postmortem.exported').length };
  }, format);
}

for (const { format, name } of [
  { format: 'md', name: 'Markdown' },
  { format: 'html', name: 'HTML' },
] as const) {
  test(`a draft saved as ${name} is on disk byte for byte, under the name that was chosen`, async () => {
    const { app, page } = desktop;
    await openExport(page, name);
    const before = await exported(page, format);
    const suggested = await answerSave(app, join(folder, `ours.${format}`));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(saved(page)).toBeVisible();
    expect(readFileSync(join(folder, `ours.${format}`))).toEqual(Buffer.from(before.text, 'utf8'));
    expect(readdirSync(folder)).toEqual([`ours.${format}`]);
    expect((await suggested())[0]).toMatch(new RegExp(`/${before.fileName}$`));
    expect((await exported(page, format)).times).toBe(before.times + 1);
  });
}

test('a file that is saved over is replaced whole, and who may read it stays as it was', async () => {
  const { app, page } = desktop;
  const file = join(folder, 'draft.md');
  writeFileSync(file, 'x'.repeat(5_000_000));
  chmodSync(file, 0o600);
  await openExport(page);
  const { text } = await exported(page, 'md');
  await answerSave(app, file);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(saved(page)).toBeVisible();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a file name as long as the file system allows can be saved', async () => {
  const { app, page } = desktop;
  const file = join(folder, `${'n'.repeat(252)}.md`);
  await openExport(page);
  await answerSave(app, file);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(saved(page)).toBeVisible();
  expect(existsSync(file)).toBe(true);
});

test('changing one’s mind saves nothing, says nothing and logs nothing', async () => {
  const { app, page } = desktop;
  await openExport(page);
  const { times } = await exported(page, 'md');
  const asked = await answerBoxes(app, 'OK');
  const suggested = await answerSave(app, undefined);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await suggested()).length).toBe(1);
  expect((await exported(page, 'md')).times).toBe(times);
  expect(await asked()).toEqual([]);
  await expect(saved(page)).toBeHidden();
});

for (const { place, make, says } of [
  {
    place: 'a folder that may not be written',
    make: (inside: string) => chmodSync(inside, 0o555),
    says: 'You may not write in this folder. Save it again, and choose another folder.',
  },
  {
    place: 'a folder that has gone',
    make: (inside: string) => symlinkSync(join(inside, 'nowhere'), join(inside, 'gone')),
    says: 'The folder is not there any more. Save it again, and choose another folder.',
  },
  {
    place: 'the name of a folder',
    make: (inside: string) => mkdirSync(join(inside, 'draft.md')),
    says: 'There is a folder of this name. Save it again under another name.',
  },
] as const) {
  test(`saving to ${place} says so plainly, leaves nothing behind, and the log does not claim an export`, async () => {
    const { app, page } = desktop;
    make(folder);
    const file = place === 'a folder that has gone' ? join(folder, 'gone/draft.md') : join(folder, 'draft.md');
    const left = readdirSync(folder);
    await openExport(page);
    const { times } = await exported(page, 'md');
    const asked = await answerBoxes(app, 'OK');
    await answerSave(app, file);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await asked()).map(({ message, detail }) => ({ message, detail })))
      .toEqual([{ message: 'The file was not saved.', detail: `${file}\n\n${says}` }]);
    expect(readdirSync(folder)).toEqual(left);
    expect((await exported(page, 'md')).times).toBe(times);
    await expect(saved(page)).toBeHidden();
  });
}
