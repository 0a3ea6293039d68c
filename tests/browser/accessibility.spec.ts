/** axe finds nothing to complain of, on any screen, in any look; at night not even where WCAG asks for AAA contrast. */
import { atRest, complaints } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { busyConsole, leave, looks, screens, wear } from './screens.ts';

test.describe.configure({ mode: 'parallel' });

for (const look of looks) {
  test(`every screen of a busy console is accessible in the ${look.name} look`, async ({ kim: page, core, faults }) => {
    test.setTimeout(480_000);
    faults.allow(/Blocked script execution/);
    const incident = await busyConsole(core);
    const found: string[] = [];
    await wear(page, core, look);
    for (const screen of screens) {
      await screen.show(page, core, incident);
      await atRest(page);
      for (const complaint of await complaints(page, look.settings.night)) found.push(`${screen.name}: ${complaint}`);
      await leave(page);
    }
    expect(found).toEqual([]);
  });

  test(`the question for the name, the empty home and the empty room are accessible in the ${look.name} look`, async ({ page, core }) => {
    await page.goto(core.opened);
    await wear(page, core, look);
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible();
    expect(await complaints(page, look.settings.night)).toEqual([]);
    await page.getByRole('textbox', { name: 'Name' }).fill('Kim');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
    expect(await complaints(page, look.settings.night)).toEqual([]);
    await page.getByRole('textbox', { name: 'Title of the incident' }).fill('Something is odd');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Something is odd' })).toBeVisible();
    expect(await complaints(page, look.settings.night)).toEqual([]);
  });
}

test('on a telephone every screen is accessible too', async ({ kim: page, core, faults }) => {
  test.setTimeout(480_000);
  faults.allow(/Blocked script execution/);
  await page.setViewportSize({ width: 390, height: 844 });
  const incident = await busyConsole(core);
  const found: string[] = [];
  for (const screen of screens) {
    await screen.show(page, core, incident);
    await atRest(page);
    for (const complaint of await complaints(page, false)) found.push(`${screen.name}: ${complaint}`);
    await leave(page);
  }
  expect(found).toEqual([]);
});

test('a draft in HTML is accessible as the document that it is', async ({ page, core }) => {
  const incident = await busyConsole(core);
  const { text } = await core.call('incidents.export', { id: incident, template: 'google-sre', format: 'html' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setContent(text);
    expect(await complaints(page, false)).toEqual([]);
  }
});
