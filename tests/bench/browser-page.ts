/** A Chromium for the benchmarks, with a profile on the disk that is measured: a private window would keep its databases in memory. */
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';

/** Where the peers' pages seem to come from. Chromium trusts it, so that it gives them storage and fine clocks. */
const peerOrigin = 'http://localhost:1';

export const noBrowser = 'no Chromium here';

/** Opens a browser with a profile folder; undefined where the machine has none. */
export async function openBrowser(profile: string): Promise<BrowserContext | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-precise-memory-info'];
  return chromium.launchPersistentContext(profile, { executablePath, headless: true, args, viewport: { width: 1280, height: 800 } });
}

/** An empty page with the body that is given, and Dexie in it. */
export async function peerPage(browser: BrowserContext, body = ''): Promise<Page> {
  const page = await browser.newPage();
  await page.route(`${peerOrigin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
      body: `<!doctype html><meta charset="utf-8"><title>peer</title>${body}`,
    }),
  );
  await page.goto(`${peerOrigin}/`);
  await page.addScriptTag({ path: fileURLToPath(new URL('../../node_modules/dexie/dist/dexie.min.js', import.meta.url)) });
  return page;
}

/** The version, for the line about the machine. */
export function browserVersion(browser: BrowserContext): string {
  return `Chromium ${browser.browser()?.version() ?? 'of this machine'}`;
}
