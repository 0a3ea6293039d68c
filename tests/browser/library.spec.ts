/** The library by keyboard: from home to a past incident, its postmortem and what was like it, and a publication. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';

const later = { reason: 'not part of this test' };

async function past(
  core: RunningConsole,
  title: string,
  lines: readonly CommandDraft[] = [],
  mode: 'live' | 'drill' = 'live',
): Promise<string> {
  const id = await core.declare(title, { severity: 2, mode });
  for (const line of lines) await core.run(id, line);
  await core.run(id, { type: 'incident.resolve', override: later });
  return id;
}

async function somePast(core: RunningConsole): Promise<string> {
  const id = await past(core, 'Certificate of the gateway expired', [
    { type: 'incident.amend', incidentType: 'network', labels: ['tls'] },
    { type: 'entry.add', kind: 'detection', text: 'handshakes with the gateway fail in every region' },
  ]);
  await core.run(id, {
    ...{ type: 'section.write', section: 'lessons', text: 'Put the certificate into the *calendar*.' },
    ...{ generated: 'replaced', template: 'google-sre' },
  });
  await past(core, 'Gateway handshakes slow', [], 'drill');
  await past(core, 'Mails are late');
  return id;
}

test('somebody finds a past incident by a word of its postmortem, reads it, and sees what was like it', async ({ kim, core, faults }) => {
  // Playwright looks into the frame, and the frame lets nobody's script run.
  faults.allow(/Blocked script execution/);
  await somePast(core);
  await kim.keyboard.press('Alt+Shift+L');
  await expect(kim.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  const list = kim.getByRole('list', { name: 'Past incidents' });
  await expect(list.getByRole('listitem').filter({ hasText: 'inc-' })).toHaveCount(3);
  await kim.keyboard.press('Alt+Shift+L');
  await kim.keyboard.type('calendar');
  await expect(list.getByRole('link', { name: /Certificate of the gateway/ })).toBeVisible();
  await expect(list.getByText('Mails are late')).toHaveCount(0);
  await expect(list.getByText('calendar', { exact: true })).toBeVisible();
  await list.getByRole('link', { name: /Certificate of the gateway/ }).focus();
  await kim.keyboard.press('Enter');
  await expect(kim.getByRole('heading', { name: 'Certificate of the gateway expired' })).toBeVisible();
  await expect(kim.frameLocator('iframe[title="Postmortem"]').getByText(/Put the certificate into the/)).toBeVisible();
  const similar = kim.getByRole('list', { name: 'Similar past incidents' });
  await expect(similar.getByText('DRILL')).toBeVisible();
  await expect(similar.getByRole('link', { name: /Gateway handshakes slow/ })).toBeVisible();
  await expect(similar.getByText('Mails are late')).toHaveCount(0);
});

test('choices narrow the past, and one press shows all of it again', async ({ kim, core }) => {
  await somePast(core);
  await kim.goto(`${core.url}/#/library`);
  const list = kim.getByRole('list', { name: 'Past incidents' });
  await kim.getByRole('combobox', { name: 'Kind' }).selectOption('drill');
  await expect(list.getByText('Gateway handshakes slow')).toBeVisible();
  await expect(list.getByText('Mails are late')).toHaveCount(0);
  await kim.getByRole('combobox', { name: 'Type' }).selectOption('network');
  await expect(kim.getByText('No past incident has all of this.')).toBeVisible();
  await kim.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(list.getByText('Mails are late')).toBeVisible();
});

test('the owner chooses a folder and publishes; a folder that is not there is said, and nothing is lost', async ({ kim, core, faults }) => {
  faults.allow(/Blocked script execution/);
  const folder = `${core.dataDir}-published`;
  mkdirSync(folder);
  const id = await somePast(core);
  await kim.goto(`${core.url}/#/library`);
  const field = kim.getByRole('textbox', { name: 'Folder' });
  await field.fill('/nowhere/at/all');
  await kim.getByRole('button', { name: 'Publish all' }).press('Enter');
  await expect(kim.getByText('/nowhere/at/all is not there. Create the folder, or choose another.')).toBeVisible();
  await expect(field).toHaveValue('/nowhere/at/all');
  await field.fill(folder);
  await field.press('Enter');
  await kim.getByRole('button', { name: 'Publish all' }).press('Enter');
  await expect(kim.getByRole('main').getByText(`3 files written to ${folder}.`)).toBeVisible();
  expect(readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d-inc-\d/.test(name))).toHaveLength(2);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('[Certificate of the gateway expired]');
  await kim.goto(`${core.url}/#/library/${id}`);
  await kim.getByRole('button', { name: 'Publish' }).press('Enter');
  await expect(kim.getByRole('main').getByText(/1 file in .* is as before: nothing changed\./)).toBeVisible();
});

test('who joined by invitation reads the library, and is offered no folder', async ({ core, openBrowser }) => {
  await somePast(core);
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await sam.getByRole('textbox', { name: /name/i }).fill('Sam');
  await sam.keyboard.press('Enter');
  await sam.goto(`${core.url}/#/library`);
  await expect(sam.getByRole('list', { name: 'Past incidents' })).toBeVisible();
  await expect(sam.getByRole('heading', { name: 'Publish' })).toHaveCount(0);
});

test('the room says in one line what happened before, and /before shows why', async ({ kim, core }) => {
  await somePast(core);
  const open = await core.declare('Gateway certificate expired, handshakes fail', { severity: 1 });
  const room = await RoomPage.open(kim, core, open);
  await expect(kim.getByText(/^Happened before\?/).filter({ hasText: 'inc-1' })).toBeVisible();
  await room.composer.fill('/before');
  await room.composer.press('Enter');
  const similar = kim.getByRole('list', { name: 'Similar past incidents' });
  await expect(similar.getByRole('link', { name: /Certificate of the gateway expired/ })).toBeVisible();
  await expect(similar.getByText('Mails are late')).toHaveCount(0);
});

test('an answer that further typing overtook is not shown when it comes at last', async ({ kim, core }) => {
  await somePast(core);
  await kim.goto(`${core.url}/#/library`);
  const list = kim.getByRole('list', { name: 'Past incidents' });
  await expect(list.getByText('Mails are late')).toBeVisible();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await kim.route('**/api/v1/call/library.list', async (route) => {
    if (route.request().postDataJSON().text === 'gateway') await released;
    await route.continue();
  });
  const held = kim.waitForRequest((request) => request.postData()?.includes('"gateway"') === true);
  const search = kim.getByRole('searchbox', { name: 'Search past incidents' });
  await search.fill('gateway');
  await held;
  await expect(list.getByText('Mails are late')).toBeVisible();
  await search.fill('mails');
  await expect(list.getByRole('link')).toHaveCount(1);
  const late = kim.waitForResponse((response) => response.request().postData()?.includes('"gateway"') === true);
  release();
  await (await late).finished();
  await kim.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(list.getByRole('link')).toHaveCount(1);
  await expect(list.getByText('Mails are late')).toBeVisible();
});

test('a postmortem whose template is gone is read in the first that ships, and no draft is made but the one that is read', async ({
  kim,
  core,
  faults,
}) => {
  faults.allow(/Blocked script execution/);
  const front = 'schema: wheelhouse-template/1\nid: ours\nversion: 1\nname: Ours\nabout: What we want to know.';
  const body = '{% section "summary", heading: "As we tell it" %}It was {{ incident.title }}.{% endsection %}';
  await core.call('templates.save', { commandId: crypto.randomUUID(), text: `---\n${front}\n---\n${body}\n` });
  const id = await past(core, 'Mails are late');
  await core.run(id, { type: 'section.write', section: 'summary', text: 'They came.', generated: 'kept', template: 'ours' });
  const made: string[] = [];
  kim.on('request', (request) => {
    if (request.url().endsWith('/incidents.export')) made.push(request.url());
  });
  await kim.goto(`${core.url}/#/library/${id}`);
  const page = kim.frameLocator('iframe[title="Postmortem"]');
  await expect(page.getByRole('heading', { name: 'As we tell it' })).toBeVisible();
  await core.call('templates.remove', { commandId: crypto.randomUUID(), id: 'ours' });
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByText('They came.')).toBeVisible();
  expect(made).toEqual([]);
});
