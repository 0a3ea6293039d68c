/** What the packaged app does not let happen, whatever is in its page. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { type Desktop, launch, newProfile, packagedProgram, quit } from './launch.ts';

let desktop: Desktop;
let elsewhere: Server;
let address: string;
let visits: string[];

test.beforeAll(async () => {
  visits = [];
  elsewhere = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>elsewhere</title>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  desktop = await launch(newProfile());
});

test.afterAll(async () => {
  await quit(desktop);
  elsewhere.close();
});

test('the page has no Node in it, and one thing of ours: the bridge', async () => {
  const found = await desktop.page.evaluate(() => {
    const page = globalThis as unknown as Record<string, unknown>;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
        (name) => page[name] !== undefined,
      ),
      bridge: Object.keys(window.wheelhouse ?? {}).sort(),
      frozen: Object.isFrozen(window.wheelhouse),
    };
  });
  expect(found).toEqual({ node: [], bridge: ['call', 'desktop', 'face', 'settings', 'stream'], frozen: true });
});

test('the page lives on an origin of its own, under a policy without holes', async () => {
  const seen = await desktop.page.evaluate(async () => {
    const response = await fetch('/index.html');
    return { origin: location.origin, policy: response.headers.get('content-security-policy') ?? '' };
  });
  expect(seen.origin).toBe('app://console');
  expect(seen.policy).toContain("default-src 'none'");
  expect(seen.policy).toContain("require-trusted-types-for 'script'");
  expect(seen.policy).not.toContain('unsafe');
});

test('a path that climbs out of the renderer finds nothing', async () => {
  const statuses = await desktop.page.evaluate(() =>
    Promise.all(
      [
        '/../main/main.js',
        '/..%2fmain%2fmain.js',
        '/%2e%2e/core/cli.js',
        '/content-security.json',
        '/.vite/manifest.json',
        '//etc/passwd',
      ].map(async (path) => (await fetch(path).catch(() => ({ status: 0 }))).status),
    ),
  );
  expect(statuses.filter((status) => status !== 404 && status !== 0)).toEqual([]);
});

test('going elsewhere is refused: by script, by link, by form and by redirect', async () => {
  const { page } = desktop;
  const home = page.url();
  await page.evaluate((url) => {
    location.href = `${url}/by-script`;
  }, address);
  await page.evaluate((url) => {
    const link = document.createElement('a');
    link.href = `${url}/by-link`;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
  await page.evaluate((url) => {
    const form = document.createElement('form');
    form.action = `${url}/by-form`;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
  }, address);
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  // A turn through the main process: whatever was going to happen has happened before it answers.
  await page.evaluate(() => window.wheelhouse?.settings.get());
  expect(page.url()).toBe(home);
  expect(await page.title()).not.toBe('elsewhere');
  expect(visits).toEqual([]);
});

test('no window opens: by script, by a link with a target, or by another scheme', async () => {
  const { app, page } = desktop;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, {
      openExternal: (url: string) => {
        opened.push(url);
        return Promise.resolve();
      },
    });
  });
  await page.evaluate((url) => {
    for (const target of [
      `${url}/window`,
      'file:///etc/passwd',
      'ms-msdt:/id',
      'app://console/index.html',
      'https://status.example.com/',
    ]) {
      window.open(target);
    }
  }, address);
  await page.evaluate(() => window.wheelhouse?.settings.get());
  expect(app.windows()).toHaveLength(1);
  expect(visits).toEqual([]);
  expect(await app.evaluate(() => (globalThis as unknown as { opened: readonly string[] }).opened)).toEqual([
    'https://status.example.com/',
  ]);
});

test('a frame shows nothing of the world outside', async () => {
  const { page } = desktop;
  await page.evaluate(
    (url) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = `${url}/frame`;
        document.body.append(frame);
        setTimeout(() => {
          frame.remove();
          resolve();
        }, 300);
      }),
    address,
  );
  expect(visits).toEqual([]);
});

test('the machine is not handed to the page: no camera, place, microphone or clipboard reading', async () => {
  const states = await desktop.page.evaluate(() =>
    Promise.all(
      (['camera', 'geolocation', 'microphone', 'clipboard-read'] as unknown as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('every process of a page is in the sandbox', async () => {
  const pages = await desktop.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter((metric) => metric.type === 'Tab')
      .map((metric) => metric.pid),
  );
  expect(pages.length).toBeGreaterThan(0);
  // 2: system calls are filtered, which Chromium does in a sandboxed process only.
  for (const pid of pages) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  const preferences = await desktop.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        contents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false }]);
});

test('the fuses are blown as the configuration says', async () => {
  const wire = await getCurrentFuseWire(packagedProgram());
  const on = (option: FuseV1Options) => wire[option] === FuseState.ENABLE;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocolPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    asarIntegrity: true,
    onlyFromAsar: true,
    fileProtocolPrivileges: false,
  });
});

test('settings that are not JSON are set aside, and the console starts all the same', async () => {
  const profile = newProfile();
  writeFileSync(`${profile}/settings.json`, '{"appearance": {"theme": "da', { mode: 0o666 });
  const broken = await launch(profile);
  expect(await broken.page.evaluate(() => window.wheelhouse?.settings.get())).toEqual({ theme: 'system', night: false, sound: 'off' });
  expect(readdirSync(profile).filter((name) => name.startsWith('settings.damaged-'))).toHaveLength(1);
  await quit(broken);
});

test('a second start brings the first window forward, and ends', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await expect(launch(profile)).rejects.toThrow();
  expect(first.app.windows()).toHaveLength(1);
  expect(await first.page.title()).toContain('Wheelhouse');
  await quit(first);
});
