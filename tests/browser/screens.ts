/** Every screen as a picture: each at the sizes and in the themes that people have, from a console that holds at least one incident. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface Screen {
  readonly name: string;
  /** Brings the page there from a freshly loaded address. */
  readonly show: (page: Page) => Promise<void>;
}

/** Where windows and telephones are, px. */
export const sizes = [
  { name: '1280x800', width: 1280, height: 800 },
  { name: '1920x1080', width: 1920, height: 1080 },
  { name: '390x844', width: 390, height: 844 },
] as const;

/** The settings as a browser keeps them. */
export const looks = [
  { name: 'dark', settings: { theme: 'dark', night: false } },
  { name: 'light', settings: { theme: 'light', night: false } },
  { name: 'night', settings: { theme: 'dark', night: true } },
] as const;

/** The screens of a console; `incident` is an id, a unique suffix of one, or a label. */
export function screensOf(incident: string): readonly Screen[] {
  const room = `#/incident/${incident}`;
  const goTo = async (page: Page, hash: string) => {
    await page.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
  };
  return [
    { name: 'home', show: async (page) => page.getByRole('heading', { name: 'Past' }).waitFor() },
    {
      name: 'search',
      show: async (page) => {
        await page.getByRole('searchbox', { name: 'Search every log' }).fill('e');
        await page.getByRole('heading', { name: 'Found in the logs' }).waitFor();
      },
    },
    {
      name: 'palette',
      show: async (page) => {
        await goTo(page, room);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('dialog', { name: 'Find an action' }).waitFor();
      },
    },
    {
      name: 'keys',
      show: async (page) => {
        await goTo(page, room);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.keyboard.press('F1');
        await page.getByRole('heading', { name: 'Keys for this screen' }).waitFor();
      },
    },
    {
      name: 'room',
      show: async (page) => {
        await goTo(page, room);
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
    },
    {
      name: 'export-markdown',
      show: async (page) => {
        await goTo(page, `${room}/export`);
        await page.getByRole('region', { name: 'Draft in Markdown' }).waitFor();
      },
    },
    {
      name: 'export-html',
      show: async (page) => {
        await goTo(page, `${room}/export`);
        await page.getByText('HTML', { exact: true }).click();
        await page.frameLocator('iframe[title="Draft in HTML"]').getByRole('heading', { level: 1 }).waitFor();
      },
    },
    {
      name: 'lost',
      show: async (page) => {
        await goTo(page, '#/nowhere');
        await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
      },
    },
  ];
}

/** Writes `<screen>-<look>-<size>.png` of every screen into a folder. The page must be in, with a name given; answers how many were written. */
export async function shootAll(page: Page, outDir: string, screens: readonly Screen[]): Promise<number> {
  mkdirSync(outDir, { recursive: true });
  let written = 0;
  for (const look of looks) {
    await page.evaluate((kept) => localStorage.setItem('wheelhouse.settings', kept), JSON.stringify(look.settings));
    for (const { name, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      for (const screen of screens) {
        await page.goto(new URL('/', page.url()).href);
        await page.reload();
        await screen.show(page);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(outDir, `${screen.name}-${look.name}-${name}.png`), animations: 'disabled' });
        written += 1;
      }
    }
  }
  return written;
}
