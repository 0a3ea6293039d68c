/** The follow-ups of all incidents, by keyboard: found, filtered, finished, let go, and taken along. */
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('follow-ups of two incidents stand on one screen, where they are filtered, finished, let go and saved', async ({
  kim: page,
  core,
}) => {
  const checkout = await core.declare('Checkout errors', { severity: 2, impact: 'no payments' });
  const search = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const room = await RoomPage.open(page, core, checkout);
  await room.write('/f #detect @me +7d Alert on failed payments');
  await room.write('/f Improve monitoring');
  await room.write('/link f1 https://tracker.example/OPS-1');
  await room.write('/started f1');
  await core.run(search, { type: 'followUp.add', text: '=1+1', due: '2026-01-15' });
  await page.keyboard.press('Alt+2');
  await expect(room.work).toContainText('vague: no end in sight');
  await page.keyboard.press('Alt+X');
  await expect(page).toHaveURL(/#\/follow-ups$/);
  const rows = page.locator('[data-follow-up]');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('overdue');
  await expect(rows.nth(1)).toContainText('started');
  await expect(rows.nth(1).getByRole('link', { name: 'https://tracker.example/OPS-1' })).toHaveAttribute('rel', /noopener/);
  await expect(rows.nth(2)).toContainText('no end in sight: What will be there when it is done?');

  await page.getByRole('radio', { name: 'overdue' }).press('Space');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Done: f1 of inc-2', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'To do again: f1 of inc-2' })).toBeFocused();
  await page.getByRole('radio', { name: 'open', exact: true }).press('Space');
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Owner' }).selectOption('nobody yet');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Won’t do: f2 of inc-1' }).press('Enter');
  await page.keyboard.type('nobody could say when it is done');
  await page.keyboard.press('Enter');
  await expect(rows.first()).toContainText('Because: nobody could say when it is done');
  await expect(page.getByRole('button', { name: 'To do again: f2 of inc-1' })).toBeFocused();
  expect((await core.events(checkout, 'followUp.amended')).map(({ body }) => (body as { wontDo?: string }).wontDo)).toContain(
    'nobody could say when it is done',
  );

  await page.getByRole('radio', { name: 'all', exact: true }).press('Space');
  const saving = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+S');
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(5);
  expect(csv).toContain(",f1,'=1+1,");
  await expect(page.getByText('Saved as follow-ups-all.csv.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Owner' }).selectOption('everybody');
  await page.getByRole('link', { name: 'Open f1 in inc-2' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Search is slow' })).toBeVisible();
});
