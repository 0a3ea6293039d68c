/** Follow-ups of all incidents: over every door, and from the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { FollowUpRow } from '../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { wheelhouse } from '../fixtures/command-line.ts';
import { declare, eventsOf, newConsole, ownerToken, run, serve } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step of the command line is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 120_000 });

/** What it printed, or its code and why. */
const cli = async (data: string, ...args: readonly string[]) => {
  const { code, out, errors } = await wheelhouse(['follow-ups', ...args], { data });
  return code === 0 ? out : `${code} ${errors}`;
};

/** Two incidents with follow-ups; one of them is done. Answers the ids of the incidents. */
async function filled(console: Awaited<ReturnType<typeof newConsole>>): Promise<readonly [string, string]> {
  const checkout = await declare(console);
  const search = await declare(console, { title: 'Search is slow' });
  await run(console, { incidentId: checkout, type: 'followUp.add', text: 'Alert on failed payments', due: '2031-01-15', kind: 'detect' });
  await run(console, { incidentId: search, type: 'followUp.add', text: '=1+1', due: '2030-01-15' });
  await run(console, { incidentId: search, type: 'followUp.add', text: 'Drop the old index' });
  const done = (await eventsOf(console, search, 'followUp.added')).at(-1);
  await run(console, { incidentId: search, type: 'followUp.amend', followUp: done?.id, state: 'done' });
  return [checkout, search];
}

describe('the list of all follow-ups', () => {
  test('has those of every incident, what is open first, and outlives a restart', async () => {
    const dataDir = newFolder();
    const before = await newConsole({ dataDir });
    await filled(before);
    await before.close();
    const console = await newConsole({ dataDir });
    const answer = await console.router.call(console.owner('app'), 'followUps.list', {});
    const rows = answer.ok ? (answer.value as { readonly followUps: readonly FollowUpRow[] }).followUps : [];
    expect(rows.map(({ incident, label, text, standing }) => [incident.label, label, text, standing])).toEqual([
      ['inc-2', 'f1', '=1+1', 'open'],
      ['inc-1', 'f1', 'Alert on failed payments', 'open'],
      ['inc-2', 'f2', 'Drop the old index', 'done'],
    ]);
    expect(rows[1]).toMatchObject({ kind: 'detect', due: '2031-01-15', vague: [{ kind: 'noOwner' }] });
  });

  test('goes out over HTTP, of one incident or as a document, and says which incident there is not', async () => {
    const served = await serve();
    const [checkout] = await filled(served);
    const get = (path: string) => fetch(`${served.url}/api/v1/follow-ups${path}`, { headers: { authorization: `Bearer ${ownerToken}` } });
    expect(await (await get(`?incident=${checkout}`)).json()).toMatchObject({ followUps: [{ text: 'Alert on failed payments' }] });
    const csv = await get('/export?format=csv&open=true');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain('follow-ups-all.csv');
    const lines = (await csv.text()).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(",f1,'=1+1,");
    expect((await get('?incident=inc-77')).status).toBe(404);
    expect((await get('/export?format=xlsx')).status).toBe(422);
  });
});

test('the command line prints them, writes them to a file, and says what it does not know', async () => {
  const data = newFolder();
  const console = await newConsole({ dataDir: data });
  await filled(console);
  await console.close();
  const listed = (await cli(data)).split('\n');
  expect(listed[0]).toMatch(/^inc-2 {5}f1 {4}open {6}2030-01-15 .* d {2}no owner {2}=1\+1$/);
  expect(listed.filter(Boolean)).toHaveLength(3);
  expect((await cli(data, '--open')).split('\n').filter(Boolean)).toHaveLength(2);
  const out = join(newFolder(), 'tasks.md');
  expect(await cli(data, 'inc-1', '--format', 'md', '--out', out)).toBe('');
  expect(readFileSync(out, 'utf8')).toMatch(
    /^## inc-1 · .*\n\n- \[ \] Alert on failed payments \(no owner, 2031-01-15, detect, noted [\d-]+\)\n$/,
  );
  expect(JSON.parse(await cli(data, '--format', 'json'))).toMatchObject({ schema: 'wheelhouse-follow-ups/1' });
  expect(await cli(data, '--format', 'xlsx')).toBe('2 wheelhouse: --format is one of csv, md, json\n');
  expect(await cli(data, 'inc-9')).toMatch(/^1 wheelhouse: /);
});
