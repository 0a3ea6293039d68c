/** The review meeting, by keyboard: planned, walked through by two people at once, written down in place, ended; and it is the same after a reload. */
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';

const minute = 60_000;

/** An incident in review, as it is on the morning after. */
async function inReview(core: RunningConsole): Promise<string> {
  const incident = await core.declare('Checkout errors in the EU', { severity: 2, impact: 'customers cannot pay' });
  await core.run(incident, { type: 'role.assume', role: 'commander' });
  await core.write(incident, '5xx above 20 %', { kind: 'detection', starred: true, occurredAt: Date.now() - minute });
  await core.run(incident, { type: 'hypothesis.open', text: 'deploy 88 broke pricing' });
  await core.write(incident, 'roll back 88', { kind: 'action' });
  await core.run(incident, { type: 'summary.set', text: 'The rollback is under way.' });
  await core.write(incident, 'error rate falls', { starred: true });
  await core.run(incident, { type: 'review.start', override: { reason: 'a test begins here' } });
  return incident;
}

test('a meeting is planned, walked through, written down and ended without a mouse', async ({ kim: page, core }) => {
  const incident = await inReview(core);
  const room = await RoomPage.open(page, core, incident);
  await expect(room.next).toContainText('hold the review meeting');
  await room.type('/meeting');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/meeting$/);
  await page.getByRole('radio', { name: '30 min' }).press('Space');
  await expect(page.getByText('30 min in all')).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Minutes for: Thanks' }).fill('7');
  await expect(page.getByText('35 min in all')).toBeVisible();
  await page.getByRole('combobox', { name: 'Facilitator' }).selectOption('me');
  await page.keyboard.press('Alt+B');

  await expect(page.getByRole('heading', { name: 'How we talk' })).toBeVisible();
  await expect(page.getByText('facilitated by Kim')).toBeVisible();
  await expect(page.getByRole('timer').first()).toContainText(/\d:\d\d left/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { name: 'Walk through the timeline' })).toBeVisible();
  const stop = page.getByRole('article', { name: /^Entry / });
  const known = page.getByRole('region', { name: 'Known then' });
  while (!(await stop.textContent())?.includes('roll back 88')) {
    const before = await stop.getAttribute('aria-label');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(stop).not.toHaveAttribute('aria-label', before ?? '');
  }
  await expect(known).toContainText('deploy 88 broke pricing');
  await expect(known).toContainText('Kim');
  await expect(known).toContainText('not written down yet');
  for (const question of await page.getByRole('region', { name: 'Questions' }).getByRole('listitem').allTextContents()) {
    expect(question).toMatch(/^(?:How|What) .*\?$/);
  }

  const line = page.getByRole('textbox', { name: /^Text of the/ });
  await page.keyboard.press('Alt+1');
  await expect(line).toBeFocused();
  await page.keyboard.type('no deploys on Fridays');
  await page.keyboard.press('Enter');
  const written = page.getByRole('region', { name: 'Written down' });
  await expect(written).toContainText('no deploys on Fridays');
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('@nobody +7d Add an alert');
  await page.keyboard.press('Enter');
  await expect(page.getByText('nobody here is called nobody')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('@me +7d Improve monitoring');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is noted. no end in sight')).toBeVisible();
  await page.keyboard.press('Alt+5');
  await page.keyboard.type('Ada, who stayed');
  await page.keyboard.press('Enter');
  await expect(written).toContainText('1 decision, 1 follow-up, 1 word of thanks');

  await page.keyboard.type('half a sen');
  const place = await stop.getAttribute('aria-label');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Walk through the timeline' })).toBeVisible();
  await expect(stop).toHaveAttribute('aria-label', place ?? '');
  await expect(line).toHaveValue('half a sen');

  await page.keyboard.press('Alt+E');
  await expect(page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible();
  await expect(page.getByText('Written down: 1 decision, 1 follow-up, 1 word of thanks.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Time spent' })).toContainText('not reached of 7 min');
  expect(await core.events(incident, 'meeting.ended')).toHaveLength(1);
  const [begun] = await core.events(incident, 'meeting.begun');
  expect(begun?.body).toMatchObject({ agenda: expect.arrayContaining([{ part: 'thanks', says: 'Thanks', minutes: 7 }]) });
});

test('two people at two browsers see the same part, whoever goes on', async ({ kim, core, openBrowser }) => {
  const incident = await inReview(core);
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  for (const page of [kim, sam]) await page.goto(`${core.url}/#/incident/${incident}/meeting`);
  await kim.getByRole('button', { name: 'Begin the meeting' }).press('Enter');
  await expect(sam.getByRole('heading', { name: 'How we talk' })).toBeVisible();
  await sam.keyboard.press('Alt+ArrowRight');
  await expect(kim.getByRole('heading', { name: 'Walk through the timeline' })).toBeVisible();
  await kim.getByRole('button', { name: 'Go to: Thanks' }).press('Enter');
  await expect(sam.getByRole('heading', { name: 'Thanks', exact: true })).toBeVisible();
  await expect(sam.getByRole('listitem').filter({ has: sam.locator('b') })).toContainText('Thanks');
  await sam.getByRole('button', { name: 'End the meeting' }).press('Enter');
  await expect(kim.getByRole('heading', { name: 'The meeting is over' })).toBeVisible();
});
