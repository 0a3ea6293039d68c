/** Draws `resources/icons/*.png` from the console's own mark, `renderer/public/icon.svg`: run by hand after the mark was changed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Sizes that desktops ask for, px; the largest is the source of the macOS and Windows icons. */
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];

const mark = await readFile(`${root}renderer/public/icon.svg`, 'utf8');
const executablePath = process.env.WHEELHOUSE_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath });
await mkdir(`${root}resources/icons`, { recursive: true });
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${mark}`);
  await writeFile(`${root}resources/icons/${size}x${size}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
