/** Documents in the desktop app: a PDF that Electron itself prints, and bytes that are saved as they are. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { composer, declare, log } from './at-the-console.ts';
import { type Desktop, launch, newProfile, quit } from './launch.ts';

let desktop: Desktop;

test.beforeAll(async () => {
  desktop = await launch(newProfile());
  await declare(desktop.page, 'Payments fail <script>document.title = "ran"</script>');
  await log(desktop.page, 'the proxy says “502”, größer als sonst <img src="http://127.0.0.1:9/x">');
});

test.afterAll(() => quit(desktop));

/** The export of the one incident, as the page gets it. */
function exported(page: Page, format: 'pdf' | 'docx') {
  return page.evaluate(async (asked) => {
    const id = location.hash.split('/')[2] ?? '';
    const answer = await window.wheelhouse?.call('incidents.export', { id, template: 'google-sre', format: asked });
    if (!answer?.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }, format);
}

const windows = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('a draft is printed by the app itself: its words, no script, the same bytes twice, and no window left', async () => {
  const before = await windows();
  const made = await exported(desktop.page, 'pdf');
  expect(made).toMatchObject({ encoding: 'base64', mediaType: 'application/pdf' });
  const bytes = Buffer.from(made.text, 'base64');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1')).toMatch(/\/Producer \(Skia/);
  expect(bytes.toString('latin1')).toContain('Electron');
  expect((await exported(desktop.page, 'pdf')).text).toBe(made.text);
  expect(await windows()).toBe(before);
  const file = join(mkdtempSync(join(tmpdir(), 'wheelhouse-printed-')), 'draft.pdf');
  writeFileSync(file, bytes);
  const read = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  expect(read.error).toBeUndefined();
  expect(read.stderr).toBe('');
  // Boxes in the margins of pages came with Chromium 131; the app is sometimes tested in an Electron that is older than its own.
  const chromium = await desktop.app.evaluate(() => Number.parseInt(process.versions.chrome ?? '', 10));
  const inMargins = chromium >= 131 ? ['Page 1 of '] : [];
  for (const words of ['größer als sonst', '<script>document.title', ...inMargins]) expect(read.stdout).toContain(words);
});

test('bytes are saved as they are, where the person says', async () => {
  const { app, page } = desktop;
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-saved-'));
  chmodSync(folder, 0o777);
  const target = join(folder, 'ours.docx');
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath }) });
  }, target);
  const made = await exported(page, 'docx');
  await page.evaluate(async ({ text, fileName }) => {
    await window.wheelhouse?.desktop?.saveFile(
      fileName,
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
    );
  }, made);
  expect(readFileSync(target).equals(Buffer.from(made.text, 'base64'))).toBe(true);
  expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
});

test('a figure is drawn by the app itself into a Word document: the same bytes twice', async () => {
  const { page } = desktop;
  await composer(page).fill('/impact @-10m');
  await composer(page).press('Enter');
  await expect(page.getByText(/impact began/i).first()).toBeVisible();
  const made = await exported(page, 'docx');
  const files = unzipSync(Buffer.from(made.text, 'base64'));
  const png = Buffer.from(files['word/media/image1.png'] ?? []);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.readUInt32BE(16)).toBe(1_020);
  expect(Object.keys(files)).toContain('word/media/image1.svg');
  expect((await exported(page, 'docx')).text).toBe(made.text);
});
