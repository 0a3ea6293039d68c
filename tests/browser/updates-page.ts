/** The updates screen as a test sees it: by roles and names. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningConsole } from './running-console.ts';

export class UpdatesPage {
  readonly page: Page;
  readonly message: Locator;
  readonly minutes: Locator;
  readonly drafts: Locator;
  readonly remarks: Locator;
  readonly deliveries: Locator;

  constructor(page: Page) {
    this.page = page;
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.minutes = page.getByRole('textbox', { name: /^Next update in minutes/ });
    this.drafts = page.getByRole('region', { name: 'Drafts' });
    this.remarks = page.getByRole('region', { name: 'Look at' });
    this.deliveries = page.getByRole('region', { name: 'On their way' });
  }

  /** Goes to an incident's updates and waits until they are drawn. */
  static async open(page: Page, core: RunningConsole, incident: string, about?: string): Promise<UpdatesPage> {
    await page.goto(`${core.url}/#/incident/${incident}/updates${about === undefined ? '' : `/${about}`}`);
    const updates = new UpdatesPage(page);
    await expect(updates.message).toBeVisible();
    return updates;
  }

  audience(name: string): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  history(audience: string): Locator {
    return this.page.getByRole('region', { name: `Told to ${audience} so far` });
  }

  /** What the screen says of the last thing that was done. */
  said(words: string | RegExp): Locator {
    // What is announced stands in a status of its own.
    return this.page.getByRole('main').getByRole('status').filter({ hasText: words });
  }

  /** Writes at the end of the message. */
  async writeOn(text: string): Promise<void> {
    await expect(this.message).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.type(text);
  }

  /** Says in how many minutes the next one comes, and goes back to the message. */
  async promise(minutes: string): Promise<void> {
    await this.page.keyboard.press('Alt+N');
    await expect(this.minutes).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(minutes);
    await this.page.keyboard.press('Alt+M');
  }
}
