/** Publishing into real folders, one of them a git repository: what is written, what is left alone, and what is said. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import { declare, eventsOf, ManualClock, newConsole } from '../fixtures/consoles.ts';
import { child, newFolder, nextLine } from '../fixtures/data-folders.ts';
import { answerOf, askOf, done, pastIncident } from '../fixtures/past-incidents.ts';

function repository(): { readonly folder: string; readonly git: (...args: readonly string[]) => string } {
  const folder = newFolder();
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Kim', '-c', 'user.email=kim@example.org', ...args], { encoding: 'utf8' });
  git('init', '-q');
  return { folder, git };
}

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted();
const clock = (): ManualClock => new ManualClock(Date.UTC(2026, 10, 21, 12));
const publishAll = (console: Console, folder: string) => askOf(console, 'library.publish', { all: true, folder });

describe('in a git repository', () => {
  test('publishing twice changes nothing, and a change shows as itself', async () => {
    const { folder, git } = repository();
    const console = await newConsole({ clock: clock() });
    const id = await pastIncident(console, { title: 'Checkout errors', notes: ['one', 'two'], labels: ['pricing'] });
    await pastIncident(console, { title: 'Mails are late' });
    await pastIncident(console, { title: 'Region fails over', mode: 'drill' });
    await askOf(console, 'samples.open', { id: 'fastly-2021-06-08' });
    const first = await publishAll(console, folder);
    expect(first.refused).toEqual([]);
    expect(first.published.map(({ file, change }) => [file, change])).toEqual(
      expect.arrayContaining([
        ['2026-11-21-inc-1-checkout-errors.md', 'written'],
        ['drills/2026-11-21-inc-3-region-fails-over.md', 'written'],
      ]),
    );
    git('add', '-A');
    git('commit', '-qm', 'one');
    const second = await publishAll(console, folder);
    expect(second.published.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(second.index).toBe('unchanged');
    expect(git('status', '--porcelain')).toBe('');
    const before = await eventsOf(console, id);
    await publishAll(console, folder);
    expect(await eventsOf(console, id)).toEqual(before);

    await done(console, id, { type: 'followUp.add', text: 'watch the pool of connections' });
    await done(console, id, { type: 'incident.amend', title: 'Payments failed' });
    await publishAll(console, folder);
    const changed = git('diff', '--stat');
    expect(git('diff', '--name-only').trim().split('\n')).toEqual(['2026-11-21-inc-1-checkout-errors.md', 'README.md']);
    expect(changed).toMatch(/2 files changed/);
    expect(git('diff', '--numstat', '2026-11-21-inc-1-checkout-errors.md')).toMatch(/^\d{1,2}\t\d{1,2}\t/);
    expect(git('diff')).toContain('+title: "Payments failed"');
    expect(git('diff')).toContain('watch the pool of connections');
  });

  test('another console over the same repository takes the file that is there', async () => {
    const { folder } = repository();
    const dataDir = newFolder();
    const one = await newConsole({ dataDir, clock: clock() });
    await askOf(one, 'samples.open', { id: 'fastly-2021-06-08' });
    await publishAll(one, folder);
    const names = markdownIn(folder);
    const other = await newConsole({ clock: clock() });
    await askOf(other, 'samples.open', { id: 'fastly-2021-06-08' });
    await publishAll(other, folder);
    expect(markdownIn(folder)).toEqual(names);
  });
});

test('every file has its facts for programs before the text, and the list has them for people, the newest first', async () => {
  const folder = newFolder();
  const now = clock();
  const console = await newConsole({ clock: now });
  await pastIncident(console, { title: 'Old', severity: 1, type: 'network', labels: ['dns'] });
  now.jump(24 * 3_600_000);
  await pastIncident(console, { title: 'New | [x](javascript:y)\n# z' });
  await publishAll(console, folder);
  const head = readFileSync(join(folder, '2026-11-21-inc-1-old.md'), 'utf8').split('\n---\n')[0];
  expect(head).toContain('label: "inc-1"\ntitle: "Old"\ndate: "2026-11-21"\nseverity: 1\n');
  expect(head).toContain('type: "network"\nlabels: ["dns"]');
  const list = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(list.indexOf('2026-11-22-inc-2')).toBeGreaterThan(0);
  expect(list.indexOf('2026-11-22-inc-2')).toBeLessThan(list.indexOf('2026-11-21-inc-1-old.md'));
  expect(list).not.toContain('[x](javascript');
  expect(list.split('\n').filter((line) => line.startsWith('#'))).toEqual(['# Postmortems']);
});

test('a hidden text is in no file after the next publication', async () => {
  const folder = newFolder();
  const console = await newConsole({ clock: clock() });
  const id = await pastIncident(console, { title: 'Leak' });
  const secret = await done(console, id, { type: 'followUp.add', text: 'change hunter2 everywhere' });
  const erased = await done(console, id, { type: 'followUp.add', text: 'forget swordfish' });
  await publishAll(console, folder);
  const file = join(folder, '2026-11-21-inc-1-leak.md');
  expect(readFileSync(file, 'utf8')).toMatch(/hunter2[\s\S]*swordfish/);
  await done(console, id, { type: 'entry.redact', entry: secret, reason: 'a secret' });
  await askOf(console, 'log.erase', { id, event: erased, confirm: erased.slice(-8) });
  await publishAll(console, folder);
  expect(readFileSync(file, 'utf8')).not.toMatch(/hunter2|swordfish/);
});

test('without names it has none, not even in its name, and stays so until somebody says otherwise', async () => {
  const folder = newFolder();
  const console = await newConsole({ clock: clock(), ownerName: 'Zebediah Quill' });
  const id = await pastIncident(console, { title: 'Zebediah Quill broke DNS', notes: ['Zebediah Quill restarts it'] });
  const { published } = await askOf(console, 'library.publish', { ids: [id], folder, anonymous: true });
  const file = join(folder, published[0]?.file ?? '');
  const all = () => `${markdownIn(folder).join(' ')} ${readFileSync(file, 'utf8')} ${readFileSync(join(folder, 'README.md'), 'utf8')}`;
  expect(all()).not.toMatch(/zebediah|quill/i);
  expect(all()).toContain('anonymous: true');
  await done(console, id, { type: 'followUp.add', text: 'Zebediah Quill writes a runbook' });
  const again = await publishAll(console, folder);
  expect(again.published).toMatchObject([{ change: 'written' }]);
  expect(all()).toContain('writes a runbook');
  expect(all()).not.toMatch(/zebediah|quill/i);
  await askOf(console, 'library.publish', { ids: [id], folder, anonymous: false });
  expect(readFileSync(file, 'utf8')).toContain('Zebediah Quill');
});

describe('what is not ours', () => {
  test('a file of somebody else keeps its text, and the answer says so', async () => {
    const folder = newFolder();
    const console = await newConsole({ clock: clock() });
    await pastIncident(console, { title: 'Checkout errors' });
    writeFileSync(join(folder, 'README.md'), '# Ours since 2019\n');
    const first = await publishAll(console, folder);
    expect(first.index).toBe('left');
    const name = first.published[0]?.file ?? '';
    writeFileSync(join(folder, name), 'my own notes\n');
    const second = await publishAll(console, folder);
    expect(second.published).toEqual([]);
    expect(second.refused[0]?.why).toContain('was not written by Wheelhouse');
    expect(readFileSync(join(folder, name), 'utf8')).toBe('my own notes\n');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('# Ours since 2019\n');
  });

  test('nothing is written through a link, to a file or to a folder', async () => {
    const folder = newFolder();
    const outside = newFolder();
    writeFileSync(join(outside, 'target.md'), 'untouched');
    const console = await newConsole({ clock: clock() });
    const id = await pastIncident(console, { title: 'Checkout errors' });
    await pastIncident(console, { title: 'Drill', mode: 'drill' });
    await askOf(console, 'library.publish', { ids: [id], folder });
    const name = join(folder, '2026-11-21-inc-1-checkout-errors.md');
    renameSync(name, join(outside, 'moved.md'));
    const moved = readFileSync(join(outside, 'moved.md'), 'utf8');
    symlinkSync(join(outside, 'moved.md'), name);
    symlinkSync(outside, join(folder, 'drills'));
    await done(console, id, { type: 'followUp.add', text: 'new' });
    const one = await askOf(console, 'library.publish', { ids: [id], folder });
    expect(one.refused).toHaveLength(1);
    expect(readFileSync(join(outside, 'moved.md'), 'utf8')).toBe(moved);
    expect(await answerOf(console, 'library.publish', { ids: ['inc-2'], folder })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('drills is not a folder') },
    });
    expect(readdirSync(outside).toSorted()).toEqual(['moved.md', 'target.md']);
  });

  test('a name in the log that leads out of the folder is no name', async () => {
    const folder = join(newFolder(), 'in');
    mkdirSync(folder);
    const console = await newConsole({ clock: clock() });
    const id = await pastIncident(console, { title: 'Checkout errors' });
    for (const published of ['../out.md', '/tmp/out.md', 'drills/../../out.md', 'con.md', 'README.md'])
      await done(console, id, { type: 'postmortem.export', template: 'google-sre', format: 'md', published });
    const { published } = await publishAll(console, folder);
    expect(published.map(({ file }) => file)).toEqual(['2026-11-21-inc-1-checkout-errors.md']);
    expect(existsSync(join(folder, '..', 'out.md'))).toBe(false);
  });

  test('a name that differs by case alone is taken', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '2026-11-21-INC-1-Checkout-Errors.md'), 'mine');
    writeFileSync(join(folder, 'Readme.md'), 'mine');
    const console = await newConsole({ clock: clock() });
    await pastIncident(console, { title: 'Checkout errors' });
    const { published, index } = await publishAll(console, folder);
    expect(published[0]?.file).toMatch(/^2026-11-21-inc-1-checkout-errors-[0-9a-f]{8}\.md$/);
    expect(index).toBe('left');
  });
});

describe('what cannot be', () => {
  test('a folder that is not there, is a file, is the log’s own, or was never chosen', async () => {
    const console = await newConsole();
    await pastIncident(console, { title: 'x' });
    const why = async (folder?: string) => {
      const answer = await answerOf(console, 'library.publish', { all: true, ...(folder !== undefined && { folder }) });
      return answer.ok ? 'published' : answer.error.message;
    };
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(await why()).toContain('No folder was chosen');
    expect(await why('/nowhere/at/all')).toContain('is not there');
    expect(await why('relative/path')).toContain('not a whole path');
    expect(await why(file)).toContain('is a file');
    expect(await why(console.dataDir)).toContain('where the console keeps its log');
    expect(await answerOf(console, 'library.setFolder', { folder: '/nowhere' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('a full disk leaves the file that was there whole, and nothing beside it', async () => {
    const folder = newFolder();
    // The system refuses to let any file of the child grow beyond 512 KiB, and does not kill it for trying.
    const full = child('publish-until-full.ts', [folder], 'trap "" 25 2>/dev/null || trap "" XFSZ; ulimit -f 1024');
    const line = JSON.parse(await nextLine(full));
    await full.ended;
    expect(line.says).toContain('the disk is full');
    expect(line.written).toBeGreaterThan(2);
    expect(readdirSync(folder)).toEqual(['undated-inc-1.md']);
    expect(readFileSync(join(folder, 'undated-inc-1.md'), 'utf8')).toBe(`${line.written - 1} `.repeat((line.written * 100_000) / 2));
  });

  test.runIf(process.platform === 'linux')('a folder that nobody may write', async () => {
    const console = await newConsole();
    await pastIncident(console, { title: 'x' });
    const answer = await answerOf(console, 'library.publish', { all: true, folder: '/sys/kernel' });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(/read-only.*Nothing was published/) } });
  });

  test('an incident that goes on is not published', async () => {
    const folder = newFolder();
    const console = await newConsole();
    await declare(console);
    const { published, refused } = await askOf(console, 'library.publish', { ids: ['inc-1'], folder });
    expect([published, refused.map(({ why }) => why)]).toEqual([[], [expect.stringContaining('not over')]]);
  });
});

test('the folder is kept for this installation, and is in no log', async () => {
  const dataDir = newFolder();
  const folder = newFolder();
  const console = await newConsole({ dataDir, clock: clock() });
  await pastIncident(console, { title: 'Checkout errors' });
  expect(await askOf(console, 'library.folder', {})).toEqual({ folder: null });
  await askOf(console, 'library.setFolder', { folder });
  await console.close();
  const again = await newConsole({ dataDir, clock: clock() });
  expect(await askOf(again, 'library.folder', {})).toEqual({ folder });
  const publication = await askOf(again, 'library.publish', { all: true });
  expect(publication.published).toHaveLength(1);
  expect(JSON.stringify(await eventsOf(again, 'inc-1'))).not.toContain(folder);
  expect(lstatSync(join(folder, 'README.md')).isFile()).toBe(true);
  await askOf(again, 'library.setFolder', { folder: null });
  expect(await askOf(again, 'library.folder', {})).toEqual({ folder: null });
});

test('titles of any kind make names that every disk takes', async () => {
  const folder = newFolder();
  const console = await newConsole({ clock: clock() });
  const titles = [
    '../../etc/passwd',
    'CON',
    '決済が失敗',
    '‮evil‬',
    'a'.repeat(290),
    '-'.repeat(40),
    'Ümläute & Straße',
    '.hidden',
    'x\u0001y',
  ];
  for (const title of titles) await pastIncident(console, { title });
  const { published, refused } = await publishAll(console, folder);
  expect(refused).toEqual([]);
  for (const { file } of published) expect(file).toMatch(/^2026-11-21-inc-\d+(-[a-z0-9]+)*\.md$/);
  expect(published.find(({ label }) => label === 'inc-7')?.file).toBe('2026-11-21-inc-7-umlaute-strasse.md');
  for (const name of markdownIn(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});
