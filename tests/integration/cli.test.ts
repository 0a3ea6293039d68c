import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { defaultDataFolder } from '../../electron/core/data-folder.ts';
import { cliFile, wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const samples = fileURLToPath(new URL('../../resources/samples', import.meta.url));

/** Runs one command line on a data folder to its end. */
const cli = (data: string, args: readonly string[], input = '') => wheelhouse(args, { data, input });

/** Starts `serve`; answers what its first line says. */
async function startServe(dataDir: string, more: readonly string[] = []) {
  const child = spawn(process.execPath, [cliFile, 'serve', '--port', '0', ...more, '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    child,
    ended: once(child, 'close'),
    ...(JSON.parse(line) as { readonly url: string; readonly token: string; readonly pid: number }),
  };
}

const oneLine = /^wheelhouse: [^\n]+\n$/;

describe('with the app closed', () => {
  test('an incident is declared, written, shown and exported', async () => {
    const data = newFolder();
    const declared = await cli(data, [
      'declare',
      'Checkout fails',
      '--severity',
      '2',
      '--impact',
      'No one can pay',
      '--zone',
      'Europe/Berlin',
    ]);
    expect(declared).toMatchObject({ code: 0, errors: '' });
    const id = declared.out.trim();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const logged = await cli(data, ['log', 'inc-1', '/a', 'restarted the pods']);
    expect(logged).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f-]{36} {2}action\n$/) });
    const plain = await cli(data, ['log', id.slice(-12), '--plain'], '/a is not a command here\nsecond line\n');
    expect(plain.out.match(/ {2}note\n/g)).toHaveLength(2);
    const shown = await cli(data, ['show', 'inc-1']);
    for (const text of [
      'Checkout fails',
      'SEV2',
      'No one can pay',
      'Incident commander',
      'restarted the pods',
      '/a is not a command here',
    ]) {
      expect(shown.out).toContain(text);
    }
    const json = JSON.parse((await cli(data, ['show', 'inc-1', '--json'])).out);
    expect(json).toMatchObject({ summary: { id, label: 'inc-1' }, view: { title: 'Checkout fails' } });
    const known = JSON.parse((await cli(data, ['show', 'inc-1', '--json', '--known-at=@-0s'])).out);
    expect(known).toMatchObject({ view: { title: 'Checkout fails', entries: 3 } });
    expect((await cli(data, ['list'])).out).toContain(id);
    const file = join(data, 'draft.html');
    expect(await cli(data, ['export', 'inc-1', '--template', 'google-sre', '--format', 'html', '--out', file])).toMatchObject({
      code: 0,
      out: '',
    });
    expect(readFileSync(file, 'utf8')).toContain('Checkout fails');
    expect(await cli(data, ['verify'])).toMatchObject({ code: 0 });
  });

  test('the work is commanded line by line, and shown with the minutes that are left', async () => {
    const data = newFolder();
    await cli(data, ['me', 'Ada']);
    await cli(data, ['declare', 'Checkout fails', '--severity', '2']);
    await cli(data, ['log', 'inc-1', '/person Sam']);
    expect((await cli(data, ['log', 'inc-1', '/t @sam 30m check lag'])).out).toMatch(/^[0-9a-f-]{36} {2}task t1\n$/);
    const lines = '/t roll back\n/h deploy 88\n/d fail over\n/lever on degrade search\n/ask @sam\n? is billing hit?\n';
    expect(await cli(data, ['log', 'inc-1'], lines)).toMatchObject({ code: 0, errors: '' });
    expect(await cli(data, ['log', 'inc-1', 'sam:', '/d', 'no', '1', 'eu-2', 'is', 'full'])).toMatchObject({ code: 0, errors: '' });
    const shown = (await cli(data, ['show', 'inc-1'])).out;
    for (const line of [
      'here: Ada',
      'asked: Sam',
      't1  Sam: check lag (30 min left)',
      't2  roll back (nobody has it)',
      'h1  deploy 88 (open)',
      'd1  fail over (any strong objections?; objected: Sam)',
      'degrade  Serve less (applied, on search, by Ada',
      'q1  is billing hit?',
    ]) {
      expect(shown).toContain(`  ${line}`);
    }
    expect((await cli(data, ['log', 'inc-1', '/t done 1 lag is 2 s'])).out).toMatch(/ {2}task done\n$/);
    expect((await cli(data, ['show', 'inc-1'])).out).not.toContain('t1  Sam: check lag (');
  });

  test('pasted notes under /changed are recent changes', async () => {
    const data = newFolder();
    await cli(data, ['declare', 'Checkout fails']);
    const logged = await cli(data, ['log', 'inc-1', '-'], '/changed\n00:14 deploy 88\nflag new-cart on\n');
    expect(logged.out.match(/ {2}recent change\n/g)).toHaveLength(2);
    const { view } = JSON.parse((await cli(data, ['show', 'inc-1', '--json'])).out);
    const tags = view.items.flat().flatMap(({ body }: { readonly body: { readonly tags?: readonly string[] } }) => body.tags ?? []);
    expect(tags).toEqual(['change', 'change']);
  });

  test('a file is imported once, however often it is given', async () => {
    const data = newFolder();
    const file = join(samples, 'fastly-2021-06-08.json');
    const first = await cli(data, ['import', file]);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(await cli(data, ['import', file])).toEqual(first);
    expect((await cli(data, ['export', first.out.trim(), '--format', 'md'])).out).toContain('Fastly');
  });

  test('what goes wrong is one line, and the exit code says of what kind it was', async () => {
    const data = newFolder();
    await cli(data, ['declare', 'x']);
    const failures: readonly (readonly [readonly string[], number])[] = [
      [['show', 'nope'], 1],
      [['show', 'inc-1', '--known-at', '2001-01-01 10:00'], 1],
      [['show', 'inc-1', '--known-at', 'later'], 2],
      [['log', 'inc-1', '/res'], 1],
      [['log', 'inc-1', '/sev 9'], 1],
      [['log', 'inc-1', '/t done 9'], 1],
      [['log', 'inc-1', '/board'], 2],
      [['import', join(data, 'absent.json')], 1],
      [['export', 'inc-1', '--template', 'none'], 1],
      [['export', 'inc-1', '--format', 'odt'], 2],
      [['declare', 'x', '--severity', '9'], 2],
      [['show'], 2],
      [['dance'], 2],
      [['list', '--loud'], 2],
    ];
    for (const [args, code] of failures) {
      const ended = await cli(data, args);
      expect(ended, args.join(' ')).toMatchObject({ code, out: '' });
      expect(ended.errors, args.join(' ')).toMatch(oneLine);
    }
  });

  test('help and version are no failures', async () => {
    for (const args of [['--help'], ['--version'], ['log', '--help'], ['charts']]) {
      const { code, out } = await wheelhouse(args);
      expect(code, args.join(' ')).toBe(0);
      expect(out.length).toBeGreaterThan(3);
    }
  });

  test('a log that somebody changed fails verification, naming the entry', async () => {
    const data = newFolder();
    await cli(data, ['declare', 'x']);
    const logged = await cli(data, ['log', 'inc-1', 'the truth']);
    const db = new Database(join(data, 'wheelhouse.db'));
    db.exec('DROP TRIGGER bodies_are_only_erased');
    db.prepare(`UPDATE bodies SET body = CAST(replace(CAST(body AS TEXT), 'the truth', 'the tales') AS BLOB)`).run();
    db.close();
    const verified = await cli(data, ['verify']);
    expect(verified).toMatchObject({ code: 1, out: '', errors: expect.stringMatching(oneLine) });
    expect(verified.errors).toContain(logged.out.slice(0, 36));
  });

  test('a text is erased when its id is repeated, and not otherwise', async () => {
    const data = newFolder();
    await cli(data, ['declare', 'x']);
    const event = (await cli(data, ['log', 'inc-1', 'the password is swordfish'])).out.slice(0, 36);
    expect(await cli(data, ['erase', 'inc-1', event, '--confirm', 'nonsense'])).toMatchObject({ code: 1 });
    expect(await cli(data, ['erase', 'inc-1', event, '--confirm', event.slice(-8)])).toMatchObject({ code: 0 });
    expect((await cli(data, ['show', 'inc-1'])).out).not.toContain('swordfish');
    expect(await cli(data, ['verify'])).toMatchObject({ code: 0 });
  });

  test('a backup is a whole log', async () => {
    const data = newFolder();
    await cli(data, ['declare', 'Checkout fails']);
    const copy = newFolder();
    expect(await cli(data, ['backup', join(copy, 'wheelhouse.db')])).toMatchObject({ code: 0 });
    expect((await cli(copy, ['list'])).out).toContain('Checkout fails');
    expect(await cli(data, ['backup', join(copy, 'wheelhouse.db')])).toMatchObject({ code: 1 });
  });

  test('the name that people give is the name that they write under', async () => {
    const data = newFolder();
    expect(await cli(data, ['me', 'Ada'])).toMatchObject({ code: 0, out: 'Ada\n' });
    await cli(data, ['declare', 'x']);
    expect((await cli(data, ['show', 'inc-1'])).out).toContain('Incident commander: Ada');
  });
});

