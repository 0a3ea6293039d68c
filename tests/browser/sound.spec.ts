/** Sound: none unless somebody turned it on; then once for each thing that first asks, quietly, and half as loud at night. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

interface Heard {
  readonly states: readonly string[];
  /** Hz of every note that was begun. */
  readonly notes: readonly number[];
  readonly loudest: number;
}

/** From the next page on, everything that is asked of the page's real audio is noted, and done. */
async function listen(page: Page): Promise<() => Promise<Heard>> {
  await page.addInitScript(() => {
    const contexts: AudioContext[] = [];
    const notes: number[] = [];
    let loudest = 0;
    const Real = window.AudioContext;
    class Heard extends Real {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    }
    window.AudioContext = Heard;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      notes.push(this.frequency.value);
      start.call(this, when);
    };
    const { linearRampToValueAtTime } = AudioParam.prototype;
    AudioParam.prototype.linearRampToValueAtTime = function (this: AudioParam, value: number, at: number) {
      loudest = Math.max(loudest, value);
      return linearRampToValueAtTime.call(this, value, at);
    };
    Object.assign(window, { heard: () => ({ states: contexts.map(({ state }) => state), notes, loudest }) });
  });
  return () => page.evaluate(() => (window as unknown as { heard: () => Heard }).heard());
}

async function turnSoundOn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/settings`);
  const choice = page.getByRole('radiogroup', { name: 'When something first asks you' });
  await expect(choice.getByRole('radio', { name: 'silent' })).toBeChecked();
  await choice.getByRole('radio', { name: 'silent' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'a quiet tone' })).toBeChecked();
}

test('nothing sounds, and no audio is even made, unless somebody turned it on', async ({ kim: page, core }) => {
  const heard = await listen(page);
  const room = await RoomPage.open(page, core, await core.declare('Checkout errors', { severity: 2, impact: 'no checkout' }));
  await page.reload();
  await room.write('@-9m /t @kim 5m roll back 88');
  await expect(room.next).toContainText('Time is up: t1 roll back 88');
  expect(await heard()).toEqual({ states: [], notes: [], loudest: 0 });
});

test('a thing that first asks is heard once, quietly, and not again after a reload', async ({ kim: page, core }) => {
  const heard = await listen(page);
  const incident = await core.declare('Checkout errors', { severity: 2, impact: 'no checkout' });
  await turnSoundOn(page, core.url);
  const room = await RoomPage.open(page, core, incident);
  await page.reload();
  await room.write('@-9m /t @kim 5m roll back 88');
  await expect(room.next).toContainText('Time is up: t1 roll back 88');
  await expect.poll(async () => (await heard()).notes.length).toBe(2);
  expect(await heard()).toMatchObject({ states: ['running'], loudest: 0.08 });
  await room.write('a line more');
  await expect(room.line('a line more')).toBeVisible();
  expect((await heard()).notes).toHaveLength(2);
  await page.reload();
  await expect(room.next).toContainText('Time is up: t1 roll back 88');
  await room.write('and another');
  await expect(room.line('and another')).toBeVisible();
  expect((await heard()).notes).toEqual([]);
});

test('a promise that was not kept has another tone, half as loud in night mode, in one of two windows', async ({ kim: page, core }) => {
  const incident = await core.declare('Checkout errors', { severity: 2, impact: 'no checkout' });
  await turnSoundOn(page, core.url);
  await page.keyboard.press('ControlOrMeta+Shift+D');
  const second = await page.context().newPage();
  const windows = [page, second];
  const listeners = await Promise.all(windows.map(listen));
  for (const one of windows) {
    await one.goto(`${core.url}/#/incident/${incident}`);
    await one.reload();
    await one.clock.install();
  }
  const rooms = windows.map((one) => new RoomPage(one));
  await page.bringToFront();
  await rooms[0]?.write('/u customers We are looking into it next 20m');
  await second.bringToFront();
  await rooms[1]?.write('a line, for this window may sound as well');
  for (const one of windows) await one.clock.fastForward('23:00');
  for (const room of rooms) await expect(room.next).toContainText('not kept');
  const all = async () => Promise.all(listeners.map((heard) => heard()));
  await expect.poll(async () => (await all()).flatMap(({ notes }) => notes).length).toBe(4);
  expect((await all()).map(({ loudest }) => loudest).sort()).toEqual([0, 0.04]);
});
