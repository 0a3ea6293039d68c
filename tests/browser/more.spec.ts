/** Inviting, erasing for good, finding a line again, and what the room shows of one command's records. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('an invitation is made from the palette, copied, and says what it can and cannot do', async ({ kim: page, core, openBrowser }) => {
  await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('invite');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('status').filter({ hasText: 'The link is copied' });
  await expect(notice).toContainText('cannot import, invite, erase or speak for others');
  await expect(notice).toContainText('works once');
  const url = await page.evaluate(() => navigator.clipboard.readText());
  await expect(notice).toContainText(url);
  await notice.getByRole('button', { name: 'Put away' }).press('Enter');
  await expect(notice).toBeHidden();

  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  await sam.keyboard.press('ControlOrMeta+K');
  await sam.keyboard.type('invite');
  await expect(sam.getByRole('menuitem', { name: 'Invite a responder' })).toContainText('The owner of this console invites people.');
});

test('a text that was hidden is erased for good once its name is typed; a responder is told who can', async ({
  kim: page,
  core,
  openBrowser,
}) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const entry = await core.write(incident, 'the password is hunter2');
  await core.run(incident, { type: 'entry.correct', entry, text: 'the password is hunter3' });
  const room = await RoomPage.open(page, core, incident);
  const line = room.timeline.locator(`[data-line="${entry}"]`);
  await expect(line).toContainText('hunter3');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Why hide this text' })).toBeFocused();
  await page.getByRole('button', { name: 'Erase for good …' }).press('Enter');
  const field = page.getByRole('textbox', { name: `type ${entry.slice(-8)}` });
  await expect(field).toBeFocused();
  await page.keyboard.type('yes');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('Nothing was erased.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(entry.slice(-8));
  await page.keyboard.press('Enter');
  await expect(line).toContainText('Text erased');
  await expect(page.locator('body')).not.toContainText('hunter');
  const bodies = [...(await core.events(incident, 'entry.added')), ...(await core.events(incident, 'entry.corrected'))];
  expect(bodies.map(({ body }) => body)).toEqual([null, null]);

  await core.write(incident, 'a second line');
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  const other = await RoomPage.open(sam, core, incident);
  await expect(other.line('a second line')).toBeVisible();
  await sam.keyboard.press('Alt+ArrowUp');
  await sam.keyboard.press('r');
  await expect(other.line('a second line')).toContainText('The owner of this console erases texts.');
});

test('files that may still hold an erased text are named', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const entry = await core.write(incident, 'the password is hunter2');
  // As a console leaves it behind that once found its log damaged.
  writeFileSync(join(core.dataDir, 'log.damaged.db'), '');
  const room = await RoomPage.open(page, core, incident);
  await expect(room.line('hunter2')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Erase for good …' }).press('Enter');
  await page.keyboard.type(entry.slice(-8));
  await page.keyboard.press('Enter');
  await expect(room.line('Text erased')).toContainText('log.damaged.db');
  await page.keyboard.press('Enter');
  await expect(room.line('Text erased')).not.toContainText('log.damaged.db');
  await expect(room.line('Text erased')).toBeFocused();
});

test('a hit of the search opens its line, far from the end of a long timeline', async ({ kim: page, core }) => {
  const incident = await core.declare('A long night', { severity: 3, impact: 'slow' });
  const lines = Array.from({ length: 400 }, (_, index) => (index === 40 ? 'relay 3 was taken out' : `line ${index} of the night`));
  await core.cli(['log', incident, '--plain', '-'], lines.join('\n'));
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('relay taken');
  const hit = page.getByRole('list', { name: 'Found lines' }).getByRole('link');
  await expect(hit).toHaveCount(1);
  await hit.press('Enter');
  const room = new RoomPage(page);
  await expect(room.line('relay 3 was taken out')).toBeFocused();
  await expect(room.line('relay 3 was taken out')).toBeInViewport();
  // A line that comes in now does not pull the reader away.
  await core.write(incident, 'a new line');
  await expect(page.getByRole('button', { name: '1 new below' })).toBeVisible();
  await expect(room.line('relay 3 was taken out')).toBeInViewport();

  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByRole('dialog', { name: 'Search in this incident' })).toBeVisible();
  await page.keyboard.type('line 120 night');
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(room.line('line 120 of the night')).toBeFocused();
  await expect(room.line('line 120 of the night')).toBeInViewport();
});

test('an address with a line that does not exist opens the room as ever', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await page.goto(`${core.url}/#/incident/${incident}/entry/nobody-knows`);
  const room = new RoomPage(page);
  await expect(room.composer).toBeFocused();
  await expect(room.line('Incident declared: Search is slow')).toBeVisible();
});

test('the roles of the declarer are one line, and that they joined is none', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 1, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await expect(room.line(/Incident commander, .*: Kim/)).toHaveCount(1);
  await expect(room.line('Kim joined')).toHaveCount(0);
  const { text } = await core.call('incidents.export', { id: incident, template: 'google-sre', format: 'json' });
  expect(JSON.parse(text)).toBeTruthy();
});

test('the buttons of the topmost line are not cut off', async ({ kim: page, core }) => {
  const incident = await core.declare('A long night', { severity: 3, impact: 'slow' });
  await core.cli(['log', incident, '--plain', '-'], Array.from({ length: 200 }, (_, index) => `line ${index} of the night`).join('\n'));
  const room = await RoomPage.open(page, core, incident);
  await expect(room.line('line 199 of the night')).toBeVisible();
  const frame = await room.timeline.boundingBox();
  if (frame === null) throw new Error('the timeline is not drawn');
  await page.mouse.move(frame.x + 40, frame.y + 3);
  const buttons = room.timeline.locator('button:visible', { hasText: 'history' });
  await expect(buttons).toHaveCount(1);
  expect((await buttons.boundingBox())?.y).toBeGreaterThanOrEqual(frame.y);
});

test('of many follow-ups the latest twelve stand beside the timeline, and the earlier ones when they are asked for', async ({
  kim: page,
  core,
}) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  for (let number = 1; number <= 15; number += 1) await core.run(incident, { type: 'followUp.add', text: `thing ${number} to do` });
  await RoomPage.open(page, core, incident);
  const section = page.getByRole('region', { name: 'Follow-ups: 15' });
  await expect(section.getByRole('listitem')).toHaveCount(12);
  await expect(section).toContainText('thing 15 to do');
  await expect(section).not.toContainText('thing 3 to do');
  await section.getByRole('button', { name: '3 earlier follow-ups' }).press('Enter');
  await expect(section.getByRole('listitem')).toHaveCount(15);
  await expect(section).toContainText('thing 3 to do');
  await section.getByRole('button', { name: 'only the latest 12' }).press('Enter');
  await expect(section.getByRole('listitem')).toHaveCount(12);
});
