/** The room as a test sees it: by roles and names, as a person with a screen reader would. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningConsole } from './running-console.ts';

export class RoomPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly chip: Locator;
  readonly timeline: Locator;
  readonly next: Locator;
  readonly header: Locator;
  readonly people: Locator;
  readonly work: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = page.getByRole('combobox', { name: 'Log line' }).or(page.getByRole('textbox', { name: 'Log line' }));
    this.chip = page.locator('#room-chip');
    this.timeline = page.getByRole('list', { name: 'Timeline, newest last' });
    this.next = page.getByRole('region', { name: 'Next' });
    this.header = page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
    this.people = page.getByRole('complementary', { name: 'People' });
    this.work = page.getByRole('complementary', { name: 'Clocks and work' });
  }

  /** Goes to an incident's room and waits until it is drawn. */
  static async open(page: Page, core: RunningConsole, incident: string): Promise<RoomPage> {
    await page.goto(`${core.url}/#/incident/${incident}`);
    const room = new RoomPage(page);
    await expect(room.composer).toBeVisible();
    return room;
  }

  /** The lines that are drawn and hold this text. */
  line(text: string | RegExp): Locator {
    return this.timeline.locator('[data-line]').filter({ hasText: text });
  }

  /** Types into whatever has focus, which has to be the composer. */
  async type(line: string): Promise<void> {
    await expect(this.composer).toBeFocused();
    await this.page.keyboard.type(line);
    await expect(this.composer).toHaveValue(line);
  }

  /** Types a line and writes it; the composer is empty once it is on its way. */
  async write(line: string): Promise<void> {
    await this.type(line);
    await this.page.keyboard.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  /** The phase as the header words it. */
  async expectPhase(words: string): Promise<void> {
    await expect(this.header.getByText(words, { exact: true })).toBeVisible();
  }

  /** Takes away what stands in the composer, by keyboard. */
  async clear(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Backspace');
    await expect(this.composer).toHaveValue('');
  }
}

/** The id of the incident whose room or draft is open. */
export function incidentOf(page: Page): string {
  const id = /#\/incident\/([^/]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no incident is open at ${page.url()}`);
  return decodeURIComponent(id);
}
