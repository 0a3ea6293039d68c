/** Public outages, run again by keyboard in the room: every line is typed at its minute, and the screen says where the incident stands. */
import type { Page } from '@playwright/test';
import type { IncidentView } from '../../shared/incident/view.ts';
import { github2018, gitlab2017, type Night } from '../fixtures/nights.ts';
import { test as base, expect, giveName } from './fixtures.ts';
import { incidentOf, RoomPage } from './room.ts';
import { RunningConsole } from './running-console.ts';

base.describe.configure({ mode: 'parallel' });

const test = base.extend({
  timezoneId: 'UTC',
  core: async ({ faults }, use) => {
    const core = new RunningConsole({ zone: 'UTC' });
    await use(core);
    faults.end();
    await core.remove();
  },
});

/** Types the whole night, from the declaration to the review. Answers the room, and what the console then knows. */
async function typeNight(
  page: Page,
  core: RunningConsole,
  night: Night,
): Promise<{ readonly room: RoomPage; readonly view: IncidentView }> {
  const [first, ...steps] = night.steps;
  const turnTo = async (at: string) => {
    core.turnAhead(Date.parse(at) - Date.now());
    await page.clock.setSystemTime(Date.parse(at));
  };
  core.turnAhead(Date.parse(first?.at ?? '') - Date.now());
  await core.start();
  await turnTo(first?.at ?? '');
  await page.goto(core.opened);
  await giveName(page, night.commander);
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
  await expect(room.header.getByRole('heading', { level: 1 })).toHaveText(first?.line.replace('declare: ', '') ?? '');
  const { fold } = await core.call('incidents.get', { id: incidentOf(page) });
  expect(fold.view.contested).toEqual([]);
  return { room, view: fold.view };
}

async function expectInDraft(page: Page, room: RoomPage, text: string): Promise<void> {
  await room.type('/export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toContainText(text);
}

test('GitHub, 21 October 2018, typed by keyboard alone', async ({ page, core }) => {
  test.setTimeout(240_000);
  const { room, view } = await typeNight(page, core, github2018);
  expect(view.tasks.map(({ label, state }) => `${label} ${state}`)).toEqual(['t1 done']);
  expect(view.hypotheses.map(({ label, state }) => `${label} ${state}`)).toEqual(['h1 supported']);
  expect(view.decisions.map(({ state }) => state)).toEqual(['decided', 'decided', 'decided', 'decided', 'decided']);
  expect(view.decisions[1]?.objections.map(({ text }) => text)).toEqual(['Customers will read stale data all day']);
  await expectInDraft(page, room, 'd5 decided: More read replicas in the public cloud, to spread the reads');
});

test('GitLab, 31 January 2017, typed by keyboard alone', async ({ page, core }) => {
  test.setTimeout(240_000);
  const { room, view } = await typeNight(page, core, gitlab2017);
  expect(view.tasks.map(({ label, state }) => `${label} ${state}`)).toEqual(['t1 stuck']);
  expect(view.hypotheses.map(({ label, state }) => `${label} ${state}`)).toEqual(['h1 open', 'h2 parked']);
  expect(view.decisions.map(({ state }) => state)).toEqual(['decided']);
  expect(view.people[view.roles.commander?.holder ?? '']?.name).toBe('Mia');
  await expectInDraft(page, room, 'd1 decided: Restore from the staging copy, some six hours old');
});
