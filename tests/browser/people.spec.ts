/** People by keyboard: a lone responder is left in peace, the roll call by name, vacancies where somebody could take them, and coming back. */
import { addPerson } from './busy-work.ts';
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('a lone responder carries all roles, is asked for nobody, and nothing is overdue', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Search is slow', { severity: 1, impact: 'slow' }));
  await expect(room.people).toContainText('carries 4 roles');
  await expect(room.people).toContainText('On the call: 1');
  await expect(room.people).not.toContainText('vacant');
  await expect(room.next).toContainText('nothing is overdue');
  await room.write('/release scribe');
  await expect(room.people).toContainText('carries 3 roles');
  await expect(room.people).not.toContainText('vacant');
});

test('a vacancy shows once somebody is here who could take the role', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 1, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/release scribe');
  await room.write('/person Ada Lovelace');
  const vacancy = room.people.getByRole('listitem').filter({ hasText: 'vacant' });
  await expect(vacancy).toContainText('Scribe');
  await vacancy.getByRole('button', { name: '/role' }).press('Enter');
  await expect(room.composer).toHaveValue('/role scribe @');
  await page.keyboard.type('ada');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(vacancy).toBeHidden();
});

test('teams are asked, rule themselves out and are released by name', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Search is slow', { severity: 2, impact: 'slow' }));
  await room.write('/team Network');
  await room.write('/team Databases');
  await room.write('/ask @network @databases is it yours?');
  const standing = (word: string) => room.people.getByRole('listitem').filter({ hasText: word });
  await expect(standing('asked')).toContainText('Databases');
  await expect(standing('asked')).toContainText('Network');
  await room.write('/looking @network');
  await expect(standing('looking')).toContainText('Network');
  await room.write('/clear @databases queries are as fast as ever');
  await expect(standing('ruled out')).toContainText('Databases');
  await standing('ruled out').getByRole('button', { name: '/x all' }).press('Enter');
  await expect(room.composer).toHaveValue('/x all');
  await page.keyboard.press('Enter');
  await expect(standing('excused')).toContainText('Databases');
  await expect(room.people).toContainText('On the call: 1');
});

test('who is tired and who comes next is told beside the roles', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'slow' });
  await addPerson(core, incident, { name: 'Ada Lovelace' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('@-9h /awake');
  await expect(room.people).toContainText('awake 9 h');
  await room.write('/relief @ada 06:00');
  await expect(room.people).toContainText('Ada Lovelace relieves at 06:00');
});

test('F2 copies the brief and shows what others wrote while one was away', async ({ kim: page, core, openBrowser }) => {
  await page.clock.install();
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'search takes 20 s' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('seen before');
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(page.getByRole('heading', { name: 'Open', exact: true })).toBeVisible();
  const { url } = await core.call('session.invite', {});
  const ada = await openBrowser(url);
  await giveName(ada, 'Ada');
  const other = await RoomPage.open(ada, core, incident);
  await other.write('the index is being rebuilt');
  await page.clock.fastForward('05:00');
  await page.getByRole('link', { name: /Search is slow/ }).press('Enter');
  await expect(page.getByRole('button', { name: /new since you looked/ })).toBeVisible();
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('F2');
  const brief = page.getByRole('region', { name: 'Brief', exact: true });
  await expect(brief).toContainText('Customers: search takes 20 s');
  await expect(brief).toContainText('the index is being rebuilt');
  await expect(brief).not.toContainText('seen before');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Customers: search takes 20 s');
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(brief).toBeHidden();
});

test('a report is made from the log, edited in the line and written by Enter', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'search takes 20 s' });
  const ada = await addPerson(core, incident, { name: 'Ada Lovelace' });
  await core.run(incident, { type: 'task.add', text: 'rebuild the index', to: ada, minutes: 20 });
  const room = await RoomPage.open(page, core, incident);
  await room.type('/can');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue(
    /^\/can Conditions: SEV2, .*search takes 20 s[\s\S]*Actions: t1 rebuild the index \(Ada Lovelace, 20 min left\)\nNeeds: nothing$/,
  );
  await page.keyboard.type(' but sleep');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('');
  await expect(room.line('Needs: nothing but sleep')).toContainText('Report');
});
