/** The whole way of an incident by keyboard alone: no test here touches a mouse. */
import { readFileSync } from 'node:fs';
import { clockTime } from '../../shared/vocabulary/zoned-time.ts';
import { expect, test } from './fixtures.ts';
import { incidentOf, RoomPage } from './room.ts';
import { zone } from './running-console.ts';

const minute = 60_000;

test('an incident is declared, worked on, resolved, reviewed, exported and closed without a mouse', async ({ kim: page, core }) => {
  // High enough that the timeline draws all of it.
  await page.setViewportSize({ width: 1280, height: 1600 });
  const room = new RoomPage(page);
  const titleField = page.getByRole('textbox', { name: 'Title of the incident' });

  await test.step('home: the caret is in the title, one Enter declares', async () => {
    await expect(titleField).toBeFocused();
    await page.keyboard.type('Checkout errors in the EU');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Checkout errors in the EU' })).toBeVisible();
    await expect(page).toHaveTitle('Checkout errors in the EU · Wheelhouse');
    await expect(room.composer).toBeFocused();
    await room.expectPhase('triage');
    await expect(room.header).toContainText('no severity');
    await expect(room.header).toContainText(/elapsed\s*0:\d\d/);
    await expect(room.header).toContainText(/\d\d:\d\d Berlin · \d\d:\d\d UTC/);
    await expect(room.header).toContainText(/recorded \d\d:\d\d:\d\d/);
    await expect(room.people).toContainText('Kim');
  });
  const incident = incidentOf(page);

  await test.step('five facts are asked for in turn, each taken or skipped by one key', async () => {
    await expect(room.next).toContainText('What do customers see?');
    await page.keyboard.press('Alt+n');
    await expect(room.composer).toHaveValue('/impact ');
    await page.keyboard.type('customers in the EU cannot pay');
    await expect(room.chip).toContainText('impact');
    await page.keyboard.press('Enter');
    await expect(room.header).toContainText('customers in the EU cannot pay');

    await expect(room.next).toContainText('How bad is it?');
    await page.keyboard.press('Alt+n');
    await expect(room.composer).toHaveValue('/sev ');
    await page.keyboard.type('2');
    await expect(room.chip).toContainText('SEV2');
    await page.keyboard.press('Enter');
    await expect(room.header).toContainText('SEV2');

    await expect(room.next).toContainText('Whom to wake?');
    await page.keyboard.press('Alt+s');
    await expect(room.next).toContainText('What changed in the last hours?');
    await page.keyboard.press('Alt+n');
    await expect(room.composer).toHaveValue('/changed ');
    await page.keyboard.type('@-20m deploy 88');
    await expect(room.chip).toContainText(/recent change · \d\d:\d\d Berlin · \d\d:\d\d UTC|change · .*Berlin.*UTC/);
    await page.keyboard.press('Enter');
    await expect(room.work).toContainText('deploy 88');

    await expect(room.next).toContainText('Send the first message');
    await page.keyboard.press('Alt+n');
    await expect(room.composer).toHaveValue('/u customers ');
    await page.keyboard.type('we are looking into failed payments next 25m');
    await expect(room.chip).toContainText(/update to customers.*next \d\d:\d\d Berlin · \d\d:\d\d UTC/);
    await page.keyboard.press('Enter');
    await expect(room.line('Update to customers: we are looking into failed payments')).toBeVisible();
  });

  await test.step('the clocks show target and promise apart', async () => {
    const clock = room.work.getByRole('listitem').filter({ hasText: 'customers' });
    await expect(clock).toContainText(/promised \d\d:\d\d \(2[45]:\d\d\)/);
    await expect(clock).toContainText(/target \d\d:\d\d/);
    await expect(clock).toContainText('last sent');
    await expect(room.work.getByRole('listitem').filter({ hasText: 'summary' })).toContainText(/due \d\d:\d\d/);
  });

  await test.step('people: who else is here, who holds what', async () => {
    await room.write('/person Sam Lee +49 30 1234');
    await expect(room.people).toContainText('Sam Lee');
    await expect(room.people).toContainText('+49 30 1234');
    await room.write('/role comms @sam');
    await expect(room.people.getByRole('listitem').filter({ hasText: 'Comms' }).filter({ hasText: 'Sam Lee' })).toBeVisible();
    await expect(room.people.getByRole('listitem').filter({ hasText: 'IC' }).filter({ hasText: 'Kim' })).toBeVisible();
    await room.write('/release comms');
    await expect(room.people.getByRole('listitem').filter({ hasText: 'Comms' })).toContainText('vacant');
    await room.write('/take comms');
    await expect(room.people.getByRole('listitem').filter({ hasText: 'Comms' })).toContainText('Kim');
  });

  await test.step('lines: a note, one from earlier, one by another, a starred one, a question, and each kind', async () => {
    await room.write('5xx above 20 % in two regions');
    await expect(room.line('5xx above 20 %')).toContainText('note');

    const earlier = Date.now() - 7 * minute;
    await room.type('@-7m rollback of 88 began');
    const near = [earlier - minute, earlier, earlier + minute].map((at) => `${clockTime(at, zone)} Berlin · ${clockTime(at, 'UTC')} UTC`);
    await expect(room.chip).toHaveText(new RegExp(`note · (${near.join('|')})`));
    await page.keyboard.press('Enter');
    await expect(room.line('rollback of 88 began')).toContainText(/written \d\d:\d\d/);
    await expect(page.getByRole('button', { name: /added at .* rollback of 88 began/ })).toBeVisible();

    await room.type('sam: payments queue is draining');
    await expect(room.chip).toContainText('by Sam Lee');
    await page.keyboard.press('Enter');
    await expect(room.line('payments queue is draining')).toContainText('Sam Lee');
    await expect(room.line('payments queue is draining')).toContainText('written by Kim');

    await room.type('! database was failed over by hand');
    await expect(room.chip).toContainText('starred');
    await page.keyboard.press('Enter');
    await expect(room.line('database was failed over by hand').getByRole('img', { name: 'starred' })).toBeVisible();

    await room.type('? does the provider see it too');
    await expect(room.chip).toContainText('question');
    await page.keyboard.press('Enter');
    await expect(room.line('does the provider see it too')).toContainText('question');

    await room.write('/h deploy 88 broke pricing');
    await expect(room.line('deploy 88 broke pricing')).toContainText('hypothesis');
    await room.write('/d roll forward is off the table');
    await expect(room.line('roll forward is off the table').first()).toContainText('decision');
    await room.type('/d ok');
    await expect(room.chip).toContainText('d1 roll forward is off the table');
    await page.keyboard.press('Enter');
    await expect(room.composer).toHaveValue('');
    expect(await core.events(incident, 'decision.decided')).toHaveLength(1);

    await room.write('/s Payments in the EU fail since 88. Rollback is under way.');
    const known = page.getByRole('region', { name: /What we know/ });
    await expect(known).toContainText('Payments in the EU fail since 88.');
    await expect(room.work.getByRole('listitem').filter({ hasText: 'responders' })).toContainText('summary written under 1 min ago');
    await expect(known.getByRole('heading')).toContainText(/\((just now|under 1 min ago), Kim\)/);
  });

  await test.step('the timeline is in the order in which things happened', async () => {
    const texts = await room.timeline.locator('[data-line] > div > p[dir]').allTextContents();
    const place = (text: string) => texts.findIndex((one) => one.includes(text));
    const wanted = ['deploy 88', 'rollback of 88 began', '5xx above', 'payments queue', 'does the provider', 'roll forward'].map(place);
    expect(wanted).not.toContain(-1);
    expect(wanted).toEqual([...wanted].sort((a, b) => a - b));
  });

  await test.step('a transition that lacks something is refused with the keys that supply it', async () => {
    await room.type('/res');
    await page.keyboard.press('Enter');
    const refused = page
      .getByRole('status')
      .filter({ hasText: 'This is missing' })
      .or(page.getByRole('status').filter({ hasText: 'no way' }));
    await expect(refused.first()).toBeVisible();
    await expect(room.composer).toHaveValue('/res');
    await expect(room.composer).toBeFocused();
    await page.keyboard.press('Escape');
    await room.clear();

    await expect(room.next).toContainText('Start the fix');
    await expect(room.next).toContainText('an action with an owner');
    await room.type('/fix');
    await page.keyboard.press('Enter');
    const missing = page.getByRole('status').filter({ hasText: 'Not yet. This is missing:' });
    await expect(missing).toContainText('an action with an owner');
    await expect(missing.getByRole('button', { name: '/a', exact: true })).toBeVisible();
    await room.clear();
    await page.keyboard.press('Alt+n');
    await expect(room.composer).toHaveValue('/a ');
    await page.keyboard.type('@kim roll back deploy 88');
    await expect(room.chip).toContainText('owner Kim');
    await page.keyboard.press('Enter');
    await expect(room.line('roll back deploy 88')).toContainText('owner Kim');
  });

  await test.step('fix, mitigated, and resolved', async () => {
    await room.write('/fix');
    await room.expectPhase('fixing');
    await room.type('/mit');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'evidence' })).toBeVisible();
    await room.clear();
    await room.write('/mit error rate is back below 0.1 %');
    await room.expectPhase('monitoring');

    await room.type('/res');
    await page.keyboard.press('Enter');
    const missing = page.getByRole('status').filter({ hasText: 'Not yet. This is missing:' });
    await expect(missing).toContainText('30 quiet minutes since the mitigation');
    await expect(missing).toContainText(/until \d\d:\d\d/);
    await expect(missing).toContainText('a final update to customers');
    await room.clear();
    await room.write('/sev 4 only retries are left');
    await expect(room.header).toContainText('SEV4');
    await room.write('/u customers final payments work again');
    await room.write('/res');
    await room.expectPhase('resolved');
    await expect(room.header).toContainText(/took/);
  });

  await test.step('the review, a follow-up and its owner', async () => {
    await room.write('/review @kim');
    await room.expectPhase('in review');
    await room.write('/f alert on failed payments per region');
    await expect(room.work).toContainText('f1');
    await expect(room.work).toContainText('no owner · no date');
    await room.type('/close');
    await page.keyboard.press('Enter');
    const missing = page.getByRole('status').filter({ hasText: 'Not yet. This is missing:' });
    await expect(missing).toContainText('for f1');
    await expect(missing).toContainText('a draft of the postmortem, exported');
    await room.clear();
    await room.write('/own f1 @kim +7d');
    await expect(room.work).not.toContainText('no owner');
  });

  await test.step('the draft: looked at, copied, saved', async () => {
    await room.type('/export');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Checkout errors in the EU' })).toBeVisible();
    const preview = page.getByRole('region', { name: 'Draft', exact: true });
    await expect(preview).toContainText('Checkout errors in the EU');
    await expect(preview).toContainText('roll forward is off the table');
    await page.keyboard.press('ControlOrMeta+Shift+C');
    await expect(page.getByText('The draft is on the clipboard.').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('roll forward is off the table');
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('ControlOrMeta+s');
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.md$/);
    expect(readFileSync(await download.path(), 'utf8')).toContain('roll forward is off the table');
    await expect(page.getByText('exported 2 times')).toBeVisible();
    await expect(page.getByText('Nothing is missing: the incident can be closed.')).toBeVisible();
  });

  await test.step('closed; what is written then is marked', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await expect(room.composer).toBeFocused();
    await room.write('/close');
    await room.expectPhase('closed');
    await room.write('the provider wrote: it was theirs');
    await expect(room.line('the provider wrote')).toContainText('after closing');
    expect((await core.events(incident, 'entry.added')).at(-1)?.body).toMatchObject({ text: 'the provider wrote: it was theirs' });
    await page.keyboard.press('ControlOrMeta+Shift+H');
    await expect(page.getByRole('list', { name: 'Past incidents' })).toContainText('Checkout errors in the EU');
  });
});

test('what is missing can be overridden with a reason, and the log keeps both', async ({ kim: page, core }) => {
  const incident = await core.declare('Search is slow', { severity: 2 });
  const room = await RoomPage.open(page, core, incident);
  await room.write('/a @kim drain the slow node');
  await room.write('/fix');
  await room.write('/mit latency is normal');
  await room.type('/res');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '30 quiet minutes' })).toBeVisible();
  await page.keyboard.press('Alt+o');
  await expect(room.composer).toHaveValue('/res override: ');
  await page.keyboard.type('the node is gone for good');
  await expect(room.chip).toContainText('override');
  await page.keyboard.press('Enter');
  await room.expectPhase('resolved');
  expect((await core.events(incident, 'incident.resolved')).at(0)?.body).toMatchObject({
    override: { reason: 'the node is gone for good' },
  });
});
