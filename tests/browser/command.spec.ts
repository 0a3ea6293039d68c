/** Command by keyboard: who has it, handing it over in three steps or in one spoken line, laying it down, and incidents that become one. */
import type { Page } from '@playwright/test';
import { openStore } from '../../electron/core/store/open-store.ts';
import { LogWriter } from '../fixtures/log-writer.ts';
import { atRest, complaints } from './axe.ts';
import { addPerson } from './busy-work.ts';
import { expect, giveName, type OpenBrowser, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';

const declared = (core: RunningConsole) => core.declare('Checkout errors in the EU', { severity: 2, impact: 'customers cannot pay' });

/** Ada in a browser of her own, in the room, and known to the incident. */
async function joinAsAda(core: RunningConsole, openBrowser: OpenBrowser, incident: string): Promise<RoomPage> {
  const { url } = await core.call('session.invite', {});
  const page: Page = await openBrowser(url);
  await giveName(page, 'Ada');
  const room = await RoomPage.open(page, core, incident);
  await room.write('I am here');
  return room;
}

test('command passes in three steps, each asked of the one whose word it needs', async ({ kim: page, core, openBrowser }) => {
  const incident = await declared(core);
  const ada = await joinAsAda(core, openBrowser, incident);
  const kim = await RoomPage.open(page, core, incident);
  await expect(kim.next).toContainText(/IC Kim since \d\d:\d\d/);
  await kim.write('/handoff @ada end of shift');
  const strip = (room: RoomPage) => room.page.getByRole('region', { name: 'Handoff of command' });
  await expect(strip(kim)).toContainText('Command: Kim → Ada');
  await expect(strip(kim)).toContainText('✓ offered');
  await expect(strip(kim)).toContainText(/stands for \d+:\d\d/);

  await expect(ada.next).toContainText('Kim offers you command');
  await strip(ada).getByText('the brief, as it was offered').press('Enter');
  await expect(strip(ada)).toContainText('What is broken and who is hurt');
  await expect(strip(ada)).toContainText('customers cannot pay');
  await ada.composer.focus();
  await ada.page.keyboard.press('Alt+U');
  await expect(ada.composer).toHaveValue('/readback ');
  await ada.page.keyboard.type('EU cannot pay, nothing applied yet');
  await ada.page.keyboard.press('Enter');

  await expect(strip(kim)).toContainText('✓ Ada read back');
  await expect(kim.next).toContainText('Ada read it back: "EU cannot pay, nothing applied yet". Is that right?');
  await expect(kim.next).toContainText('IC Kim');
  await page.keyboard.press('Alt+U');
  await expect(kim.composer).toHaveValue('/confirm');
  await page.keyboard.press('Enter');
  for (const room of [kim, ada]) {
    await expect(strip(room)).toBeHidden();
    await expect(room.next).toContainText('IC Ada');
  }
});

test('a handoff that was spoken on the call is one line', async ({ kim: page, core }) => {
  const incident = await declared(core);
  await addPerson(core, incident, { name: 'Ada Lovelace' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/handoff @ada said on call');
  await expect(room.next).toContainText('IC Ada Lovelace');
  await expect(page.getByRole('region', { name: 'Handoff of command' })).toBeHidden();
});

test('an offer is declined with a reason; without one it is refused', async ({ kim: page, core, openBrowser }) => {
  const incident = await declared(core);
  const ada = await joinAsAda(core, openBrowser, incident);
  const kim = await RoomPage.open(page, core, incident);
  await kim.write('/handoff @ada');
  await expect(ada.next).toContainText('Kim offers you command');
  await ada.page.keyboard.press('Alt+I');
  await expect(ada.composer).toHaveValue('/nohandoff ');
  await ada.page.keyboard.type('I have been awake for twenty hours');
  await ada.page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Handoff of command' })).toBeHidden();
  await expect(kim.line('I have been awake for twenty hours')).toBeVisible();
  await expect(kim.next).toContainText('IC Kim');
});

test('command that nobody has is said at the top, with the key that takes it', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await declared(core));
  await room.write('/release ic');
  await expect(room.next).toContainText('nobody has command');
  await room.next.getByRole('button', { name: '/take ic' }).press('Enter');
  await expect(room.composer).toHaveValue('/take ic');
  await page.keyboard.press('Enter');
  await expect(room.next).toContainText('IC Kim');
});

test('what comes first and the tempo stand beside who commands', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await declared(core));
  await expect(room.next).toContainText('restore first');
  await room.write('/understand data may be lost');
  await expect(room.next).toContainText('understand first');
  await room.write('/tempo long');
  await expect(room.next).toContainText('long incident');
});

/** Writes into the console's log what another console did, as it would be there after both heard of each other. */
async function hearOfAnotherConsole(core: RunningConsole, incident: string, fact: { readonly type: string; readonly body: object }) {
  await core.kill();
  const opened = openStore(core.dataDir, Date.now());
  if (!opened.ok) throw new Error(opened.error.message);
  const { store } = opened.value;
  const island = new LogWriter('island', { stream: incident });
  const { expected } = island;
  const appended = await store.append([island.write({ ...fact, now: Date.now() })], [expected]);
  await store.close();
  if (!appended.ok) throw new Error(appended.error.message);
  await core.start();
}

test('two consoles that gave command to different people show a red banner, and one key settles it', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/ERR_|WebSocket connection to/);
  const incident = await declared(core);
  const { person: kim } = await core.call('session.get', {});
  const ada = await addPerson(core, incident, { name: 'Ada Lovelace' });
  const sam = await addPerson(core, incident, { name: 'Sam Lee' });
  await core.run(incident, { type: 'role.assign', role: 'commander', person: ada });
  await hearOfAnotherConsole(core, incident, { type: 'role.assigned', body: { role: 'commander', person: sam, replaces: kim } });
  const room = await RoomPage.open(page, core, incident);
  const banner = page.getByRole('alert').filter({ hasText: 'Incident commander' });
  await expect(banner).toContainText('Ada Lovelace');
  await expect(banner).toContainText('Sam Lee');
  await expect(banner).toContainText('did not hear of each other. Who is it?');
  for (const look of looks) {
    await wear(page, core, look);
    await expect(banner).toBeVisible();
    await atRest(page);
    expect(await complaints(page, look.settings.night)).toEqual([]);
  }
  await page.keyboard.press('Alt+U');
  await expect(room.composer).toHaveValue(/^\/role ic @(Ada.Lovelace|Sam.Lee)$/);
  const chosen = (await room.composer.inputValue()).includes('Ada') ? 'Ada Lovelace' : 'Sam Lee';
  await page.keyboard.press('Enter');
  await expect(banner).toBeHidden();
  await expect(room.next).toContainText(`IC ${chosen}`);
});

test('an incident that went on in another says so, and the link leads there and back', async ({ kim: page, core }) => {
  const target = await core.declare('Provider is down', { severity: 1, impact: 'nobody can pay' });
  const incident = await declared(core);
  const { label } = await core.call('incidents.get', { id: target });
  const room = await RoomPage.open(page, core, incident);
  await room.write(`/merge ${label} one cause`);
  const banner = page.getByRole('note').filter({ hasText: 'This incident goes on in another' });
  await expect(banner).toContainText(`Merged into ${label} Provider is down`);
  await banner.getByRole('link', { name: /^Open/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Provider is down' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Open .* Checkout errors in the EU$/ })).toBeVisible();
});
