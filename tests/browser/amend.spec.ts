/** Correcting, hiding and starring a line by keyboard: nothing in the log is overwritten. */
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('a line is corrected in place; what it said at first stays readable', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await core.write(incident, 'latency is 2 s');
  const room = await RoomPage.open(page, core, incident);
  const line = room.line('latency is');
  await expect(room.composer).toBeFocused();
  await expect(line).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line).toBeFocused();
  await page.keyboard.press('c');
  const text = page.getByRole('textbox', { name: 'Text' });
  await expect(text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('latency is 20 s');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('-9m');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('latency is 20 s');
  await expect(line).toContainText('corrected');
  await expect(line).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(line).toContainText(/at first\s*latency is 2 s/);
  await expect(line).toContainText('text: latency is 20 s');
  await page.keyboard.press('ArrowLeft');
  await expect(line).not.toContainText('at first');
  await page.keyboard.press('Escape');
  await expect(room.composer).toBeFocused();
  expect((await core.events(incident, 'entry.added')).at(-1)?.body).toMatchObject({ text: 'latency is 2 s' });
});

test('a correction that reads as no time says so and keeps what was typed; Escape leaves the line alone', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await core.write(incident, 'latency is 2 s');
  const room = await RoomPage.open(page, core, incident);
  const line = room.line('latency is');
  await expect(line).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /Time/ })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: /Time/ })).toHaveValue('soon');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Text' })).toBeHidden();
  await expect(line).toBeFocused();
  expect(await core.events(incident, 'entry.corrected')).toHaveLength(0);
});

test('a hidden text is gone from the room and from the draft, and the line says that it was hidden', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await core.write(incident, 'the password is hunter2', { starred: true });
  const room = await RoomPage.open(page, core, incident);
  const line = room.line('hunter2');
  await expect(line).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Why hide this text' })).toBeFocused();
  await page.keyboard.type('a secret');
  await page.keyboard.press('Enter');
  await expect(room.line('Text hidden')).toBeFocused();
  await expect(page.locator('body')).not.toContainText('hunter2');
  await page.keyboard.press('ArrowRight');
  await expect(room.line('Text hidden')).toContainText('because a secret');
  await expect(page.locator('body')).not.toContainText('hunter2');
  for (const format of ['md', 'html', 'json'] as const) {
    const { text } = await core.call('incidents.export', { id: incident, template: 'google-sre', format });
    expect(text).not.toContain('hunter2');
  }
});

test('a star is put on and taken off by one key', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  await core.write(incident, 'worth telling');
  const room = await RoomPage.open(page, core, incident);
  const star = room.line('worth telling').getByRole('img', { name: 'starred' });
  await expect(room.line('worth telling')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('s');
  await expect(star).toBeVisible();
  await page.keyboard.press('s');
  await expect(star).toBeHidden();
  expect(await core.events(incident, 'entry.starred')).toHaveLength(2);
});
