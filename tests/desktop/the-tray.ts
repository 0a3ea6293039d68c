/** What the app's tray is given: a test machine may show none. */
import type { ElectronApplication } from '@playwright/test';

export interface WatchedTray {
  readonly tip: () => Promise<string>;
  readonly labels: () => Promise<readonly string[]>;
  /** Clicks the item whose label begins so. */
  readonly choose: (label: string) => Promise<void>;
}

/** Notes what the tray is told from now on, and hands it on. */
export async function watchTray(app: ElectronApplication): Promise<WatchedTray> {
  await app.evaluate(({ Tray }) => {
    const tray: { tip: string; menu: Electron.Menu | null } = { tip: '', menu: null };
    Object.assign(globalThis, { tray });
    const { setToolTip, setContextMenu } = Tray.prototype;
    Tray.prototype.setToolTip = function (this: Electron.Tray, tip) {
      tray.tip = tip;
      return setToolTip.call(this, tip);
    };
    Tray.prototype.setContextMenu = function (this: Electron.Tray, menu) {
      tray.menu = menu;
      return setContextMenu.call(this, menu);
    };
  });
  return {
    tip: () => app.evaluate(() => (globalThis as unknown as { tray: { tip: string } }).tray.tip),
    labels: () =>
      app.evaluate(() =>
        ((globalThis as unknown as { tray: { menu: Electron.Menu | null } }).tray.menu?.items ?? [])
          .filter(({ type }) => type !== 'separator')
          .map(({ label }) => label),
      ),
    choose: (label) =>
      app.evaluate((_electron, wanted) => {
        const { tray } = globalThis as unknown as { tray: { menu: Electron.Menu | null } };
        setImmediate(() => tray.menu?.items.find((item) => item.label.startsWith(wanted))?.click());
      }, label),
  };
}
