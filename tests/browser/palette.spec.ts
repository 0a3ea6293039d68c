/** Finding, keys, themes, night, and what tells a drill from the real thing. */
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('the palette finds what can be done by name, does it, and gives the caret back', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Search is slow', { severity: 3, impact: 'slow' }));
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog', { name: 'Find an action' });
  const field = palette.getByRole('searchbox').or(palette.getByRole('textbox')).first();
  await expect(field).toBeFocused();
  await page.keyboard.type('log a hypothesis');
  await expect(palette.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(room.composer).toBeFocused();
  await expect(room.composer).toHaveValue('/h ');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(room.composer).toBeFocused();
});

test('every transition, role, update and place is in the palette; what cannot be done says why', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Search is slow', { severity: 3, impact: 'slow' }));
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog', { name: 'Find an action' });
  const names = [
    'Start the fix',
    'Mitigated',
    'Resolve',
    'Start the review',
    'Close',
    'Pause until',
    'Wake',
    'False alarm',
    'Cancel',
    'Reopen',
    'Write what we know',
    'Propose a decision',
    'Give somebody a task',
    'Hand command over',
    'Apply a lever',
    'Report conditions, actions and needs',
    'Note a recent change',
    'Update customers',
    'Assign Comms',
    'Take Incident commander',
    'Severity 1',
    'Export a draft of the postmortem',
    'Declare an incident',
    'All incidents',
    'Search every log',
    'Show the keys',
    'Night mode',
    'Theme: light',
  ];
  for (const name of names) await expect(palette.getByRole('menuitem').filter({ hasText: name }).first()).toBeAttached();
  await expect(palette.getByRole('menuitem').filter({ hasText: 'Start the fix' })).toContainText('Missing: an action with an owner');
  await expect(palette.getByRole('menuitem').filter({ hasText: 'Reopen' })).toContainText('There is no such way from here.');
  await page.keyboard.type('start the fix');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(palette).toBeVisible();
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'Missing: an action with an owner' })).toBeAttached();
});

test('F1 shows the keys and the grammar beside what one types', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Search is slow', { severity: 3, impact: 'slow' }));
  await room.type('half a line');
  await page.keyboard.press('F1');
  const keys = page.getByRole('complementary', { name: 'Keys for this screen' });
  await expect(keys).toBeVisible();
  await expect(room.composer).toBeFocused();
  for (const words of ['/mit [partial] evidence', '/own f1', 'said or done by Kim', 'Answer what is asked', 'Find an action'])
    await expect(keys).toContainText(words);
  await page.keyboard.type(' goes on');
  await expect(room.composer).toHaveValue('half a line goes on');
  await page.keyboard.press('F1');
  await expect(keys).toBeHidden();
  await room.clear();
  await room.write('/?');
  await expect(keys).toBeVisible();
});

test('themes and night mode are switched by keyboard and are still there after a reload', async ({ kim: page }) => {
  const root = page.locator('html');
  const background = () => root.evaluate((element) => getComputedStyle(element).backgroundColor);
  const choose = async (action: string) => {
    await page.keyboard.press('ControlOrMeta+K');
    await expect(page.getByRole('dialog', { name: 'Find an action' })).toBeVisible();
    await page.keyboard.type(action);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Find an action' })).toBeHidden();
  };
  await choose('theme: dark');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const dark = await background();
  await choose('theme: light');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await expect.poll(background).not.toBe(dark);
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(root).toHaveAttribute('data-night', 'on');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await expect(root).toHaveAttribute('data-night', 'on');
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('20px');
});

test('a drill is called one in the title, in a banner, in the list and in its draft', async ({ kim: page }) => {
  await expect(page.getByRole('textbox', { name: 'Title of the incident' })).toBeFocused();
  await page.keyboard.type('Region fails over');
  // The button, then severity, type, and whether it is live or a drill.
  const stops = 4;
  for (let stop = 0; stop < stops; stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'drill' })).toBeChecked();
  for (let stop = 0; stop < stops; stop += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  const room = new RoomPage(page);
  await expect(room.composer).toBeFocused();
  await expect(page).toHaveTitle('DRILL · Region fails over · Wheelhouse');
  await expect(page.getByRole('note').filter({ hasText: 'DRILL' })).toBeVisible();
  await expect(room.header).toContainText('DRILL');
  await room.type('/export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toContainText(/drill/i);
  await expect(page).toHaveTitle(/^DRILL · /);
  await expect(page.getByRole('note').filter({ hasText: 'DRILL' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(page.getByRole('list', { name: 'Drills' })).toContainText('DRILL');
});

test('search finds a line of any incident and leads to it', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await core.write(incident, 'the réplica lags by 40 s');
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(page.getByRole('searchbox', { name: 'Search every log' })).toBeFocused();
  await page.keyboard.type('replica lag');
  const found = page.getByRole('list', { name: 'Found lines' }).getByRole('link');
  await expect(found).toHaveCount(1);
  await expect(found.locator('mark')).toHaveText(['réplica', 'lags']);
  await found.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Search is slow' })).toBeVisible();
});

test('an incident that is not here, and an address that leads nowhere, say so and show the way out', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/status of 404/);
  await page.goto(`${core.url}/#/incident/0b5d8c51-0000-7000-8000-000000000000`);
  await expect(page.getByText(/cannot be shown|has no such incident/)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'All incidents' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title of the incident' })).toBeVisible();
  await page.goto(`${core.url}/#/nowhere/at/all`);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});

test('clocks that fell due are said once at the top, and answered by one key', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2, impact: 'slow' });
  await core.run(incident, { type: 'person.add', name: 'Sam Lee' });
  const now = Date.now();
  await core.run(incident, {
    type: 'update.send',
    audiences: ['customers'],
    text: 'we are on it',
    sentAt: now - 40 * 60_000,
    nextAt: now - 20 * 60_000,
  });
  const room = await RoomPage.open(page, core, incident);
  await expect(room.next).toContainText(/Promised to customers for \d\d:\d\d and not kept, 2\d min ago/);
  await expect(room.work.getByRole('listitem').filter({ hasText: 'customers' })).toContainText(/promised/);
  await expect(room.line('Promise to customers was not kept')).toBeVisible();
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('Alt+U');
  await expect(room.composer).toHaveValue('/u customers … next 30m');
  await page.keyboard.type('it is the cache');
  await expect(room.composer).toHaveValue('/u customers it is the cache next 30m');
  await page.keyboard.press('Enter');
  await expect(room.work.getByRole('listitem').filter({ hasText: 'customers' })).toContainText(/\((29|30):\d\d\)/);
  await expect(room.next).not.toContainText('Promised to customers');
  expect(await core.events(incident, 'promise.broken')).toHaveLength(1);
});
