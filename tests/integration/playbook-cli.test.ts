import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const shipped = fileURLToPath(new URL('../../resources/playbook/default.yaml', import.meta.url));
const schemaFile = fileURLToPath(new URL('../../resources/playbook/playbook.schema.json', import.meta.url));

/** Runs `wheelhouse playbook …` to its end. */
const playbook = (args: readonly string[], input: string | Uint8Array = '') => wheelhouse(['playbook', ...args], { input });

test('a playbook without faults is one line', async () => {
  const checked = await playbook(['check', shipped]);
  expect(checked).toEqual({
    code: 0,
    errors: '',
    out: expect.stringMatching(/^[^\n]+default\.yaml is a playbook: Wheelhouse default[^\n]+\n$/),
  });
});

test('each fault is a line with its place, and their count is told apart from them', async () => {
  const file = join(newFolder(), 'ours.yaml');
  const text = readFileSync(shipped, 'utf8').replace('soakMinutes: 30', 'soakMinuts: 30').replace('depth: full', 'depth: ful');
  writeFileSync(file, text);
  const { code, out, errors } = await playbook(['check', file]);
  expect(code).toBe(1);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toMatch(/^[^:]+ours\.yaml:\d+:\d+: \S/);
  const row = text.split('\n').findIndex((line) => line.includes('soakMinuts')) + 1;
  expect(lines[1]).toContain(`ours.yaml:${row}:5: “soakMinuts” is no key of severities 1; did you mean “soakMinutes”?`);
  expect(errors).toBe(`wheelhouse: ${file} has 3 faults\n`);
});

test('standard input is read where the file is -', async () => {
  expect(await playbook(['check', '-'], readFileSync(shipped))).toMatchObject({ code: 0, errors: '' });
  expect(await playbook(['check', '-'])).toEqual({
    code: 1,
    out: '<stdin>:1:1: The text is empty: a playbook begins with the line schema: wheelhouse-playbook/1.\n',
    errors: 'wheelhouse: <stdin> has 1 fault\n',
  });
});

test('a file that cannot be read, or is no text, is told in one line', async () => {
  const folder = newFolder();
  const absent = join(folder, 'absent.yaml');
  expect(await playbook(['check', absent])).toEqual({
    code: 1,
    out: '',
    errors: `wheelhouse: cannot read ${absent}: there is no such file\n`,
  });
  expect(await playbook(['check', folder])).toEqual({
    code: 1,
    out: '',
    errors: expect.stringMatching(/^wheelhouse: cannot read [^\n]+\n$/),
  });
  expect(await playbook(['check', '-'], new Uint8Array([0xff, 0xfe, 0x00]))).toEqual({
    code: 1,
    out: '',
    errors: 'wheelhouse: - is no text: a playbook is written in UTF-8\n',
  });
  expect(await playbook(['check'])).toMatchObject({ code: 2, out: '' });
});

test('the schema is printed as it lies beside the shipped playbook', async () => {
  expect(await playbook(['schema'])).toEqual({ code: 0, errors: '', out: readFileSync(schemaFile, 'utf8') });
});
