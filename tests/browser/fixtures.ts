/** What every browser test has: a console of its own, a page that is in, and a watch over what no page may do. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { RunningConsole, zone } from './running-console.ts';

/** What went wrong in any page of a test without anybody having looked: policy violations, errors on the console, uncaught exceptions. */
export class Faults {
  readonly seen: string[] = [];
  #over = false;
  /** The browser itself reports answers such as a refusal; those are part of how the console speaks. */
  readonly #allowed: RegExp[] = [/status of (409|422)/];

  /** For tests that cause trouble on purpose. */
  allow(...patterns: readonly RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  note(fault: string): void {
    if (!this.#over) this.seen.push(fault);
  }

  /** The test is over: that the core goes away now is no fault. */
  end(): void {
    this.#over = true;
  }

  get unexpected(): readonly string[] {
    return this.seen.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }
}

async function watch(context: BrowserContext, faults: Faults): Promise<void> {
  await context.exposeBinding('refusedByPolicy', (_source, what: string) => faults.note(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const what = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`;
      (window as unknown as { refusedByPolicy: (what: string) => void }).refusedByPolicy(what);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.note(`uncaught: ${error.error().stack ?? error.error().message}`));
}

/** Opens further browsers, each with a cookie jar of its own, watched like the first. */
export type OpenBrowser = (address: string) => Promise<Page>;

interface Things {
  readonly faults: Faults;
  /** Started, and empty. */
  readonly core: RunningConsole;
  readonly openBrowser: OpenBrowser;
  /** At home as the owner, called Kim. */
  readonly kim: Page;
}

export const test = base.extend<Things>({
  timezoneId: zone,
  colorScheme: 'dark',
  permissions: ['clipboard-read', 'clipboard-write'],
  faults: [
    // biome-ignore lint/correctness/noEmptyPattern: the library reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const faults = new Faults();
      await use(faults);
      expect(faults.unexpected, 'no page broke its policy or reported an error').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, faults }, use) => {
    await watch(context, faults);
    await use(context);
  },
  core: async ({ faults }, use) => {
    const core = new RunningConsole();
    await core.start();
    await use(core);
    faults.end();
    await core.remove();
  },
  openBrowser: async ({ browser, faults }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (address) => {
      const context = await browser.newContext({ timezoneId: zone, colorScheme: 'dark', locale: 'en-GB' });
      opened.push(context);
      await watch(context, faults);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    });
    for (const context of opened) await context.close();
  },
  kim: async ({ page, core }, use) => {
    await page.goto(core.opened);
    await giveName(page, 'Kim');
    await use(page);
  },
});

export { expect };

/** Answers the question of a first visit, by keyboard. */
export async function giveName(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'All incidents' })).toBeAttached();
}
