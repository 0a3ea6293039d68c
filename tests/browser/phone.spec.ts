/** A telephone in the hand, at night: large type on 390 px, and a finger instead of keys. What one must read or press is there as a whole. */
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import { fullSwing, looks, wear } from './screens.ts';

const size = { width: 390, height: 844 };

/** The width of the empty field's hint, and the room that it has, px. */
async function hintOf(composer: Locator): Promise<{ readonly hint: number; readonly room: number }> {
  return composer.evaluate((field) => {
    const { placeholder, clientWidth } = field as HTMLTextAreaElement;
    const drawing = document.createElement('canvas').getContext('2d');
    if (drawing === null) throw new Error('there is nothing to measure with');
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(field, '::placeholder');
    drawing.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    return { hint: drawing.measureText(placeholder).width, room: clientWidth };
  });
}

for (const [pointer, device] of [
  ['a finger', { isMobile: true, hasTouch: true }],
  ['a mouse', {}],
] as const) {
  test.describe(`on a telephone’s width, with ${pointer}`, () => {
    test.use({ viewport: size, ...device });

    for (const look of looks.filter(({ name }) => name !== 'light')) {
      test(`the hint of the empty line is whole, and so is each way out of a refusal, in the ${look.name} look`, async ({
        kim: page,
        core,
      }) => {
        await wear(page, core, look);
        const room = await RoomPage.open(page, core, await fullSwing(core));
        await page.evaluate(() => document.fonts.ready);
        const { hint, room: width } = await hintOf(room.composer);
        expect(hint).toBeGreaterThan(100);
        expect(hint).toBeLessThanOrEqual(width);
        await room.composer.fill('/res');
        await room.composer.press('Enter');
        const refusal = page.getByRole('status').filter({ hasText: 'Not yet. This is missing' });
        for (const name of [/^Go on all the same/, /^Leave it/]) {
          const button = refusal.getByRole('button', { name });
          await expect(button).toBeInViewport({ ratio: 1 });
          expect(await button.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
        }
      });

      test(`what is due next in the list of incidents is read to its end, in the ${look.name} look`, async ({ kim: page, core }) => {
        await wear(page, core, look);
        await fullSwing(core);
        await page.goto(`${core.url}/#/`);
        const due = page.getByRole('list', { name: 'Open incidents' }).getByRole('timer');
        await expect(due).toContainText('promise to customers broken');
        await expect(due).toBeInViewport({ ratio: 1 });
      });
    }
  });
}
