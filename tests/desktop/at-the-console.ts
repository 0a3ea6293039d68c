/** What a person does at the console, for desktop tests. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The line that is typed into. */
export function composer(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Log line' }).or(page.getByLabel('Log line'));
}

/** Declares an incident on the first screen, and waits for its room. */
export async function declare(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title of the incident').fill(title);
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
}

/** Logs a line, and waits until the timeline has it. */
export async function log(page: Page, line: string): Promise<void> {
  await composer(page).fill(line);
  await composer(page).press('Enter');
  await expect(page.getByText(line, { exact: true })).toBeVisible();
}

/** Opens an incident from the first screen. */
export async function openIncident(page: Page, title: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click();
  await expect(composer(page)).toBeVisible();
}
