/** The composer: what it understands is shown before Enter, and nothing that was typed is ever lost. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';

async function enter(page: Page, core: RunningConsole): Promise<{ readonly room: RoomPage; readonly incident: string }> {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'searches take 20 s' });
  return { room: await RoomPage.open(page, core, incident), incident };
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

test('the chip says what a line is before Enter, and Backspace at its start makes it plain text', async ({ kim: page, core }) => {
  const { room, incident } = await enter(page, core);
  await room.type('/d stop the import');
  await expect(room.chip).toContainText('decision');
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(room.chip).toContainText('plain note');
  await expect(room.composer).toHaveValue('/d stop the import');
  await page.keyboard.press('Backspace');
  await expect(room.chip).toContainText('decision');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(room.line('/d stop the import')).toContainText('note');
  expect((await core.events(incident, 'entry.added')).at(-1)?.body).toMatchObject({ kind: 'note', text: '/d stop the import' });
});

test('a line that cannot be carried out says why, and Alt Enter writes it as it stands', async ({ kim: page, core }) => {
  const { room } = await enter(page, core);
  await room.type('/sev 9');
  await expect(page.locator('#room-composer-says')).toContainText('9 is not a severity');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('/sev 9');
  await page.keyboard.press('Alt+Enter');
  await expect(room.line('/sev 9')).toContainText('note');
});

test('pasted notes become one entry for each line, with the times that they begin with', async ({ kim: page, core }) => {
  const { room, incident } = await enter(page, core);
  await expect(room.composer).toBeFocused();
  await paste(page, 'first seen by support\n\n! second\n@-5m third\n');
  await expect(page.locator('#room-composer-says')).toContainText('3 lines as entries, 1 with a time of their own');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('');
  await expect(room.line('first seen by support')).toBeVisible();
  await expect(room.line('second').getByRole('img', { name: 'starred' })).toBeVisible();
  await expect(room.line('third')).toContainText('written');
  expect(await core.events(incident, 'entry.added')).toHaveLength(3);
});

test('one pasted line with a line break at its end stays one line', async ({ kim: page, core }) => {
  const { room } = await enter(page, core);
  await expect(room.composer).toBeFocused();
  await paste(page, 'copied from the dashboard\r\n');
  await expect(room.composer).toHaveValue('copied from the dashboard');
});

test('the up arrow brings back what was written, the down arrow leads forth again', async ({ kim: page, core }) => {
  const { room } = await enter(page, core);
  await room.write('one');
  await room.write('two');
  await page.keyboard.press('ArrowUp');
  await expect(room.composer).toHaveValue('two');
  await page.keyboard.press('ArrowUp');
  await expect(room.composer).toHaveValue('one');
  await page.keyboard.press('ArrowDown');
  await expect(room.composer).toHaveValue('two');
  await page.keyboard.press('ArrowDown');
  await expect(room.composer).toHaveValue('');
});

test('what was typed comes back with the up arrow after a key of the room replaced it', async ({ kim: page, core }) => {
  const { room } = await enter(page, core);
  await room.type('half a thought');
  await page.keyboard.press('Alt+N');
  await expect(room.composer).not.toHaveValue('half a thought');
  await room.clear();
  await page.keyboard.press('ArrowUp');
  await expect(room.composer).toHaveValue('half a thought');
});

test('commands and people are offered; arrows choose, Tab and Enter take, Escape puts the list away', async ({ kim: page, core }) => {
  const { room, incident } = await enter(page, core);
  await core.run(incident, { type: 'person.add', name: 'Sam Lee' });
  await expect(room.people).toContainText('Sam Lee');
  const offers = page.getByRole('listbox', { name: 'Commands and people' });
  await room.type('/re');
  await expect(offers.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  const first = await offers.getByRole('option').first().textContent();
  await page.keyboard.press('ArrowDown');
  await expect(offers.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(room.composer).toBeFocused();
  expect(first).toContain((await room.composer.inputValue()).trim());
  await room.clear();
  await room.type('/role comms @s');
  await expect(offers.getByRole('option', { name: 'Sam Lee' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('/role comms @Sam.Lee ');
  await page.keyboard.press('Enter');
  await expect(room.people.getByRole('listitem').filter({ hasText: 'Sam Lee' }).filter({ hasText: 'Comms' })).toBeVisible();
  await room.type('/re');
  await page.keyboard.press('Escape');
  await expect(offers).toBeHidden();
  await expect(room.composer).toHaveValue('/re');
  await expect(room.composer).toBeFocused();
});

test('a letter typed anywhere in the room goes into the composer', async ({ kim: page, core }) => {
  const { room } = await enter(page, core);
  await expect(room.composer).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(room.composer).not.toBeFocused();
  await page.keyboard.type('xyz');
  await expect(room.composer).toBeFocused();
  await expect(room.composer).toHaveValue('xyz');
});

test('typed text survives a reload, and a command that was refused', async ({ kim: page, core }) => {
  const { room } = await enter(page, core);
  await room.type('/fix');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'an action with an owner' })).toBeVisible();
  await expect(room.composer).toHaveValue('/fix');
  await page.reload();
  await expect(room.composer).toHaveValue('/fix');
  await expect(room.composer).toBeFocused();
});

test('the core is killed while a person types: it says so, keeps the text, and goes on where it was', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED/, /WebSocket connection to/);
  const { room, incident } = await enter(page, core);
  await room.write('before');
  await expect(room.line('before')).toBeVisible();
  await page.keyboard.type('half a line ');
  await core.kill();
  await page.keyboard.type('and the other half');
  await expect(page.getByRole('alert')).toContainText('Not recording');
  await expect(room.header).toContainText('not recording');
  await page.keyboard.press('Enter');
  await expect(room.composer).toHaveValue('half a line and the other half');
  await expect(room.line('before')).toBeVisible();
  await core.start();
  await expect(page.getByRole('alert')).toBeHidden({ timeout: 20_000 });
  await expect(room.header).toContainText(/recorded \d\d:\d\d:\d\d/);
  await expect(room.composer).toBeFocused();
  await expect(room.composer).toHaveValue('half a line and the other half');
  await page.keyboard.press('Enter');
  await expect(room.line('half a line and the other half')).toBeVisible();
  await core.write(incident, 'written through the API afterwards');
  await expect(room.line('written through the API afterwards')).toBeVisible();
  const texts = (await core.events(incident, 'entry.added')).map(({ body }) => (body as { text: string }).text);
  expect(texts).toEqual(['before', 'half a line and the other half', 'written through the API afterwards']);
});

test('a line that was sent to a dead core comes back into the composer', async ({ kim: page, core, faults }) => {
  faults.allow(/ERR_|WebSocket connection to/);
  const { room, incident } = await enter(page, core);
  await room.type('nobody hears this');
  // The page must not know yet that the core is gone: only the sending itself fails.
  await page.route('**/api/v1/call/commands.run', (route) => route.abort('connectionreset'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'was not recorded' })).toBeVisible();
  await expect(room.composer).toHaveValue('nobody hears this');
  await page.unroute('**/api/v1/call/commands.run');
  await page.keyboard.press('Enter');
  await expect(room.line('nobody hears this')).toBeVisible();
  expect(await core.events(incident, 'entry.added')).toHaveLength(1);
});

test('entries of others that come in while a person types neither move the caret nor lose a letter', async ({ kim: page, core }) => {
  const { room, incident } = await enter(page, core);
  await room.type('one  three');
  for (let back = 0; back < 6; back += 1) await page.keyboard.press('ArrowLeft');
  const words = 'two, and more words while the log grows';
  const typing = page.keyboard.type(words, { delay: 15 });
  for (let entry = 0; entry < 20; entry += 1) await core.write(incident, `line ${entry} of another`);
  await typing;
  await expect(room.composer).toHaveValue(`one ${words} three`);
  await expect(room.composer).toBeFocused();
  expect(await room.composer.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(`one ${words}`.length);
  await expect(room.line('line 19 of another')).toBeVisible();
});
