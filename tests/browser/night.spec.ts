/** A public outage, run again by keyboard in the room: every line is typed at its minute, and the screen says where the incident stands. */
import { github2018 } from '../fixtures/nights.ts';
import { test as base, expect, giveName } from './fixtures.ts';
import { incidentOf, RoomPage } from './room.ts';
import { RunningConsole } from './running-console.ts';

const test = base.extend({
  timezoneId: 'UTC',
  core: async ({ faults }, use) => {
    const core = new RunningConsole({ zone: 'UTC' });
    core.turnAhead(Date.parse(github2018.steps[0]?.at ?? '') - Date.now());
    await core.start();
    await use(core);
    faults.end();
    await core.remove();
  },
});

test('GitHub, 21 October 2018, typed by keyboard alone', async ({ page, core }) => {
  test.setTimeout(240_000);
  const [first, ...steps] = github2018.steps;
  const turnTo = async (at: string) => {
    core.turnAhead(Date.parse(at) - Date.now());
    await page.clock.setSystemTime(Date.parse(at));
  };
  await turnTo(first?.at ?? '');
  await page.goto(core.opened);
  await giveName(page, github2018.commander);
  await page.getByRole('textbox', { name: 'Title of the incident' }).focus();
  await page.keyboard.type(first?.line.replace('declare: ', '') ?? '');
  await page.keyboard.press('Enter');
  const room = new RoomPage(page);
  await expect(room.composer).toBeFocused();
  await room.expectPhase('triage');
  const written = async () => (await core.call('incidents.get', { id: incidentOf(page) })).position;
  for (const { at, line } of steps) {
    await turnTo(at);
    const before = await written();
    await room.write(line);
    // The next line may name what this one made.
    await expect.poll(written).toBeGreaterThan(before);
  }
  await room.expectPhase('in review');
  await expect(room.header.getByRole('heading', { level: 1 })).toHaveText('Data stored on two coasts disagrees');
  const { fold } = await core.call('incidents.get', { id: incidentOf(page) });
  expect(fold.view.contested).toEqual([]);
  expect(fold.view.tasks.map(({ label, state }) => `${label} ${state}`)).toEqual(['t1 done']);
  expect(fold.view.hypotheses.map(({ label, state }) => `${label} ${state}`)).toEqual(['h1 supported']);
  expect(fold.view.decisions.map(({ state }) => state)).toEqual(['decided', 'decided', 'decided', 'decided', 'decided']);
  expect(fold.view.decisions[1]?.objections.map(({ text }) => text)).toEqual(['Customers will read stale data all day']);
  await room.type('/export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Draft in Markdown' })).toContainText(
    'd5 decided: More read replicas in the public cloud, to spread the reads',
  );
});
