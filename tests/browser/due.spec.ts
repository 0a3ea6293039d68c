/** The board of what falls due: the soonest first, counting in place, answered by keyboard; and a deadline that is set by hand. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('everything that falls due stands in one list, counts down, and each answer is a line of the composer', async ({
  kim: page,
  core,
}, info) => {
  const incident = await core.declare('Cards fail in EU', { severity: 1, impact: 'cards fail' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/t @me 5m check pricing');
  await room.write('/u customers We look into it. next 25m');
  await room.write('/deadline partners 72h notice by law');
  await room.write('/f @me 2027-03-01 canary for prices');
  await room.write('/due');
  const board = page.getByRole('region', { name: 'What falls due', exact: true });
  const rows = board.getByRole('rowheader');
  await expect(rows).toHaveText([
    /^t1 check pricing/,
    /^update to customers on how far it reaches/,
    /^a new summary/,
    /^update to customers, as promised/,
    /./,
    /./,
    /^deadline for partners: notice by law/,
    /^f1 canary for prices/,
  ]);
  await expect(room.composer).toBeFocused();
  const timer = board.getByRole('row', { name: /t1 check pricing/ }).getByRole('timer');
  const before = await timer.textContent();
  expect(before).toMatch(/in [0-5]:\d\d/);
  await expect(timer).not.toHaveText(before ?? '');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  for (const [name, size] of [
    ['wide', { width: 1280, height: 800 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.screenshot({ path: info.outputPath(`due-${name}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await board
    .getByRole('row', { name: /t1 check pricing/ })
    .getByRole('button', { name: /done/ })
    .press('Enter');
  await expect(room.composer).toBeFocused();
  await expect(room.composer).toHaveValue('/t done t1 ');
  await room.composer.press('Enter');
  await expect(rows.filter({ hasText: 'check pricing' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(room.timeline).toBeVisible();
});

test('a deadline by hand stands among the clocks, is refused once it has passed, and goes with the message that meets it', async ({
  kim: page,
  core,
}) => {
  const incident = await core.declare('Cards fail in EU', { severity: 4, impact: 'cards fail' });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/deadline partners 72h notice by law');
  const clocks = page.getByRole('region', { name: 'Clocks' });
  await expect(clocks).toContainText('notice by law');
  await expect(clocks.getByRole('timer').filter({ hasText: 'deadline' })).toContainText(/\((3 d|2 d 23|71:)/);
  await room.composer.fill('/deadline partners 2026-01-01 09:00');
  await expect(page.getByText('this time has passed')).toBeVisible();
  await room.composer.fill('');
  await room.write('/u partners final The regulator was told.');
  await expect(clocks).not.toContainText('notice by law');
});
