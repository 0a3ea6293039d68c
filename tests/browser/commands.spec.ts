/** Commanding from the composer: things are offered by name where a line wants one, and a line that only asks to see something sends nothing. */
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('an open task is offered by its text, taken with Enter, and done with the next Enter', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'searches take 20 s' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/person Sam Lee');
  await room.type('/t @sam 5m check replica lag');
  await expect(room.chip).toContainText('task');
  await expect(room.chip).toContainText('owner Sam Lee · 5 min');
  await page.keyboard.press('Enter');
  await room.write('/t page the provider');
  const offers = page.getByRole('listbox', { name: 'Commands and people' });
  await room.type('/t ');
  await expect(page.locator('#room-composer-says')).toContainText('/t [w1] [@sam] [5m] text');
  await room.clear();
  await room.type('/t done ch');
  await expect(offers.getByRole('option')).toHaveText(['t1check replica lag']);
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('/t done t1 ');
  await expect(room.chip).toContainText('task done');
  await expect(room.chip).toContainText('t1 check replica lag');
  await page.keyboard.type('lag is 2 s');
  await page.keyboard.press('Enter');
  await expect(room.line('lag is 2 s')).toBeVisible();
  expect((await core.events(incident, 'task.finished')).at(-1)?.body).toMatchObject({ result: 'lag is 2 s' });
});

test('what somebody said on the call is typed for them: an objection, by name', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'searches take 20 s' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/person Sam Lee');
  await room.write('/d fail over to eu-2');
  await room.type('sam: /d no 1 eu-2 is full');
  await expect(room.chip).toContainText('strong objection');
  await expect(room.chip).toContainText('by Sam Lee · d1 fail over to eu-2');
  await page.keyboard.press('Enter');
  await expect(room.line('eu-2 is full')).toBeVisible();
  const [objected] = await core.events(incident, 'decision.objected');
  const joined = (await core.events(incident, 'person.joined')).map(
    ({ body }) => body as { readonly name: string; readonly person: string },
  );
  expect(joined.find(({ name }) => name === 'Sam Lee')?.person).toBe(objected?.by);
});

test('a line typed before the log has what it is about is understood once that is there', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'searches take 20 s' });
  const room = await RoomPage.open(page, core, incident);
  await room.type('/d no 1 eu-2 is full');
  await expect(page.locator('#room-composer-says')).toContainText('Alt Enter writes it as a plain note');
  await core.cli(['log', incident, '/d', 'fail', 'over', 'to', 'eu-2']);
  await expect(room.chip).toContainText('d1 fail over to eu-2');
  await page.keyboard.press('Enter');
  await expect(room.line('eu-2 is full')).toBeVisible();
});

test('notes pasted under /changed are recent changes', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'searches take 20 s' });
  const room = await RoomPage.open(page, core, incident);
  await expect(room.composer).toBeFocused();
  await page.evaluate(() => navigator.clipboard.writeText('/changed\n@-9m deploy 88\nflag new-cart on'));
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.locator('#room-composer-says')).toContainText('2 lines as recent changes, 1 with a time of their own');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('');
  await expect(room.line('flag new-cart on')).toBeVisible();
  const bodies = (await core.events(incident, 'entry.added')).map(({ body }) => body);
  expect(bodies).toMatchObject([
    { text: 'deploy 88', tags: ['change'] },
    { text: 'flag new-cart on', tags: ['change'] },
  ]);
});

test('a line that copies the brief sends nothing, and works while nothing is recorded', async ({ kim: page, core, faults }) => {
  faults.allow(/ERR_|WebSocket connection to/);
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'searches take 20 s' });
  const room = await RoomPage.open(page, core, incident);
  await room.type('/brief');
  await expect(room.chip).toContainText('copy the brief');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('');
  await expect(page.getByText('The brief is copied.')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('searches take 20 s');
  expect(await core.events(incident, 'entry.added')).toEqual([]);
  await core.kill();
  await expect(page.getByRole('alert')).toContainText('Not recording');
  await room.type('/brief');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('');
});

test('F1 lists the commands by subject, with each thing that one of them does', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Search is slow', { severity: 3, impact: 'slow' }));
  await room.type('/?');
  await page.keyboard.press('Enter');
  const keys = page.getByRole('complementary', { name: 'Keys for this screen' });
  for (const subject of ['Tasks', 'Actions and levers', 'Hypotheses', 'Decisions', 'Roles and handoff']) {
    await expect(keys.getByRole('heading', { name: subject, exact: true })).toBeVisible();
  }
  await expect(keys.getByText('/t stuck 4 [why]')).toBeVisible();
  await expect(keys.getByText('/handoff @ada [why | said on call]')).toBeVisible();
});
