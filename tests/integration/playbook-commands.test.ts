import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const acme = (version: string): string => writePlaybook({ ...defaultPlaybook, name: 'Acme', version });

/** Runs `wheelhouse playbook …` to its end. */
const playbook = (data: string, args: readonly string[], input = '') => wheelhouse(['playbook', ...args], { data, input });

test('a playbook is saved from a file, shown, listed, taken out as it was written, and compared', async () => {
  const data = newFolder();
  const file = join(newFolder(), 'acme.yaml');
  writeFileSync(file, `# ours\n${acme('1')}`);
  expect(await playbook(data, ['import', file, '--note', 'the first of ours'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Saved: new incidents go by it.'),
  });
  expect(await playbook(data, ['import', file])).toMatchObject({ code: 0, out: 'This playbook is in force already.\n' });
  expect((await playbook(data, ['show'])).out).toBe(`# ours\n${acme('1')}`);
  const { out: history } = await playbook(data, ['history']);
  expect(history).toMatch(/^[0-9a-f]{8} {2}· {2}Acme 1 .* in force .* the first of ours\n$/);
  expect(await playbook(data, ['import', '-', '--replaces', history.slice(0, 8)], acme('2'))).toMatchObject({ code: 0 });
  const difference = await playbook(data, ['diff', history.slice(0, 8)]);
  expect(difference).toMatchObject({ code: 0, out: '~ version: "1" → "2"\n' });
  expect((await playbook(data, ['diff', 'now', 'now'])).out).toBe('They say the same.\n');
  const late = await playbook(data, ['import', file, '--replaces', history.slice(0, 8)]);
  expect(late).toMatchObject({ code: 1, errors: expect.stringMatching(/^wheelhouse: Nothing was saved: .* saved “Acme” 2 at/) });
});

test('one with faults is refused with the line and column of each, and nothing is changed', async () => {
  const data = newFolder();
  await playbook(data, ['import', '-'], acme('1'));
  const broken = acme('2').replace('reopenDays:', 'reopenDais:');
  const line = broken.split('\n').findIndex((one) => one.startsWith('reopenDais')) + 1;
  const refused = await playbook(data, ['import', '-'], broken);
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(new RegExp(`^<stdin>:${line}:1: .*reopenDays`, 'm'));
  expect(refused.errors).toMatch(/nothing was changed\n$/);
  expect((await playbook(data, ['show'])).out).toBe(acme('1'));
});

test('before anything was saved the shipped one is in force, and a version that is not there is said to be none', async () => {
  const data = newFolder();
  const shipped = await playbook(data, ['show']);
  expect(shipped).toMatchObject({ code: 0, errors: '' });
  expect(await playbook(data, ['check', '-'], shipped.out)).toMatchObject({ code: 0 });
  await playbook(data, ['import', '-'], 'not a playbook');
  expect(await playbook(data, ['show'])).toEqual(shipped);
  expect((await playbook(data, ['history'])).out).toBe('Nothing was saved yet: the shipped playbook is in force.\n');
  expect((await playbook(data, ['diff', 'default'])).out).toBe('They say the same.\n');
  expect(await playbook(data, ['diff', 'abcdef'])).toMatchObject({
    code: 1,
    errors: expect.stringContaining('no version of the playbook'),
  });
});
