/** The strip: a small window that stays on top, shows the nearest clocks, and takes a line for the log. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { composer, declare, openIncident } from './at-the-console.ts';
import { writeEarlier } from './earlier-log.ts';
import { killCore, launch, newProfile, quit } from './launch.ts';
import { openStrip, stripPage, stripWindow, toggleStrip } from './the-strip.ts';

const minute = 60_000;
const line = (page: Page) => page.getByLabel('Log line');

test('the strip opens by the menu, small and on top of everything, takes no focus, and is closed the same way', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Checkout errors in the EU');
  await composer(page).fill('half a thought');
  const strip = await openStrip(app);
  await expect(strip.getByRole('heading', { name: 'Checkout errors in the EU' })).toBeVisible();
  const window = await stripWindow(app);
  expect(window).toMatchObject({ visible: true, focused: false, onTop: true });
  expect(window?.bounds.width).toBe(420);
  expect(window?.bounds.height).toBeLessThan(200);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('room-composer');
  await toggleStrip(app);
  expect(await stripWindow(app)).toMatchObject({ visible: false });
  await quit(desktop);
});

test('what the strip shows is as high as its window: nothing is cut off and nothing stands empty', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Checkout errors in the EU');
  const strip = await openStrip(app);
  await expect(line(strip)).toBeVisible();
  const content = () =>
    strip.evaluate(() => Math.ceil(document.getElementById('root')?.firstElementChild?.getBoundingClientRect().height ?? 0));
  await expect.poll(async () => (await stripWindow(app))?.bounds.height === (await content())).toBe(true);
  const before = await content();
  await page.evaluate(() => window.wheelhouse?.settings.set({ theme: 'dark', night: true, sound: 'off' }));
  await expect(strip.locator('html')).toHaveAttribute('data-night', 'on');
  await expect.poll(content).toBeGreaterThan(before);
  await expect.poll(async () => (await stripWindow(app))?.bounds.height === (await content())).toBe(true);
  expect(await strip.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await quit(desktop);
});

test('a line that is logged in the strip stands in the room, as the command that its chip said', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await line(strip).fill('/a @-3m rolled back deploy 88');
  await expect(strip.locator('#room-chip')).toContainText('action');
  await line(strip).press('Enter');
  await expect(line(strip)).toHaveValue('');
  await expect(page.getByText('rolled back deploy 88', { exact: true }).first()).toBeVisible();
  await quit(desktop);
});

test('a line typed into the strip before the log has what it is about is understood once that is there', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await line(strip).fill('/d no 1 eu-2 is full');
  await expect(strip.getByText(/writes it as a plain note/)).toBeVisible();
  await composer(page).fill('/d fail over to eu-2');
  await composer(page).press('Enter');
  await expect(strip.locator('#room-chip')).toContainText('d1 fail over to eu-2');
  await quit(desktop);
});

test('a command that cannot be carried out yet is refused in words, and its text stays', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await line(strip).fill('/res');
  await line(strip).press('Enter');
  await expect(strip.getByText('Not yet. This is missing:')).toBeVisible();
  await expect(line(strip)).toHaveValue('/res');
  await line(strip).press('Escape');
  await expect(strip.getByText('Not yet. This is missing:')).toBeHidden();
  await line(strip).fill('/sev 9');
  await expect(strip.getByText(/writes it as a plain note/)).toBeVisible();
  await quit(desktop);
});

test('when the core is killed the strip says so, keeps what was typed, and logs it once there is a core again', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await line(strip).fill('the replica is back');
  for (let accident = 0; accident < 3; accident += 1) await killCore(app);
  await expect(strip.getByRole('alert')).toContainText('Not recording');
  await line(strip).press('Enter');
  await expect(line(strip)).toHaveValue('the replica is back');
  await expect(strip.getByRole('alert')).toBeHidden();
  await expect(line(strip)).toHaveValue('the replica is back');
  await line(strip).press('Enter');
  await expect(line(strip)).toHaveValue('');
  await expect(page.getByText('the replica is back', { exact: true }).first()).toBeVisible();
  await quit(desktop);
});

test('of several incidents the strip shows the one whose clock is nearest, a drill after what really happens, and switches by a key', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [
    { title: 'Lost a zone', minutesAgo: 20, mode: 'drill' },
    { title: 'Search is slow', minutesAgo: 4, severity: 3 },
    {
      title: 'Payments are down',
      minutesAgo: 30,
      commands: [{ type: 'update.send', audiences: ['customers'], text: 'We are looking into it.', nextAt: Date.now() - 9 * minute }],
    },
  ]);
  const desktop = await launch(profile);
  const { app } = desktop;
  const strip = await openStrip(app);
  const title = strip.getByRole('heading');
  await expect(title).toHaveText('Payments are down');
  await expect(strip.getByRole('list', { name: 'Clocks' })).toContainText(/customers.*promised \d\d:\d\d, \d+ min ago: not kept/);
  await line(strip).press('Alt+N');
  await expect(title).toHaveText('Search is slow');
  await line(strip).press('Alt+N');
  await expect(title).toHaveText('Lost a zone');
  await expect(strip.getByText('DRILL', { exact: true })).toBeVisible();
  await line(strip).fill('half a thought');
  await line(strip).press('Alt+N');
  await expect(title).toHaveText('Payments are down');
  await line(strip).press('Alt+N');
  await line(strip).press('Alt+N');
  await expect(line(strip)).toHaveValue('half a thought');
  await quit(desktop);
});

test('running tasks count down in the strip, and one whose time is up asks for its answer', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [{ title: 'Payments are down', minutesAgo: 5 }]);
  const desktop = await launch(profile);
  const { app } = desktop;
  const strip = await openStrip(app);
  await line(strip).fill('/t @me 9m check the queue');
  await line(strip).press('Enter');
  const clocks = strip.getByRole('list', { name: 'Clocks' });
  await expect(clocks).toContainText(/t1 check the queue.*8:\d\d/);
  await quit(desktop);
});

test('a key opens the room of the incident in the console', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [{ title: 'Payments are down', minutesAgo: 5 }]);
  const desktop = await launch(profile);
  const { app, page } = desktop;
  const strip = await openStrip(app);
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  await line(strip).press('Alt+R');
  await expect(page.getByRole('heading', { name: 'Payments are down' })).toBeVisible();
  expect(strip.url()).toMatch(/#\/strip$/);
  await quit(desktop);
});

test('the strip stands where it was left, and is there again after the console was', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await declare(first.page, 'Search is slow');
  await openStrip(first.app);
  await first.app.evaluate(({ BrowserWindow }) => {
    const strip = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#/strip'));
    strip?.setBounds({ x: 300, y: 40, width: 520 });
  });
  const left = await stripWindow(first.app);
  await quit(first);

  const second = await launch(profile);
  const strip = await stripPage(second.app);
  await expect(line(strip)).toBeVisible();
  await expect.poll(async () => (await stripWindow(second.app))?.bounds).toMatchObject({ x: 300, y: 40, width: left?.bounds.width });
  expect(await stripWindow(second.app)).toMatchObject({ visible: true, onTop: true });
  expect(left?.bounds.width).toBe(520);
  await quit(second);
});

test('Escape hides the strip and keeps what was typed; the operating system’s way of closing it does the same', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await line(strip).fill('half a thought');
  await line(strip).press('Escape');
  await expect.poll(async () => (await stripWindow(app))?.visible).toBe(false);
  await toggleStrip(app);
  await expect.poll(async () => (await stripWindow(app))?.visible).toBe(true);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().endsWith('#/strip'))
      ?.close();
  });
  await expect.poll(async () => (await stripWindow(app))?.visible).toBe(false);
  await toggleStrip(app);
  await expect(line(strip)).toHaveValue('half a thought');
  await quit(desktop);
});

test('the console ends although the strip is open: it is not a second console', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  const strip = await openStrip(app);
  await expect(strip.getByText(/^No incident is open\./)).toBeVisible();
  const gone = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    const isStrip = (one: Electron.BrowserWindow) => one.webContents.getURL().endsWith('#/strip');
    setImmediate(() =>
      BrowserWindow.getAllWindows()
        .find((one) => !isStrip(one))
        ?.close(),
    );
  });
  await gone;
});

test('the strip is a page like the other: in the sandbox, with no Node in it, going nowhere else', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await expect(line(strip)).toBeVisible();
  const found = await strip.evaluate(() => {
    const globals = globalThis as unknown as Record<string, unknown>;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => globals[name] !== undefined),
      frozen: Object.isFrozen(window.wheelhouse),
      origin: location.origin,
    };
  });
  expect(found).toEqual({ node: [], frozen: true, origin: 'app://console' });
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        contents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  const strict = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };
  expect(preferences).toEqual([strict, strict]);
  const processes = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );
  for (const pid of processes) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  await strip.evaluate(() => {
    window.open('app://console/index.html');
  });
  expect(app.windows()).toHaveLength(2);
  await strip.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await strip.evaluate(() => {
    location.hash = '#/incident/elsewhere';
  });
  await strip.evaluate(() => window.wheelhouse?.settings.get());
  expect(strip.url()).toMatch(/^app:\/\/console\//);
  await expect(strip.getByRole('heading', { name: 'Search is slow' })).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await quit(desktop);
});

test('another page cannot hide the strip or change its height: only the strip itself', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  const strip = await openStrip(app);
  await expect(line(strip)).toBeVisible();
  await expect.poll(async () => (await stripWindow(app))?.bounds.height).toBeLessThan(200);
  const before = await stripWindow(app);
  await page.evaluate(() => window.wheelhouse?.desktop?.strip.hide());
  await page.evaluate(() => window.wheelhouse?.desktop?.strip.fit(400));
  expect(await stripWindow(app)).toEqual(before);
  await quit(desktop);
});

test('a half line survives a reload of the strip', async () => {
  const profile = newProfile();
  await writeEarlier(profile, [{ title: 'Payments are down', minutesAgo: 5 }]);
  const desktop = await launch(profile);
  const { app, page } = desktop;
  await openIncident(page, 'Payments are down');
  const strip = await openStrip(app);
  await line(strip).fill('half a thought');
  await strip.reload();
  await expect(line(strip)).toHaveValue('half a thought');
  await quit(desktop);
});
