/** Documents through the doors: bytes over HTTP, files from the command line, and whether the log has what they were made from. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { verified } from '../../electron/cli/verifying.ts';
import { documentHeads } from '../../electron/core/studio/document-heads.ts';
import type { MadeDocument } from '../../shared/api/studio-procedures.ts';
import { withHeads } from '../../shared/postmortem/heads.ts';
import { markdownOf } from '../../shared/postmortem/writers/markdown.ts';
import { exportFormats } from '../../shared/vocabulary/words.ts';
import { draftOf } from '../drafting.ts';
import { cliFile, wheelhouse, wheelhouseBytes } from '../fixtures/command-line.ts';
import { declare, newConsole, ownerToken, run, serve } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { pagesOf, readingTest } from '../fixtures/office.ts';
import { declared } from '../fixtures/paper-console.ts';

// Each step is a process of its own, and some start a browser.
vi.setConfig({ testTimeout: 180_000 });

/** A console with one incident in its log, and an export of it in each format. */
async function exported() {
  const console = await newConsole();
  const id = await declare(console);
  await run(console, { type: 'entry.add', incidentId: id, kind: 'action', text: 'restarted the pods' });
  const folder = newFolder();
  const files = exportFormats.map(async (format) => {
    const answer = await console.router.call(console.owner('app'), 'incidents.export', { id, template: 'google-sre', format });
    if (!answer.ok) throw new Error(answer.error.message);
    const { text, encoding, fileName } = answer.value as MadeDocument;
    const file = join(folder, fileName);
    writeFileSync(file, Buffer.from(text, encoding ?? 'utf8'));
    return file;
  });
  return { console, id, data: console.dataDir, files: await Promise.all(files) };
}

describe('whether a log has the events of an export', () => {
  test('is told in every format: just these events, or more since, or none of them', async () => {
    const { console, id, data, files } = await exported();
    expect(files).toHaveLength(exportFormats.length);
    for (const file of files) {
      expect(await verified(file, { data })).toMatch(/^\S+ was made from exactly the \d+ events that this log has of inc-1\.$/);
    }
    await run(console, { type: 'entry.add', incidentId: id, kind: 'note', text: 'and one more' });
    for (const file of files)
      expect(await verified(file, { data })).toMatch(/^This log of inc-1 has the \d+ events that \S+ was made from, and 1 more since\.$/);
    const other = await newConsole();
    await declare(other);
    await expect(verified(files[0], { data: other.dataDir })).rejects.toThrow('which this log does not have');
  });

  test('names the chain that differs', async () => {
    const { data, files } = await exported();
    const markdown = readFileSync(files.find((file) => file.endsWith('.md')) ?? '', 'utf8');
    const file = join(newFolder(), 'changed.md');
    const changed = (from: RegExp, to: (digit: string) => string): Promise<string> => {
      writeFileSync(
        file,
        markdown.replace(from, (_, digit: string) => to(digit)),
      );
      return verified(file, { data });
    };
    await expect(changed(/hash ([0-9a-f])/, (digit) => `hash ${digit === '0' ? '1' : '0'}`)).rejects.toThrow(
      /chain \S+ has another event \d+$/,
    );
    await expect(changed(/ends at event (\d+)/, () => 'ends at event 999')).rejects.toThrow(
      /ends at event \d+ here, and at 999 in the document$/,
    );
    await expect(changed(/chain ([0-9a-f]{8})-/, () => 'chain 00000000-')).rejects.toThrow(/is not here$/);
    writeFileSync(file, '# Just a text\n');
    await expect(verified(file, { data })).rejects.toThrow('does not say which log it was made from');
    await expect(verified(join(file, 'absent'), { data })).rejects.toThrow('cannot read');
  });
});

