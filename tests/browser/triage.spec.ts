/** How bad it is, by keyboard: the questions, the suggestion with its reason, another than suggested; types and labels beside it; own roles; the question whether to raise it. */
import type { Locator, Page } from '@playwright/test';
import { complaints } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { incidentOf, RoomPage } from './room.ts';

const board = (page: Page): Locator => page.getByRole('region', { name: 'How bad is it?', exact: true });
const question = (page: Page, asks: string): Locator => board(page).getByRole('group', { name: asks });
const chosen = (page: Page, asks: string): Locator => question(page, asks).getByRole('radio', { checked: true });
const suggestion = (page: Page): Locator => board(page).getByRole('region', { name: 'Suggestion' });

test('a severity is set by questions with digits alone, and the line says what was answered', async ({ kim: page, core }) => {
  const incident = await core.declare('Checkout errors in the EU', { impact: 'customers cannot pay' });
  const room = await RoomPage.open(page, core, incident);
  await expect(room.next).toContainText('How bad is it?');
  await expect(room.next.getByRole('button', { name: '/triage' })).toBeVisible();
  await room.write('/triage');
  await expect(question(page, 'Who is hit?').getByRole('radio').first()).toBeFocused();
  await expect(suggestion(page)).toContainText('Suggests SEV1');
  await expect(suggestion(page)).toContainText('until it is known: How many are hit? not answered');
  // The caret stays with the questions: a digit is no letter of a log line.
  await page.keyboard.press('3');
  await expect(question(page, 'Who is hit?').getByRole('radio', { name: 'Customers, but they can work around it' })).toBeChecked();
  await page.keyboard.press('2');
  await expect(question(page, 'How many are hit?').getByRole('radio', { name: 'A quarter, or more' })).toBeChecked();
  await page.keyboard.press('3');
  await page.keyboard.press('3');
  await page.keyboard.press('u');
  await expect(suggestion(page)).toContainText('Suggests SEV1');
  await expect(suggestion(page)).toContainText('Has somebody got in, or seen what is not theirs? not sure');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('3');
  await expect(suggestion(page)).toContainText('Suggests SEV2');
  await expect(suggestion(page)).toContainText('because: How many are hit? A quarter, or more');
  await page.keyboard.press('Enter');
  await expect(board(page)).toBeHidden();
  await expect(room.composer).toBeFocused();
  await expect(room.header.getByText('SEV2')).toBeVisible();
  await expect(room.line('How many are hit? A quarter, or more')).toContainText('SEV2');
});

test('another severity than suggested is a person’s word; a lower one asks for its reason in place', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 1, impact: 'nobody finds anything' });
  const room = await RoomPage.open(page, core, incident);
  await page.keyboard.press('Alt+Q');
  for (const key of ['4', '4', '3', '3', '3']) await page.keyboard.press(key);
  await expect(suggestion(page)).toContainText('Suggests SEV4');
  await page.keyboard.press('+');
  await expect(suggestion(page)).toContainText('SEV3, not the suggested SEV4');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  const reason = suggestion(page).getByRole('textbox', { name: 'Why lower than SEV1?' });
  await expect(reason).toBeFocused();
  await expect(suggestion(page)).toContainText('Say in a few words why it is lower than SEV1.');
  expect(await complaints(page, false)).toEqual([]);
  await page.keyboard.type('only the search of staff');
  await page.keyboard.press('Enter');
  await expect(board(page)).toBeHidden();
  await expect(room.line('only the search of staff')).toContainText('SEV3');
  await page.keyboard.press('Alt+Q');
  await expect(chosen(page, 'Who is hit?')).toHaveAccessibleName('Staff only');
  await page.keyboard.press('Escape');
  await expect(board(page)).toBeHidden();
  await expect(room.composer).toBeFocused();
});

test('an incident is declared with its type and opens with the questions', async ({ kim: page }) => {
  await page.getByLabel('Title of the incident').fill('Somebody reads our mail');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'by questions' })).toBeChecked();
  await page.getByRole('radio', { name: 'Security', exact: true }).check({ force: true });
  await page.getByLabel('Title of the incident').focus();
  await page.keyboard.press('Enter');
  await expect(board(page)).toBeVisible();
  await expect(question(page, 'Who is hit?').getByRole('radio').first()).toBeFocused();
  const room = new RoomPage(page);
  await expect(room.header.getByText('Security', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(room.composer).toBeVisible();
  await expect(board(page)).toBeHidden();
});

test('labels are typed with completion, shown at the top, and found from home', async ({ kim: page, core }) => {
  const room = await RoomPage.open(page, core, await core.declare('Names do not resolve', { severity: 3, impact: 'half the site' }));
  await room.type('/label ');
  const offer = page.getByRole('option').first();
  await expect(offer).toBeVisible();
  const word = (await offer.textContent())?.trim().split(/\s/)[0] ?? '';
  await page.keyboard.press('Tab');
  await expect(room.composer).toHaveValue(`/label ${word} `);
  await page.keyboard.type('zeppelin');
  await page.keyboard.press('Enter');
  await expect(room.header.getByRole('button', { name: `Labels: ${word}, zeppelin. Change them` })).toBeVisible();
  const incident = incidentOf(page);
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('zeppelin');
  await expect(page.getByRole('link', { name: /Names do not resolve/ }).first()).toBeVisible();
  await page.goto(`${core.url}/#/incident/${incident}`);
  await expect(room.composer).toBeFocused();
  await room.write(`/label -${word}`);
  await expect(room.header.getByRole('button', { name: 'Labels: zeppelin. Change them' })).toBeVisible();
});

test('whether to raise it is asked after its time, never done by itself, and "it stays" begins that time anew', async ({
  kim: page,
  core,
}) => {
  const room = await RoomPage.open(page, core, await core.declare('Checkout errors', { severity: 2, impact: 'no checkout' }));
  await page.clock.install();
  await page.clock.fastForward('04:00:05');
  // A clock of an audience is more pressing; whoever came by a notification of this sees this first.
  await expect(room.next).toContainText('was due');
  await page.goto(`${core.url}/#/incident/${incidentOf(page)}/asked/escalate`);
  await expect(room.next).toContainText('SEV2 for 4 h, and not mitigated.');
  await page.keyboard.press('Alt+I');
  await expect(room.composer).toHaveValue('/sev 2 stays, because ');
  await page.keyboard.press('Alt+U');
  await expect(room.composer).toHaveValue('/sev 1 ');
});
