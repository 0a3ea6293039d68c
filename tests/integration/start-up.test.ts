import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { exampleTemplate } from '../../electron/core/studio/template-guide.ts';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const fixture = (name: string): URL => new URL(`../fixtures/${name}`, import.meta.url);

/** An environment in which a program tells what it loads, and what it told. */
function watched() {
  const file = join(newFolder(), 'packages.json');
  return {
    env: { NODE_OPTIONS: `--import ${fixture('loaded-packages.mjs').href}`, WHEELHOUSE_LOADED_PACKAGES: file },
    packages: () => JSON.parse(readFileSync(file, 'utf8')) as readonly string[],
  };
}

/** The packages that a command line loads on its way to a good end. */
async function loadedBy(args: readonly string[], data?: string): Promise<readonly string[]> {
  const { env, packages } = watched();
  expect(await wheelhouse(args, { env, ...(data !== undefined && { data }) })).toMatchObject({ code: 0, errors: '' });
  return packages();
}

/** What keeps a log and decides: nothing that runs templates, reads prose, writes documents or serves browsers. */
const ofTheCore = ['@noble/hashes', 'better-sqlite3', 'xstate', 'yaml', 'zod'];

test('to say what it can do, the command line loads what reads command lines, and nothing else', async () => {
  expect(await loadedBy(['--help'])).toEqual(['commander']);
});

test('the core is ready with what keeps the log and decides', async () => {
  const { env, packages } = watched();
  const child = spawn(process.execPath, [fileURLToPath(fixture('begin-core.ts')), newFolder()], { env: { ...process.env, ...env } });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(packages()).toEqual(ofTheCore);
});

test('what falls due is told with no more than that; a template and a document bring along what they need', async () => {
  const data = newFolder();
  await wheelhouse(['declare', 'Checkout fails'], { data });
  expect(await loadedBy(['due'], data)).toEqual([...ofTheCore, 'commander'].toSorted());
  const template = join(data, 'ours.liquid');
  writeFileSync(template, exampleTemplate);
  expect(await loadedBy(['template', 'check', template])).toContain('liquidjs');
  const exporting = ['export', 'inc-1', '--format', 'docx', '--out', join(data, 'draft.docx')];
  const document = await loadedBy(exporting, data);
  expect(document).toEqual(expect.arrayContaining(['docx', 'mdast-util-from-markdown', 'micromark']));
  expect(document).not.toContain('canvaskit-wasm');
  await wheelhouse(['log', 'inc-1', '/impact @-10m'], { data });
  expect(await loadedBy(exporting, data)).toContain('canvaskit-wasm');
});
