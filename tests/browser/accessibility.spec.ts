/** axe finds nothing to complain of, on any screen, in any look; at night not even where WCAG asks for AAA contrast. */
import type { Page } from '@playwright/test';
import { atRest, complaints, complaintsOfLook } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { busyConsole, type Look, leave, looks, screens, wear } from './screens.ts';

test.describe.configure({ mode: 'parallel' });

/** Changes the look of the page as it stands: all of it hangs on the root element. */
async function dress(page: Page, { settings: { theme, night } }: Look): Promise<void> {
  await page.evaluate(([root, worn]) => Object.assign(document.documentElement.dataset, { theme: root, night: worn }), [
    theme,
    night ? 'on' : 'off',
  ] as const);
}

/** Two walks, so that two workers share the way. */
for (const half of [0, 1]) {
  test(`every screen of a busy console is accessible in every look: walk ${half + 1} of 2`, async ({ kim: page, core, faults }) => {
    test.setTimeout(480_000);
    faults.allow(/Blocked script execution/);
    const incident = await busyConsole(core);
    const found: string[] = [];
    for (const screen of screens.filter((_screen, index) => index % 2 === half)) {
      await screen.show(page, core, incident);
      for (const [index, look] of looks.entries()) {
        await dress(page, look);
        await atRest(page);
        const said = index === 0 ? await complaints(page, look.settings.night) : await complaintsOfLook(page, look.settings.night);
        for (const complaint of said) found.push(`${screen.name}, ${look.name}: ${complaint}`);
      }
      await leave(page);
    }
    expect(found).toEqual([]);
  });
}

for (const look of looks) {
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
