/** Checklists by keyboard alone: the one line beside the work, a list that is read and done, a list that is confirmed, and what an organisation requires. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import type { Playbook } from '../../shared/playbook/schema.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';
import { withLists, withRequired } from '../fixtures/checklist-playbook.ts';
import { atRest, complaints } from './axe.ts';
import { expect, test } from './fixtures.ts';

import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';

/** The playbook of this console from now on. */
async function follow(core: RunningConsole, playbook: Playbook): Promise<void> {
  await core.call('playbook.run', { commandId: randomUUID(), type: 'playbook.save', text: writePlaybook(playbook) });
}

async function night(page: Page, core: RunningConsole, playbook: Playbook = withLists) {
  await follow(core, playbook);
  const incident = await core.declare('Checkout errors in the EU', { severity: 2, impact: 'customers cannot pay' });
  const room = await RoomPage.open(page, core, incident);
  const board = page.getByRole('region', { name: 'Checklists', exact: true });
  const line = room.work.getByText(/^checklist/);
  const states = async () =>
    (await core.call('incidents.get', { id: incident })).fold.view.checklists.map(({ items }) => items.map(({ state }) => state));
  return { incident, room, board, line, states };
}

const focused = (place: Locator) => place.locator(':focus');

test('one line offers what fits and never opens by itself; one key brings it up, and it is read and done item by item', async ({
  kim: page,
  core,
}) => {
  const { room, board, line, states } = await night(page, core);
  await expect(line).toHaveText(/checklist for investigating: First minutes/);
  await expect(room.work.getByRole('button', { name: '1 more checklist' })).toBeVisible();
  await expect(room.composer).toBeFocused();
  await expect(board).toBeHidden();
  await page.keyboard.press('Alt+C');
  await expect(focused(board)).toHaveText(/First minutes/);
  expect(await complaints(page, false)).toEqual([]);
  await page.keyboard.press('Enter');
  const first = board.getByRole('region', { name: 'First minutes' });
  await expect(focused(first)).toHaveText(/1 of 3.*Write what a customer sees/);
  await page.keyboard.press('Enter');
  await expect(focused(first)).toHaveText(/2 of 3.*Severity/);
  await page.keyboard.press('s');
  await expect(first.getByRole('textbox', { name: 'Why is it skipped?' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toContainText('Say in a few words why it is skipped, or leave it open.');
  expect(await complaints(page, false)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(focused(first)).toHaveText(/2 of 3.*Severity/);
  await page.keyboard.press('s');
  await page.keyboard.type('set by the one before me');
  await page.keyboard.press('Enter');
  await expect(focused(first)).toHaveText(/3 of 3.*Send the first message/);
  await page.keyboard.press('n');
  await expect(first.getByText('complete')).toBeVisible();
  expect(await states()).toEqual([['ticked', 'skipped', 'notApplicable']]);
  await page.keyboard.press('ArrowUp');
  await expect(focused(first)).toHaveText(/2 of 3.*skipped .*set by the one before me/);
  await page.keyboard.press('u');
  await expect(first.getByText('complete')).toBeHidden();
  await page.keyboard.press('Space');
  await expect(first.getByText('complete')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(room.composer).toBeFocused();
  await expect(room.line('Skipped: Severity: unsure, take the higher: set by the one before me')).toBeVisible();
  await expect(room.line('Done: Write what a customer sees')).toContainText('checklist');
  await expect(line).toHaveText(/checklist for IC: In command, on arrival/);
});

test('a list that is confirmed shows all its items, walked with arrows and ticked in any order; a letter goes into the composer', async ({
  kim: page,
  core,
}) => {
  const { room, board, line, states } = await night(page, core);
  await room.write('/list loop');
  const loop = board.getByRole('region', { name: 'Loop of the commander' });
  await expect(focused(loop)).toHaveText(/Actions running/);
  await page.keyboard.press('ArrowDown');
  await expect(focused(loop)).toHaveText(/New impact/);
  await page.keyboard.press('Space');
  await expect(focused(loop)).toHaveText(/New impact.*done/);
  expect(await states()).toEqual([['open', 'ticked']]);
  await expect(line).toHaveText(/checklist: Loop of the commander 1\/2/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(loop.getByText('complete')).toBeVisible();
  await page.keyboard.press('u');
  await expect(loop.getByText('complete')).toBeHidden();
  await page.keyboard.type('x5xx is back to normal');
  await expect(room.composer).toHaveValue('x5xx is back to normal');
  await page.keyboard.press('Enter');
  await expect(board).toBeVisible();
  await room.type('/tick 1');
  await expect(room.chip).toContainText('1 Actions running, and minutes left');
  await page.keyboard.press('Enter');
  await expect(loop.getByText('complete')).toBeVisible();
  await page.keyboard.press('Alt+C');
  await expect(board.getByRole('button', { name: /First minutes/ })).toBeVisible();
});

test('another key that is pressed before the disk has answered waits its turn, and the same one says nothing new', async ({
  kim: page,
  core,
}) => {
  const { incident, room, board } = await night(page, core);
  await room.write('/list loop');
  const loop = board.getByRole('region', { name: 'Loop of the commander' });
  await expect(focused(loop)).toHaveText(/Actions running/);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/call/commands.run', async (route) => {
    const response = await route.fetch();
    await answered;
    await route.fulfill({ response });
  });
  for (const key of ['Enter', 'Enter', 'u']) await page.keyboard.press(key);
  await expect(focused(loop)).toHaveText(/Actions running.*done/);
  answer();
  await expect.poll(() => core.events(incident, 'checklist.itemCleared')).toHaveLength(1);
  expect(await core.events(incident, 'checklist.itemTicked')).toHaveLength(1);
  await expect(focused(loop)).not.toHaveText(/done/);
});

test('what the organisation requires is named with the line that leads there, and holds until it is ticked', async ({
  kim: page,
  core,
}) => {
  const { room, board } = await night(page, core, withRequired);
  await room.write('/a rolled back');
  await room.type('/fix');
  await page.keyboard.press('Enter');
  const refused = page.getByRole('status').filter({ hasText: 'The way back was tested' });
  await expect(refused).toContainText('"Somebody watches the signal" on the checklist Before a risky action');
  await refused.getByRole('button', { name: '/list risky' }).press('Enter');
  await expect(room.composer).toHaveValue('/list risky');
  await page.keyboard.press('Enter');
  const list = board.getByRole('region', { name: 'Before a risky action' });
  await expect(focused(list)).toHaveText(/needed before the fix starts/);
  await page.keyboard.press('Enter');
  await expect(focused(list)).toHaveText(/Somebody watches the signal/);
  await page.keyboard.press('Enter');
  await expect(focused(list)).toHaveText(/The time is written/);
  await page.keyboard.press('Escape');
  await room.write('/fix');
  await expect(room.header).toContainText('fixing');
});

test('another who ticks is seen at once, and takes nobody’s focus', async ({ kim: page, core }) => {
  const { incident, room, line } = await night(page, core);
  await core.run(incident, { type: 'checklist.open', list: 'loop' });
  await expect(line).toHaveText(/checklist: Loop of the commander 0\/2/);
  const { view } = (await core.call('incidents.get', { id: incident })).fold;
  await core.run(incident, { type: 'checklist.mark', checklist: view.checklists[0]?.id ?? '', item: 'impact', as: 'ticked' });
  await expect(line).toHaveText(/checklist: Loop of the commander 1\/2/);
  await expect(room.composer).toBeFocused();
});

test('axe finds nothing in any look, and nothing is cut off on a phone', async ({ kim: page, core }) => {
  const { room, board } = await night(page, core, withRequired);
  await room.write('/list risky');
  await expect(focused(board)).toHaveText(/The way back/);
  await page.keyboard.press('Enter');
  await expect(focused(board)).toHaveText(/Somebody watches/);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    for (const look of looks) {
      await wear(page, core, look);
      await expect(room.composer).toBeVisible();
      await page.keyboard.press('Alt+C');
      await expect(board).toBeVisible();
      await atRest(page);
      expect(await complaints(page, look.settings.night)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  }
});
