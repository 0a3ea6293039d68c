/** From starting the console to the first key that a field takes, with 500 incidents on disk, in the browser that is already open. */
import type { BrowserContext } from '@playwright/test';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { browserVersion, noBrowser, openBrowser } from './browser-page.ts';
import { distributionOf, type Report, ratio } from './figures.ts';
import { buildConsole, type Served, serveConsole, serveNothing, signIn } from './serving.ts';

interface Launch {
  readonly served: number;
  readonly typed: number;
}

/** Starts both in turns. The console has run on the folder before, and its browser has a session, as on any day but the first. */
export async function measureLaunch(ground: BenchGround): Promise<Report> {
  const { incidents, rounds } = ground.sizes;
  const title = `Launch with ${incidents} incidents on disk, to the first key taken`;
  const browser = await openBrowser(ground.fresh('profile'));
  if (!browser) return { title, rows: [{ says: 'all of it', unit: 'ms', figure: noBrowser }], remarks: [] };
  try {
    await buildConsole();
    const { dataDir, events } = ground.copy(await ground.seeded('many', incidents));
    const port = await firstVisit(browser, dataDir);
    const own: Launch[] = [];
    const peer: Launch[] = [];
    for (let round = 0; round < rounds * 2; round += 1) {
      own.push(await launch(browser, () => serveConsole(dataDir, port)));
      peer.push(await launch(browser, serveNothing));
    }
    const [typed, nothing] = [distributionOf(own.map((one) => one.typed)), distributionOf(peer.map((one) => one.typed))];
    return {
      title: `${title} (${events} events)`,
      rows: [
        { says: 'process started, to the address on its output', unit: 'ms', figure: distributionOf(own.map((one) => one.served)) },
        { says: 'process started, to the first key in the declare field', unit: 'ms', figure: typed, budget: { of: 'p50', under: 1200 } },
        { says: 'the same of Node’s own server and an empty page', unit: 'ms', figure: nothing },
      ],
      remarks: [`${browserVersion(browser)}.`, ratio('launch', typed, 'Node’s server and an empty page', nothing)],
    };
  } finally {
    await browser.close();
  }
}

/** Signs in, and answers the port: the session is good for that one. */
async function firstVisit(browser: BrowserContext, dataDir: string): Promise<number> {
  const served = await serveConsole(dataDir, 0);
  const page = await browser.newPage();
  await signIn(page, served.url);
  await page.close();
  await served.stop();
  return Number(new URL(served.url).port);
}

async function launch(browser: BrowserContext, serve: () => Promise<Served>): Promise<Launch> {
  const page = await browser.newPage();
  const started = performance.now();
  const served = await serve();
  const servedMs = performance.now() - started;
  await page.goto(served.url);
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement, undefined, { polling: 'raf' });
  await page.keyboard.press('x');
  const typed = await page.waitForFunction(
    () => document.activeElement instanceof HTMLInputElement && document.activeElement.value === 'x',
    undefined,
    { polling: 'raf' },
  );
  const typedMs = performance.now() - started;
  await typed.dispose();
  const asksForTitle = await page.evaluate(
    () => document.title === 'nothing' || document.querySelector('form[aria-label="Declare an incident"]') !== null,
  );
  assertHolds(asksForTitle, 'the field that took the key is not the one in which an incident is declared');
  await page.close();
  await served.stop();
  return { served: servedMs, typed: typedMs };
}
