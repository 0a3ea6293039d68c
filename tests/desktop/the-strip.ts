/** What a person does with the strip, for desktop tests. */
import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** The strip's page, once it is there. */
export async function stripPage(app: ElectronApplication): Promise<Page> {
  const found = () => app.windows().find((page) => page.url().endsWith('#/strip'));
  await expect.poll(() => found() !== undefined).toBe(true);
  const page = found();
  if (page === undefined) throw new Error('there is no strip');
  return page;
}

/** Shows or hides the strip as the menu does. */
export async function toggleStrip(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View');
    view?.submenu?.items.find(({ label }) => label === 'Show or hide the strip')?.click();
  });
}

export interface StripWindow {
  readonly visible: boolean;
  readonly focused: boolean;
  readonly onTop: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** How the strip's window stands; undefined before it was made. */
export function stripWindow(app: ElectronApplication): Promise<StripWindow | undefined> {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#/strip'));
    if (!window) return undefined;
    return { visible: window.isVisible(), focused: window.isFocused(), onTop: window.isAlwaysOnTop(), bounds: window.getBounds() };
  });
}

/** Opens the strip by the menu and waits for its page. */
export async function openStrip(app: ElectronApplication): Promise<Page> {
  await toggleStrip(app);
  const page = await stripPage(app);
  await expect.poll(async () => (await stripWindow(app))?.visible).toBe(true);
  return page;
}
