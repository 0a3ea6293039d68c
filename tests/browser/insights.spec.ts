/** Figures across incidents, as the screen shows them. */
import type { Page } from '@playwright/test';
import { complaints } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { RunningConsole } from './running-console.ts';
import { looks, wear } from './screens.ts';

const minute = 60_000;
const samples = ['gitlab-2017-01-31', 'fastly-2021-06-08', 'github-2018-10-21', 'cloudflare-2019-07-02', 'aws-us-east-1-2025-10-20'];

/** Five public outages, two incidents of our own that are over, and a drill. Answers the id of the first of our own. */
async function past(core: RunningConsole): Promise<string> {
  for (const id of samples) await core.call('samples.open', { id });
  const own = await ended(core, 'Mails are late', 'live', 30);
  await ended(core, 'Search is slow', 'live', 50);
  await ended(core, 'Region fails over', 'drill', 12);
  return own;
}

async function ended(core: RunningConsole, title: string, mode: 'live' | 'drill', minutes: number): Promise<string> {
  const begun = Date.now() - minutes * minute;
  const incident = await core.declare(title, { severity: 3, impact: 'mails wait', mode });
  await core.run(incident, { type: 'milestone.set', name: 'impactStart', at: begun, precision: 'minute' });
  await core.run(incident, { type: 'milestone.set', name: 'detected', at: begun + 5 * minute, precision: 'minute' });
  await core.write(incident, 'the dashboard was green', { tags: ['misled', 'surprise'] });
  await core.run(incident, { type: 'followUp.add', text: `alert on the queue of ${title}` });
  await core.run(incident, { type: 'mitigation.record', evidence: 'the queue is empty' });
  return incident;
}

async function open(page: Page, core: RunningConsole): Promise<void> {
  await page.goto(`${core.url}/#/insights`);
  await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();
}

test('an empty console says what would be here', async ({ kim: page, core }) => {
  await open(page, core);
  await expect(page.getByText('Incidents that ended come here')).toBeVisible();
  await expect(page.getByText('Nothing is left to do.')).toBeVisible();
  expect(await complaints(page, false)).toEqual([]);
});

test('every figure has its n and its middle in words, drills stand apart, and values lead to their incidents', async ({
  kim: page,
  core,
}) => {
  const own = await past(core);
  await open(page, core);
  const mitigate = page.getByRole('region', { name: 'From impact to mitigation', exact: true });
  await expect(mitigate).toContainText('n = 7');
  await expect(mitigate).toContainText(/median .*, the middle half from/);
  const drills = page.getByRole('region', { name: 'DRILLS, counted apart' });
  await expect(drills.getByRole('region', { name: 'From impact to mitigation, drills' })).toContainText('n = 1: too few for a middle');
  await expect(page.getByRole('list', { name: 'Themes', exact: true })).toContainText('misled 2 incidents');
  await expect(page.getByRole('list', { name: 'The oldest open follow-ups' })).toContainText('alert on the queue of Mails are late');

  await mitigate.getByText('Every value').click();
  const values = mitigate.getByRole('list', { name: 'From impact to mitigation: every value' });
  await expect(values.getByRole('listitem')).toHaveCount(7);
  await values.getByRole('link', { name: /Mails are late/ }).click();
  await expect(page).toHaveURL(new RegExp(own));
});

test('the keyboard gets there, and the choice of the stretch leaves what is older out', async ({ kim: page, core }) => {
  await past(core);
  await page.goto(`${core.url}/#/`);
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('insights');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/insights$/);
  const region = page.getByRole('region', { name: 'Incidents', exact: true });
  await expect(region).toContainText('7, 5 of them imported');
  await page.getByRole('radio', { name: 'last 90 days' }).press('Space');
  await expect(region.locator('header').first()).toHaveText(/Incidents\s*2$/);
});

test('in the studio a person sets when somebody acknowledged it, and the figures and drawings follow', async ({ kim: page, core }) => {
  const incident = await ended(core, 'Mails are late', 'live', 30);
  await page.goto(`${core.url}/#/incident/${incident}/export`);
  const form = page.getByRole('form', { name: 'Acknowledgement' });
  const metrics = page.getByRole('region', { name: 'Metrics', exact: true });
  await expect(metrics.getByRole('img', { name: 'From the start of impact' })).toBeVisible();
  await expect(metrics).toContainText(/acknowledged 30 min/);

  await form.getByRole('textbox', { name: 'Acknowledged at' }).fill('soon');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Type a time that has been');
  await form.getByRole('textbox', { name: 'Acknowledged at' }).fill('-10m');
  await page.keyboard.press('Enter');
  await expect(metrics).toContainText(/acknowledged (?:19|20) min/);
  await expect(form.getByRole('textbox', { name: 'Acknowledged at' })).toHaveValue('');
});

for (const look of looks) {
  test(`it is accessible in the ${look.name} look, wide and on a telephone`, async ({ kim: page, core }) => {
    await past(core);
    await wear(page, core, look);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
      await open(page, core);
      await expect(page.getByRole('region', { name: 'From impact to mitigation', exact: true })).toBeVisible();
      expect(await complaints(page, look.settings.night)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBe(0);
    }
  });
}
