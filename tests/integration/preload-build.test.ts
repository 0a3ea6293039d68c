import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const into = mkdtempSync(join(tmpdir(), 'wheelhouse-preload-'));
afterAll(() => rmSync(into, { recursive: true, force: true }));

test('the preload is one CommonJS file that requires Electron and nothing else', () => {
  execFileSync(process.execPath, ['electron/build.ts', '--into', into, 'preload'], { cwd: root });
  expect(readdirSync(join(into, 'preload'))).toEqual(['preload.cjs']);
  const text = readFileSync(join(into, 'preload/preload.cjs'), 'utf8');
  const required = [...text.matchAll(/\brequire\(\s*["'`]([^"'`]*)["'`]\s*\)/g)].map((match) => match[1]);
  expect(required).toEqual(['electron']);
  expect(text).not.toMatch(/\bimport\s*\(|^import\s|^export\s/m);
});