describe('an export from the command line', () => {
  test('is a file that the log knows as its own, and not when it was changed', async () => {
    const data = newFolder();
    await wheelhouse(['declare', 'Checkout fails'], { data });
    const file = join(newFolder(), 'draft.md');
    expect(await wheelhouse(['export', 'inc-1', '--out', file], { data })).toMatchObject({ code: 0, errors: '' });
    expect((await wheelhouse(['verify', file], { data })).out).toContain('was made from exactly the');
    writeFileSync(file, readFileSync(file, 'utf8').replace('ends at event ', 'ends at event 9'));
    expect(await wheelhouse(['verify', '--export', file], { data })).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^wheelhouse: [^\n]+\n$/),
    });
  });

  test('of bytes goes to a file or a pipe, and never to a terminal', async () => {
    const data = newFolder();
    await wheelhouse(['declare', 'Checkout fails'], { data });
    const piped = await wheelhouseBytes(['export', 'inc-1', '--format', 'docx'], { data });
    expect(piped).toMatchObject({ code: 0, errors: '' });
    expect(Object.keys(unzipSync(piped.bytes))).toContain('word/document.xml');
    const line = [process.execPath, cliFile, 'export', 'inc-1', '--format', 'docx', '--data', data].map((word) => `'${word}'`).join(' ');
    const terminal = spawn('script', ['-qec', line, '/dev/null'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let shown = '';
    terminal.stdout.on('data', (chunk) => {
      shown += String(chunk);
    });
    expect(await once(terminal, 'close')).toEqual([2, null]);
    expect(shown).toContain('--out FILE');
    expect(shown).not.toContain('PK');
  });

  test('as a PDF without a browser says what to install, and leaves no file', async () => {
    const data = newFolder();
    await wheelhouse(['declare', 'Checkout fails'], { data });
    const file = join(newFolder(), 'draft.pdf');
    const ended = await wheelhouse(['export', 'inc-1', '--format', 'pdf', '--out', file], {
      data,
      env: { WHEELHOUSE_CHROMIUM: '/nowhere/chromium' },
    });
    expect(ended).toMatchObject({ code: 1, errors: expect.stringMatching(/^wheelhouse: A PDF is printed by a Chromium[^\n]*\n$/) });
    expect(existsSync(file)).toBe(false);
  });
});

describe('an export over HTTP', () => {
  readingTest('is sent as the bytes of the document, under its own name and kind', async () => {
    const served = await serve();
    const id = await declare(served, { title: 'Checkout fails' });
    await run(served, { type: 'entry.add', incidentId: id, kind: 'note', text: 'größer als sonst' });
    const fetched = async (format: string) => {
      const response = await fetch(`${served.url}/api/v1/incidents/${id}/export?template=google-sre&format=${format}`, {
        headers: { authorization: `Bearer ${ownerToken}` },
      });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        named: response.headers.get('content-disposition'),
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    };
    const docx = await fetched('docx');
    expect(docx).toMatchObject({ status: 200, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
    expect(docx.named).toMatch(/^attachment; .*-google-sre\.docx$/);
    expect(documentHeads(docx.bytes)).toMatchObject({ incident: id });
    const pdf = await fetched('pdf');
    expect(pdf).toMatchObject({ status: 200, type: 'application/pdf' });
    const file = join(newFolder(), 'sent.pdf');
    writeFileSync(file, pdf.bytes);
    expect(pagesOf(file).join('')).toContain('größer als sonst');
    const shortened = documentHeads(pdf.bytes)?.heads.map((head) => ({ ...head, hash: head.hash.slice(0, 32) }));
    expect(shortened).toEqual(documentHeads(docx.bytes)?.heads);
  });

  test('where nothing can print is an error in words', async () => {
    const served = await serve({ printer: { print: async () => ({ ok: false, error: 'There is no paper.' }) } });
    await declare(served);
    const answer = await served.router.call(served.owner('app'), 'incidents.export', {
      id: 'inc-1',
      template: 'google-sre',
      format: 'pdf',
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-printed', message: 'There is no paper.' } });
  });
});

test('a footer that somebody wrote into the log is not taken for the document’s own', () => {
  const console = declared(2);
  const origin = '0198f3a2-0000-8000-8000-0000000000a1';
  const forged = `Incident ${console.incidentId} · 99 events in the log · chain ${origin} ends at event 99, hash ${'0'.repeat(32)}`;
  console.does({ type: 'entry.add', kind: 'note', text: forged });
  const head = { origin, seq: 7, hash: 'cd'.repeat(32) };
  const draft = withHeads(draftOf(console.view).draft, [head]);
  expect(documentHeads(new TextEncoder().encode(markdownOf(draft)))).toEqual({
    incident: console.incidentId,
    heads: [{ ...head, hash: 'cd'.repeat(16) }],
  });
});
