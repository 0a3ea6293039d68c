import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ChromiumPrinter } from '../../electron/core/studio/pdf/chromium-printer.ts';
import { installedChromiums } from '../../electron/installed-browsers.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { pagesOf, readingTest } from '../fixtures/office.ts';

vi.setConfig({ testTimeout: 90_000 });

/** A program that stands in for a browser: it may do what a broken one does. */
function program(script: string): string {
  const file = join(newFolder(), 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A server that counts who asks it for anything. */
async function listening(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

readingTest('a document that tries runs no script, reaches no server and reads no file, even without a policy of its own', async () => {
  const { url, asked } = await listening();
  const secret = join(newFolder(), 'secret.html');
  writeFileSync(secret, 'a secret of this machine');
  const html = `<!doctype html><title>x</title><p>before</p>
    <script>document.body.append('a script ran'); fetch('${url}/fetch')</script>
    <img src="${url}/picture" onerror="document.body.append('a script ran')">
    <style>p { background: url('${url}/background') }</style>
    <iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><iframe src="${url}/frame"></iframe>
    <p>after</p>
    <link rel="stylesheet" href="${url}/style"><style>@import url('${url}/import');</style>`;
  const printed = await new ChromiumPrinter().print(html);
  if (!printed.ok) throw new Error(printed.error);
  const file = join(newFolder(), 'tried.pdf');
  writeFileSync(file, printed.value);
  const text = pagesOf(file).join('');
  expect(text).toContain('before');
  expect(text).toContain('after');
  expect(text).not.toMatch(/script ran|secret of/);
  expect(asked).toEqual([]);
});

readingTest('a document that goes elsewhere by itself comes to no server, and is printed as it was', async () => {
  const { url, asked } = await listening();
  // Long enough that it would have left before its last page.
  const printed = await new ChromiumPrinter().print(
    `<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=${url}/refresh">${'<p>a line that stays</p>'.repeat(5_000)}`,
  );
  if (!printed.ok) throw new Error(printed.error);
  const file = join(newFolder(), 'stayed.pdf');
  writeFileSync(file, printed.value);
  expect(pagesOf(file).join('').split('a line that stays')).toHaveLength(5_001);
  expect(asked).toEqual([]);
});

test('nothing of a print is left on the disk, whether it worked or not', async () => {
  const folder = newFolder();
  expect(await new ChromiumPrinter({ folder }).print('<p>x</p>')).toMatchObject({ ok: true });
  expect(await new ChromiumPrinter({ folder, browsers: () => [program('exit 3')] }).print('<p>x</p>')).toMatchObject({ ok: false });
  expect(readdirSync(folder)).toEqual([]);
});

test('without a browser, people are told what to install', async () => {
  const printed = await new ChromiumPrinter({ browsers: () => [] }).print('<p>x</p>');
  expect(printed).toMatchObject({ ok: false, error: expect.stringMatching(/apt-get install chromium.*WHEELHOUSE_CHROMIUM.*HTML/) });
});

test.each([
  ['ends at once', 'exit 1', /ended before it had answered/],
  ['is killed', 'kill -9 $$', /ended before it had answered/],
  ['never answers', 'sleep 600', /took longer than/],
  ['answers with what is no message', 'printf "nonsense\\0" >&4; sleep 600', /said what is no message/],
])('a browser that %s is an error in words', async (_what, script, why) => {
  const printer = new ChromiumPrinter({ browsers: () => [program(script)], patience: 1_500 });
  const printed = await printer.print('<p>x</p>');
  expect(printed).toMatchObject({ ok: false, error: expect.stringMatching(why) });
  expect(printed.ok || printed.error).toContain('Try again');
});

test('a browser that cannot be started, and a disk that takes nothing, are errors in words', async () => {
  const absent = join(newFolder(), 'absent');
  expect(await new ChromiumPrinter({ browsers: () => [absent] }).print('<p>x</p>')).toMatchObject({
    ok: false,
    error: expect.stringContaining('ENOENT'),
  });
  expect(await new ChromiumPrinter({ folder: absent }).print('<p>x</p>')).toMatchObject({
    ok: false,
    error: expect.stringContaining('ENOENT'),
  });
});

test('after a failure the next document prints', async () => {
  let broken = true;
  const printer = new ChromiumPrinter({ browsers: () => (broken ? [program('exit 1')] : installedChromiums()) });
  expect(await printer.print('<p>x</p>')).toMatchObject({ ok: false });
  broken = false;
  expect(await printer.print('<p>x</p>')).toMatchObject({ ok: true });
});
