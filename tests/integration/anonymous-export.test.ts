/** Drafts without names through the doors: the command line, the review of a draft, and every format that the console makes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 240_000 });

/** Somebody whose name is no word, and what they wrote about themselves and others. */
async function night(): Promise<string> {
  const data = newFolder();
  await wheelhouse(['me', 'Xiomara Quintavalle'], { data });
  await wheelhouse(['declare', 'Xiomara’s checkout fails', '--severity', '2', '--impact', 'Quintavalle saw 500s'], { data });
  const lines = ['Xiomara restarted the broker', 'asked @xiomara and Priya to look', 'mail x.quintavalle@corp.example'];
  const logged = await wheelhouse(['log', 'inc-1', '--plain', '-'], { data, input: lines.join('\n') });
  expect(logged).toMatchObject({ code: 0, errors: '' });
  return data;
}

const named = /xiomara|quintavalle/i;

test('in Markdown, HTML, JSON and Word there is no name, and what looks like one is told on standard error', async () => {
  const data = await night();
  expect((await wheelhouse(['export', 'inc-1'], { data })).out).toMatch(named);
  for (const format of ['md', 'html', 'json']) {
    const { code, out, errors } = await wheelhouse(['export', 'inc-1', '--anonymous', '--format', format], { data });
    expect(code).toBe(0);
    expect(out).not.toMatch(named);
    expect(out).toContain('restarted the broker');
    expect(out).toMatch(/the commander/i);
    expect(errors).toMatch(/check them before the draft goes out:\n(?: {2}[^\n]+\n)*? {2}timeline: name Priya \("[^\n]+"\)\n/);
    expect(errors).not.toMatch(named);
  }
  const file = join(newFolder(), 'night.docx');
  expect((await wheelhouse(['export', 'inc-1', '--anonymous', '--format', 'docx', '--out', file], { data })).code).toBe(0);
  const parts = Object.values(unzipSync(readFileSync(file))).map((bytes) => strFromU8(bytes));
  expect(parts.join('\n')).toContain('restarted the broker');
  expect(parts.join('\n')).not.toMatch(named);
});

test('names are kept where nobody asked for roles, and nothing is told on standard error', async () => {
  const data = await night();
  expect(await wheelhouse(['export', 'inc-1', '--format', 'json'], { data })).toMatchObject({
    code: 0,
    errors: '',
    out: expect.stringMatching(named),
  });
});