describe('with a console running', () => {
  test('commands go to it, and its streams tell them', async () => {
    const data = newFolder();
    const { url, token, pid, child, ended } = await startServe(data);
    expect(pid).toBe(child.pid);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await cli(data, ['declare', 'From beside'])).code).toBe(0);
    expect((await cli(data, ['log', 'inc-1', 'a note'])).code).toBe(0);
    expect(await cli(data, ['log', 'inc-1', '/t @me 5m check lag'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/ {2}task t1\n$/),
    });
    expect((await cli(data, ['show', 'inc-1'])).out).toContain('check lag (5 min left)');
    expect((await cli(data, ['log', 'inc-1', 'another note'])).code).toBe(0);
    const answer = await fetch(`${url}/api/v1/incidents/inc-1/events`, { headers: { authorization: `Bearer ${token}` } });
    const { events } = await answer.json();
    expect(events.at(-1)).toMatchObject({ type: 'entry.added', via: 'cli', body: { text: 'another note' } });
    expect((await cli(data, ['list'])).out).toContain('From beside');
    expect((await cli(data, ['verify'])).code).toBe(0);
    if (process.platform !== 'win32') expect(statSync(join(data, 'core.sock')).mode & 0o777).toBe(0o600);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(existsSync(join(data, 'core.sock'))).toBe(false);
  });

  test('a second one over the same folder is refused, by the process id of the first', async () => {
    const data = newFolder();
    const { pid } = await startServe(data);
    const second = await cli(data, ['serve', '--port', '0']);
    expect(second).toMatchObject({ code: 1, out: '', errors: expect.stringMatching(oneLine) });
    expect(second.errors).toContain(String(pid));
  });

  test('that was killed leaves nothing that keeps the next from opening', async () => {
    const data = newFolder();
    const first = await startServe(data);
    await cli(data, ['declare', 'Before the kill']);
    first.child.kill('SIGKILL');
    await first.ended;
    expect((await cli(data, ['list'])).out).toContain('Before the kill');
    const second = await startServe(data, ['--token', 'a-token-of-my-own-choice']);
    expect(second.token).toBe('a-token-of-my-own-choice');
  });
});

test('the data folder is that of the desktop app on each system', () => {
  const home = '/home/kim';
  expect(defaultDataFolder({ platform: 'linux', env: {}, home })).toBe('/home/kim/.config/Wheelhouse/data');
  expect(defaultDataFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: '/x' }, home })).toBe('/x/Wheelhouse/data');
  expect(defaultDataFolder({ platform: 'darwin', env: {}, home })).toBe('/home/kim/Library/Application Support/Wheelhouse/data');
  expect(defaultDataFolder({ platform: 'linux', env: { WHEELHOUSE_DATA: '/d' }, home })).toBe('/d');
});
