/** `similar` and `publish` as somebody types them, each a process of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newConsole } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { pastIncident } from '../fixtures/past-incidents.ts';

vi.setConfig({ testTimeout: 120_000 });

const cli = (data: string, ...args: readonly string[]) => wheelhouse(args, { data });

test('similar tells which and why, publish tells which files, and both end with a code that a script can ask for', async () => {
  const dataDir = newFolder();
  const console = await newConsole({ dataDir });
  await pastIncident(console, { title: 'Certificate of the gateway expired' });
  await pastIncident(console, { title: 'Gateway certificate expired again', detection: 'handshakes fail' });
  await console.close();

  const like = await cli(dataDir, 'similar', 'inc-2');
  expect(like).toMatchObject({ code: 0, errors: '' });
  expect(like.out).toMatch(/^inc-1 .*Certificate of the gateway expired\n +shares: .*certificate/i);
  expect(JSON.parse((await cli(dataDir, 'similar', 'inc-2', '--json')).out)).toMatchObject([
    { label: 'inc-1', passages: [{ kind: 'title' }] },
  ]);
  expect((await cli(dataDir, 'similar', 'inc-9')).code).toBe(1);

  const folder = newFolder();
  const published = await cli(dataDir, 'publish', '--all', '--to', folder, '--template', 'google-sre');
  expect(published).toMatchObject({ code: 0, errors: '' });
  expect(published.out).toMatch(/^written {4}inc-\d {5}\S+\.md\n/);
  expect(readdirSync(folder)).toHaveLength(3);
  expect((await cli(dataDir, 'publish', 'inc-1', '--to', folder)).out).toMatch(/^unchanged {2}inc-1/);
  expect((await cli(dataDir, 'publish', '--to', folder)).code).toBe(2);
  const nowhere = await cli(dataDir, 'publish', '--all', '--to', join(folder, 'nowhere'));
  expect(nowhere).toMatchObject({ code: 1, errors: expect.stringContaining('is not there') });
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
