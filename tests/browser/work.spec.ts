/** The work of an incident by keyboard: tasks and their clocks, hypotheses, decisions, levers, actions, changes, questions. */
import type { Locator } from '@playwright/test';
import { addPerson } from './busy-work.ts';
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';

/** An incident with Ada and Sam in it. */
async function withHands(core: RunningConsole): Promise<string> {
  const incident = await core.declare('Checkout errors in the EU', { severity: 2, impact: 'customers cannot pay' });
  await addPerson(core, incident, { name: 'Ada Lovelace' });
  await addPerson(core, incident, { name: 'Sam Lee' });
  return incident;
}

/** The row of a thing in the work column, by its label. */
const thing = (room: RoomPage, label: string): Locator =>
  room.work.getByRole('listitem').filter({ has: room.page.getByText(label, { exact: true }) });

test('a task is given, heard and done; its clock runs beside the timeline all the while', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await expect(room.work.getByText('Who does what, and when you come back to it')).toBeVisible();
  await room.write('/t @ada 5m check replication lag');
  const row = thing(room, 't1');
  await expect(row).toContainText('check replication lag');
  await expect(row).toContainText('Ada Lovelace · offered');
  await expect(row.getByRole('timer')).toHaveText(/^[45]:\d\d$/);
  await room.write('/t ack 1');
  await expect(row).toContainText('heard');
  await room.write('/t done 1 it is 40 s and falling');
  await expect(row).toBeHidden();
  await expect(room.line('it is 40 s and falling')).toBeVisible();
});

test('a task whose time is up leads, and is asked about with its answers by key', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/t @sam 20m read the audit log');
  await room.write('@-9m /t @ada 5m roll back 88');
  await expect(room.work.getByRole('listitem').first()).toContainText('roll back 88');
  await expect(thing(room, 't2')).toContainText('expired');
  for (const answer of ['/t done 2', '/t +5 2', '/t stuck 2', '/t on 2 @'])
    await expect(thing(room, 't2').getByRole('button', { name: answer })).toBeVisible();
  await expect(room.next).toContainText('Time is up: t2 roll back 88, Ada Lovelace. Done, more time, or stuck?');
  await expect(room.composer).toBeFocused();

  await page.keyboard.press('Alt+I');
  await expect(room.composer).toHaveValue('/t +5 t2 ');
  await page.keyboard.press('Enter');
  await expect(thing(room, 't2')).toContainText('more time once');
  await expect(room.next).toContainText('nothing is overdue');

  await room.type('/t +5 2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('why this is still the right task')).toBeVisible();
  await room.clear();
  await room.write('/t +5 2 the rollback waits for the cache');
  await expect(thing(room, 't2')).toContainText('more time 2 times');
  await room.write('/t stuck 2 nobody has access');
  await expect(thing(room, 't2')).toContainText('stuck');
  await expect(thing(room, 't2')).toContainText('nobody has access');
  await room.write('/t on 2 @sam 5m');
  await expect(thing(room, 't2')).toContainText('Sam Lee · offered');
});

test('a clock runs out in place, and takes neither the caret nor what was typed', async ({ kim: page, core }) => {
  await page.clock.install();
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/t @ada 5m check replication lag');
  await expect(thing(room, 't1').getByRole('timer')).toBeVisible();
  await room.type('half a thought');
  const before = await room.next.boundingBox();
  await page.clock.fastForward('05:10');
  await expect(thing(room, 't1')).toContainText('expired');
  await expect(room.next).toContainText('Time is up: t1 check replication lag');
  expect((await room.next.boundingBox())?.height).toBe(before?.height);
  await expect(room.composer).toBeFocused();
  await expect(room.composer).toHaveValue('half a thought');
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'Time is up' })).toBeAttached();
});

test('a hypothesis is tested, weighed and refuted; what is crossed out stays counted', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/h deploy 88 broke pricing');
  await expect(thing(room, 'h1')).toContainText('open');
  await room.write('/h? 1 @ada 10m roll one host back');
  await expect(thing(room, 'h1')).toContainText('Ada Lovelace tests: roll one host back');
  await expect(thing(room, 'h1').getByRole('timer')).toBeVisible();
  await room.write('/e 1 + errors began four minutes later');
  await room.write('/e 1 - one region never had it');
  await expect(thing(room, 'h1')).toContainText('1 for, 1 against');
  await room.type('/h- 1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('what speaks against it')).toBeVisible();
  await room.clear();
  await room.write('/h- 1 it failed before the deploy too');
  await expect(thing(room, 'h1')).toBeHidden();
  await expect(room.work).toContainText('crossed out or parked: 1');
});

test('holding on to one explanation is asked about after twenty minutes', async ({ kim: page, core }) => {
  await page.clock.install();
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/h deploy 88 broke pricing');
  await expect(thing(room, 'h1')).toBeVisible();
  await page.clock.fastForward('21:00');
  await expect(room.work).toContainText('What else would explain it? What would prove it wrong?');
  await room.write('/h the payment provider is slow');
  await expect(room.work).not.toContainText('What else would explain it?');
});

