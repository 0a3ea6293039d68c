/** Nothing overlaps, nothing is cut off and nothing scrolls sideways: on a telephone, a laptop and a wide screen, with what people really write. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import { fullSwing, longTitle } from './screens.ts';

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

async function boxOf(
  locator: Locator,
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not drawn`);
  return box;
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() =>
    [...document.querySelectorAll('html, body, #screen, #screen *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
        return scrolls && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.tagName}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`),
  );
  expect(wider).toEqual([]);
}

/** The parts of the room stand below one another, and the composer is whole and in sight. */
async function expectRoomInPlace(room: RoomPage): Promise<void> {
  const viewport = room.page.viewportSize() ?? sizes[0];
  const header = await boxOf(room.header.last());
  const next = await boxOf(room.next);
  const timeline = await boxOf(room.page.locator('#room-timeline'));
  const composer = await boxOf(room.composer);
  expect(header.y + header.height).toBeLessThanOrEqual(next.y + 1);
  expect(next.y + next.height).toBeLessThanOrEqual(timeline.y + 1);
  expect(timeline.y + timeline.height).toBeLessThanOrEqual(composer.y + 1);
  expect(composer.y + composer.height).toBeLessThanOrEqual(viewport.height);
  expect(composer.x).toBeGreaterThanOrEqual(0);
  expect(composer.x + composer.width).toBeLessThanOrEqual(viewport.width);
  // What is left for reading is the greater part of a telephone too, once the columns are drawers.
  expect(timeline.height).toBeGreaterThan(150);
}

/** No two things that stand side by side in the header share a place. */
async function expectHeaderApart(room: RoomPage): Promise<void> {
  const overlaps = await room.header.last().evaluate((header) => {
    const found: string[] = [];
    for (const row of header.children) {
      const children = [...row.children].filter((child) => child.getClientRects().length > 0);
      for (const [index, one] of children.entries()) {
        for (const other of children.slice(index + 1)) {
          const a = one.getBoundingClientRect();
          const b = other.getBoundingClientRect();
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 1) found.push(`${one.textContent} / ${other.textContent}`);
        }
      }
    }
    return found;
  });
  expect(overlaps).toEqual([]);
}

for (const size of sizes) {
  test(`at ${size.width}×${size.height} a busy room with a title of 300 characters keeps everything in its place`, async ({
    kim: page,
    core,
  }) => {
    await page.setViewportSize(size);
    const incident = await fullSwing(core, 'drill');
    await core.run(incident, { type: 'incident.amend', title: longTitle });
    const room = await RoomPage.open(page, core, incident);
    await expect(room.line('rollback is through')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectRoomInPlace(room);
    await expectHeaderApart(room);
    await page.goto(`${core.url}/#/`);
    await expect(page.getByRole('list', { name: 'Drills' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto(`${core.url}/#/incident/${incident}/export`);
    await expect(page.getByRole('region', { name: 'Draft', exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test(`at ${size.width}×${size.height} at night the composer is in sight and nothing is cut off`, async ({ kim: page, core }) => {
    await page.setViewportSize(size);
    await page.keyboard.press('ControlOrMeta+Shift+D');
    const room = await RoomPage.open(page, core, await fullSwing(core));
    await expect(room.line('rollback is through')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectRoomInPlace(room);
    await expectHeaderApart(room);
    await page.keyboard.press('Alt+2');
    await expect(room.work).toBeVisible();
    await expect(room.composer).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(room.work).toBeHidden();
    await expect(room.composer).toBeFocused();
  });
}

test('what is written in Arabic reads from the right, German from the left, each in its own line', async ({ kim: page, core }) => {
  const incident = await core.declare('فشل الدفع في أوروبا', { severity: 3, impact: 'العملاء لا يستطيعون الدفع' });
  await core.write(incident, 'معدل الأخطاء 20 % في كل المناطق');
  await core.write(incident, 'Die Zahlungsdienstleisterschnittstellenüberwachung schlägt fehl');
  const room = await RoomPage.open(page, core, incident);
  const direction = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).direction);
  expect(await direction(room.line('معدل الأخطاء').locator('p[dir]').first())).toBe('rtl');
  expect(await direction(room.line('Zahlungsdienstleister').locator('p[dir]').first())).toBe('ltr');
  expect(await direction(page.getByRole('heading', { level: 1 }).last())).toBe('rtl');
  await room.type('تم التراجع');
  expect(await direction(room.composer)).toBe('rtl');
  await page.setViewportSize(sizes[0]);
  await expectNoSidewaysScroll(page);
  await expectRoomInPlace(room);
});

test('five thousand lines are scrolled to the top and back, few of them drawn at a time', async ({ kim: page, core }) => {
  test.setTimeout(120_000);
  const incident = await core.declare('A long night', { severity: 3, impact: 'slow' });
  const lines = Array.from({ length: 5000 }, (_, index) => `line ${index + 1} of the night`);
  await core.cli(['log', incident, '--plain', '-'], lines.join('\n'));
  const room = await RoomPage.open(page, core, incident);
  await expect(room.line('line 5000 of the night')).toBeVisible();
  const drawn = () => room.timeline.locator('[data-line]').count();
  expect(await drawn()).toBeLessThan(120);
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(room.line('line 5000 of the night')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(room.timeline.locator('[aria-posinset="1"]')).toBeFocused();
  await expect(room.line('line 1 of the night')).toBeVisible();
  expect(await drawn()).toBeLessThan(120);
  // A line that is written meanwhile does not pull the reader away.
  await core.write(incident, 'written while somebody reads the beginning');
  await expect(page.getByRole('button', { name: /1 new below/ })).toBeVisible();
  await expect(room.line('line 1 of the night')).toBeVisible();
  await page.keyboard.press('End');
  await expect(room.line('written while somebody reads the beginning')).toBeFocused();
  await page.keyboard.press('Escape');
  await room.write('and on it goes');
  await expect(room.line('and on it goes')).toBeVisible();
  expect(await drawn()).toBeLessThan(120);
});
