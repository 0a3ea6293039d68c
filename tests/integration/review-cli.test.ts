/** `wheelhouse review`: what it prints, what it exits with, and where it takes names and allowed phrases from. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const shipped = fileURLToPath(new URL('../../resources/playbook/default.yaml', import.meta.url));

test('findings are lines with their place, reason and question, then counts; an error exits with 1', async () => {
  const data = join(newFolder(), 'none');
  const file = join(newFolder(), 'night.md');
  writeFileSync(file, 'It rained.\n\n- Zoë broke the login.\r\n- We clearly saw it.\n');
  expect(await wheelhouse(['review', file, '--people', 'Ada, Zoë'], { data })).toEqual({
    code: 1,
    errors: '',
    out: [
      `${file}:3:3: error B5 "Zoë broke" Names a culprit. → Use the role, and describe the tool and the situation.`,
      `${file}:4:6: warn B8 "clearly" It is easy only afterwards. → When did it become visible, and to whom?`,
      '1 error, 1 warn, 0 info: B5 1, B8 1',
      '',
    ].join('\n'),
  });
});

test('warnings alone exit with 0, as does a text in which nothing is found', async () => {
  const data = join(newFolder(), 'none');
  expect(await wheelhouse(['review', '-'], { data, input: 'Clearly so.' })).toMatchObject({ code: 0, errors: '' });
  expect(await wheelhouse(['review', '-'], { data, input: '' })).toEqual({ code: 0, errors: '', out: 'Nothing found.\n' });
});

test('as JSON it has places and counts, and a message that goes out is read for promises too', async () => {
  const data = join(newFolder(), 'none');
  const { code, out } = await wheelhouse(['review', '-', '--live', '--json'], { data, input: 'We are sorry.\nBack soon.' });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    file: '<stdin>',
    findings: [{ rule: 'B16', level: 'warn', line: 2, column: 6, text: 'soon' }],
    counts: { levels: { error: 0, warn: 1, info: 0 }, rules: { B16: 1 } },
  });
});

test('what cannot be read is told in one line', async () => {
  const folder = newFolder();
  const data = join(folder, 'none');
  const binary = join(folder, 'picture.png');
  writeFileSync(binary, new Uint8Array([0x89, 0x50, 0, 0xff]));
  const large = join(folder, 'large.md');
  writeFileSync(large, 'x'.repeat(5_000_001));
  const absent = join(folder, 'absent.md');
  const says = async (...args: readonly string[]) => {
    const { code, out, errors } = await wheelhouse(['review', ...args], { data });
    expect(out).toBe('');
    return [code, errors];
  };
  expect(await says(binary)).toEqual([1, `wheelhouse: ${binary} is no text: Markdown or plain text in UTF-8 is read\n`]);
  expect(await says(large)).toEqual([1, `wheelhouse: ${large} is larger than 5 MB, which is the most that is reviewed\n`]);
  expect(await says(absent)).toEqual([1, `wheelhouse: cannot read ${absent}: there is no such file\n`]);
  expect(await says(folder)).toEqual([1, `wheelhouse: cannot read ${folder}: it is a folder\n`]);
  expect((await says())[0]).toBe(2);
  expect(await says(absent, '--loud')).toEqual([2, expect.stringContaining('--loud')]);
});

test('names come from an incident, and allowed phrases from the playbook in force', async () => {
  const data = join(newFolder(), 'data');
  const ours = join(newFolder(), 'ours.yaml');
  writeFileSync(ours, readFileSync(shipped, 'utf8').replace('allow: []', 'allow: [disaster day]'));
  expect((await wheelhouse(['me', 'Rory Lindqvist'], { data })).code).toBe(0);
  expect((await wheelhouse(['playbook', 'import', ours], { data })).errors).toBe('');
  expect((await wheelhouse(['declare', 'Checkout fails'], { data })).code).toBe(0);
  const text = 'Disaster day was on Monday. Rory broke the login.';
  const alone = await wheelhouse(['review', '-'], { data, input: text });
  expect(alone).toEqual({ code: 0, errors: '', out: 'Nothing found.\n' });
  const named = await wheelhouse(['review', '-', '--incident', 'inc-1'], { data, input: text });
  expect(named).toMatchObject({ code: 1, out: expect.stringContaining('<stdin>:1:29: error B5 "Rory broke"') });
  expect(await wheelhouse(['review', '-', '--incident', 'inc-9'], { data, input: text })).toMatchObject({ code: 1, out: '' });
});