test('a decision is polled: what was known, objections by name, and the word that settles it', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/d turn the discounts off until nine');
  await expect(thing(room, 'd1')).toContainText('any strong objections?');
  const fields = page.getByRole('group', { name: /About this decision/ });
  await expect(fields).toBeVisible();
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(fields.getByRole('textbox', { name: 'known', exact: true })).toBeFocused();
  await page.keyboard.type('all failing carts hold a discount');
  await page.keyboard.press('Enter');
  await expect(fields.getByRole('textbox', { name: 'not known' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fields).toBeHidden();
  await expect(room.line('all failing carts hold a discount')).toBeVisible();

  await room.write('/d no 1 @ada sales must know first');
  await expect(thing(room, 'd1')).toContainText('Ada Lovelace objects: sales must know first');
  await room.write('/d ok 1');
  await expect(thing(room, 'd1')).toBeHidden();
  await expect(room.line('turn the discounts off until nine').last()).toContainText('decision');
});

test('a lever in one hand cannot be pulled by another; what is applied says how to undo it', async ({ kim: page, core, openBrowser }) => {
  const incident = await withHands(core);
  const { url } = await core.call('session.invite', {});
  const lee = await openBrowser(url);
  await giveName(lee, 'Lee');
  const room = await RoomPage.open(page, core, incident);
  const other = await RoomPage.open(lee, core, incident);
  await room.write('/lever take rollback');
  await expect(other.work).toContainText('in hand · Kim');
  await other.type('/lever on rollback pricing');
  await lee.keyboard.press('Enter');
  await expect(lee.getByText('Kim has "Roll back a release" in hand').first()).toBeVisible();
  await other.clear();
  await room.write('/lever on rollback pricing service');
  await expect(other.work).toContainText('applied by Kim');
  await expect(other.work).toContainText('way back: Deploy the newer release again.');
  await room.write('/mit error rate back to normal');
  const left = page.getByRole('region', { name: 'Before you resolve' });
  await expect(left).toContainText('Still applied: Roll back a release on pricing service');
  await room.write('/lever keep rollback @ada until the fix is out');
  await expect(left).toBeHidden();
  await expect(room.work).toContainText('kept · Ada Lovelace');
});

test('an action asks for its worst case and way back beneath the line, and is amber until it has both', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/a restart the pricing pods');
  const fields = page.getByRole('group', { name: /About this action/ });
  await expect(fields).toBeVisible();
  await expect(room.work).toContainText('no worst case, no way back');
  await page.keyboard.press('Tab');
  await page.keyboard.type('prayer');
  await page.keyboard.press('Enter');
  await expect(fields).toContainText('No lever is called prayer.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a minute of errors');
  await page.keyboard.press('Enter');
  await expect(room.work).not.toContainText('no worst case');
  await page.keyboard.type('none is needed');
  await page.keyboard.press('Enter');
  await expect(fields).toBeHidden();
  await expect(room.composer).toBeFocused();
  await expect(room.work).not.toContainText('no way back');

  await room.write('/a flush the cache');
  await expect(fields).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(fields).toBeHidden();
  await expect(room.work).toContainText('no worst case, no way back');
  await room.write('/way the cache fills by itself');
  await expect(room.work).not.toContainText('no worst case, no way back');
  await expect(room.work).toContainText('no worst case');

  // Two actions of one minute: the button is about its own line, whichever came last.
  await room.write('/a drop the old index');
  await page.keyboard.press('Escape');
  const first = room.work.getByRole('listitem').filter({ hasText: 'flush the cache' });
  await first.getByRole('button', { name: 'say it' }).press('Enter');
  await expect(fields).toHaveAccessibleName('About this action: flush the cache');
  await expect(fields.getByRole('textbox')).toHaveCount(1);
  await expect(fields.getByRole('textbox', { name: 'worst case' })).toBeFocused();
  await page.keyboard.type('the database is asked everything again');
  await page.keyboard.press('Enter');
  await expect(first).toBeHidden();
  await expect(room.composer).toBeFocused();
  await expect(room.work.getByRole('listitem').filter({ hasText: 'drop the old index' })).toContainText('no worst case, no way back');
});

test('changes stand with their distance to the impact, those of the last three hours as suspects', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('/impact @-12m');
  await room.write('@-50m /changed deploy 88');
  await room.write('@-6h /changed a new certificate');
  const change = (text: string) => room.work.getByRole('listitem').filter({ hasText: text });
  await expect(change('deploy 88')).toContainText(/3[78] min before · suspect/);
  await expect(change('a new certificate')).toContainText('5 h before');
  await expect(change('a new certificate')).not.toContainText('suspect');
});

test('a question is parked and answered, a workstream opened and ended', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await withHands(core));
  await room.write('? who owns the retry queue');
  await expect(thing(room, 'q1')).toContainText('who owns the retry queue');
  await room.write('/ans 1 the payments team');
  await expect(thing(room, 'q1')).toBeHidden();
  await room.write('/ws refunds @sam 20m : know who was charged twice');
  await expect(thing(room, 'w1')).toContainText('led by Sam Lee');
  await expect(thing(room, 'w1')).toContainText('goal: know who was charged twice');
  await room.write('/ws end 1 nobody was');
  await expect(thing(room, 'w1')).toBeHidden();
});

test('two hundred open things keep the column short, and all of them are there when asked for', async ({ kim: page, core }) => {
  test.setTimeout(120_000);
  const incident = await withHands(core);
  for (let index = 1; index <= 60; index += 1) await core.run(incident, { type: 'task.add', text: `find the owner of shard ${index}` });
  const room = await RoomPage.open(page, core, incident);
  await expect(room.work.getByRole('heading', { name: 'Tasks: 60' })).toBeVisible();
  await expect(room.work.getByText(/find the owner of shard/)).toHaveCount(5);
  await room.work.getByRole('button', { name: '55 more waiting tasks' }).press('Enter');
  await expect(room.work.getByText(/find the owner of shard/)).toHaveCount(60);
});
