/** What the app hands to the operating system to show as notifications: a test machine may show none. */
import type { ElectronApplication } from '@playwright/test';
import { type Desktop, killCore, launch } from './launch.ts';

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly urgency: string;
  /** The words on its buttons. */
  readonly actions: readonly string[];
}

/** Notes every notification that the app shows from now on, oldest first, and hands it on. */
export async function watchNotifications(app: ElectronApplication): Promise<() => Promise<readonly Shown[]>> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shown });
    const { show } = Notification.prototype;
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this);
      return show.call(this);
    };
  });
  return () =>
    app.evaluate(() =>
      (globalThis as unknown as { shown: readonly Electron.Notification[] }).shown.map(({ title, body, urgency, actions }) => ({
        title,
        body,
        urgency,
        actions: actions.map(({ text }) => text ?? ''),
      })),
    );
}

/** Does to one of the notifications what the operating system reports. `at`: its place among all that were shown, -1 the newest. */
export async function report(app: ElectronApplication, event: 'click' | 'action', at: number): Promise<void> {
  await app.evaluate(
    (_electron, happened) => {
      const { shown } = globalThis as unknown as { shown: readonly Electron.Notification[] };
      shown.at(happened.at)?.emit(happened.event);
    },
    { event, at },
  );
}

/** A console on a profile whose core was started anew under watch: what was due before is told again by a new core. */
export async function launchWatched(profile: string): Promise<Desktop & { readonly shown: () => Promise<readonly Shown[]> }> {
  const desktop = await launch(profile);
  const shown = await watchNotifications(desktop.app);
  await killCore(desktop.app);
  return { ...desktop, shown };
}
