/** What stands in the place of the timeline for a while: hypotheses side by side, the roll call, the levers, other incidents; and what the log knew at a minute. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('hypotheses stand side by side by their state, the refuted ones among them, and each is moved by a line', async ({
  kim: page,
  core,
}) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/h deploy 88 broke pricing');
  await room.write('/h the provider loses packets');
  await room.write('/h? 2 10m ask the other region');
  await room.write('/e 1 - it was slow before the deploy');
  await room.write('/board');
  const board = page.getByRole('region', { name: 'Hypotheses, side by side', exact: true });
  await expect(board.getByRole('region', { name: 'open' })).toContainText('deploy 88 broke pricing');
  await expect(board.getByRole('region', { name: 'being tested' })).toContainText('ask the other region');
  await expect(board).toContainText('it was slow before the deploy');
  await expect(room.composer).toBeFocused();
  await room.write('/h- 1 older than the deploy');
  await expect(board.getByRole('region', { name: 'refuted' })).toContainText('older than the deploy');
  await expect(board.getByRole('region', { name: 'Things to try next' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(room.timeline).toBeVisible();
  await expect(room.composer).toBeFocused();
});

test('a line of the timeline becomes evidence, and the board leads back to it', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/h deploy 88 broke pricing');
  await room.write('latency doubled at the minute of the deploy');
  await expect(room.line('latency doubled')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(room.line('latency doubled')).toBeFocused();
  await page.keyboard.press('e');
  await page.keyboard.type('7 +');
  await page.keyboard.press('Enter');
  await expect(room.line('latency doubled')).toContainText('There is no h7; there are h1.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1 +');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'For or against which hypothesis' })).toBeHidden();
  await room.composer.focus();
  await room.write('/board');
  await page
    .getByRole('region', { name: 'Hypotheses, side by side', exact: true })
    .getByRole('button', { name: 'its line' })
    .press('Enter');
  await expect(room.line('latency doubled')).toBeFocused();
});

test('in the roll call a team is asked, rules itself out and is released, with one key each', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/team Network');
  await room.write('/team Databases');
  await room.write('/roll');
  const board = page.getByRole('region', { name: 'Roll call', exact: true });
  await expect(board.getByRole('row', { name: /Network/ })).toContainText('team');
  await board.getByRole('button', { name: 'Network: ruled out' }).press('Enter');
  await board.getByRole('button', { name: 'Databases: ruled out' }).press('Enter');
  await expect(board.getByRole('button', { name: 'Databases: ruled out' })).toHaveAttribute('aria-pressed', 'true');
  await board.getByRole('button', { name: 'release all 2 who are ruled out' }).press('Enter');
  await expect(board.getByRole('button', { name: 'Network: excused' })).toHaveAttribute('aria-pressed', 'true');
  await expect(board.getByRole('button', { name: 'Databases: excused' })).toHaveAttribute('aria-pressed', 'true');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('the levers say what they do, how far they reach and how they are undone', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/lever on flag-off new search');
  await room.write('/lever');
  const board = page.getByRole('region', { name: 'Levers', exact: true });
  await expect(board.getByRole('listitem').filter({ hasText: 'Turn a feature off' })).toContainText('applied by Kim: new search');
  await expect(board.getByRole('listitem').filter({ hasText: 'Drain a place' })).toContainText(
    'with a second person who reads the target back',
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what the log knew at a minute leaves out what was written later, and goes back to now by Escape', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const at = Date.now();
  core.turnAhead(20 * 60_000);
  await core.write(incident, 'the index was rebuilt at noon', { occurredAt: at - 60_000 });
  await RoomPage.open(page, core, incident);
  await page.goto(`${core.url}/#/incident/${incident}/at/${new Date(at + 60_000).toISOString()}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('As known at');
  await expect(page.getByRole('region', { name: 'What was known' })).toContainText('SEV3');
  await expect(page.locator('main')).toContainText('Incident declared: Search is slow');
  await expect(page.locator('main')).not.toContainText('the index was rebuilt');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  const room = new RoomPage(page);
  await expect(room.line('the index was rebuilt at noon')).toBeVisible();
});
