/** The room as a person feels it: scrolling 100,000 entries, and from Enter to a line that is on disk and drawn, in the built console in Chromium. */
import type { BrowserContext, Page } from '@playwright/test';
import { assertHolds, type BenchGround, timed } from './bench-ground.ts';
import { browserVersion, noBrowser, openBrowser, peerPage } from './browser-page.ts';
import { distributionOf, medianOfRounds, type Report, type Row, ratio } from './figures.ts';
import { type LineTimes, type ListeningWindow, listenForLines, scrollFrames } from './room-frames.ts';
import { logText, seededNumbers } from './seed-texts.ts';
import { buildConsole, type Served, serveConsole, signIn } from './serving.ts';

/** Pixels for each frame: a hard fling. */
const step = 400;
const slowFrame = 20;
const timeline = '[role="list"][aria-label^="Timeline"]';

/** Scrolls the timeline, beside plain pages that do the same without a log. */
export function measureScroll(ground: BenchGround): Promise<Report> {
  return inBrowser(ground, `Scrolling ${ground.sizes.huge} entries in Chromium, ${step} px a frame`, scroll);
}

/** Types lines into the composer, beside the least that a local-first log in a browser could be. */
export function measureTyping(ground: BenchGround): Promise<Report> {
  return inBrowser(ground, `Typing into an incident of ${ground.sizes.long} entries in Chromium`, write);
}

async function inBrowser(
  ground: BenchGround,
  title: string,
  measure: (ground: BenchGround, browser: BrowserContext) => Promise<Part>,
): Promise<Report> {
  const browser = await openBrowser(ground.fresh('profile'));
  if (!browser) return { title, rows: [{ says: 'all of it', unit: 'ms', figure: noBrowser }], remarks: [] };
  try {
    await buildConsole();
    const { rows, remarks } = await measure(ground, browser);
    return { title, rows, remarks: [`${browserVersion(browser)}.`, ...remarks] };
  } finally {
    await browser.close();
  }
}

type Part = Pick<Report, 'rows' | 'remarks'>;

interface Room {
  readonly page: Page;
  readonly served: Served;
  readonly openMs: number;
}

async function openRoom(ground: BenchGround, browser: BrowserContext, entries: number): Promise<Room> {
  const { dataDir, incidentIds } = ground.copy(await ground.seeded('one', entries));
  const served = await serveConsole(dataDir, 0);
  const page = await browser.newPage();
  await signIn(page, served.url);
  const openMs = await timed(async () => {
    await page.goto(`${served.url}/#/incident/${incidentIds[0]}`);
    await page.waitForSelector(`${timeline} [data-line]`, { timeout: 120_000 });
  });
  return { page, served, openMs };
}

async function scroll(ground: BenchGround, browser: BrowserContext): Promise<Part> {
  const { huge, long, rounds, frames } = ground.sizes;
  const room = await openRoom(ground, browser, huge);
  const number = seededNumbers(11);
  // Not all of them: such a list lays out every line in each frame, and ten times as many would take minutes a round.
  const texts = Array.from({ length: long }, () => logText(number));
  const plain = await peerPage(
    browser,
    '<style>#all{height:600px;overflow:auto}#all>div{content-visibility:auto;contain-intrinsic-size:auto 28px}</style><div id="all"></div>',
  );
  await plain.evaluate((lines) => {
    const all = document.querySelector('#all');
    for (const line of lines) all?.append(Object.assign(document.createElement('div'), { textContent: line }));
    all?.scrollTo(0, all.scrollHeight);
  }, texts);
  const empty = await peerPage(browser);
  const subjects = [
    { page: room.page, scroller: timeline, says: 'the timeline, between frames', taken: [] as number[][] },
    { page: plain, scroller: '#all', says: `a plain list of ${long} with content-visibility`, taken: [] as number[][] },
    { page: empty, scroller: 'body', says: 'an empty page, between frames', taken: [] as number[][] },
  ] as const;
  const heapBefore = await heapOf(room.page);
  for (let round = 0; round <= rounds; round += 1) {
    for (const { page, scroller, taken } of subjects) {
      await page.bringToFront();
      const between = await page.evaluate(scrollFrames, { scroller, frames, step });
      if (round > 0) taken.push(between);
    }
  }
  const offset = await room.page.evaluate((list) => {
    const element = document.querySelector(list);
    return element ? element.scrollHeight - element.scrollTop : 0;
  }, timeline);
  assertHolds(offset > frames * step, `the timeline moved only ${offset} px`);
  const heapAfter = await heapOf(room.page);
  await Promise.all([plain.close(), empty.close(), room.page.close()]);
  await room.served.stop();

  const [own, peer, floor] = subjects.map(({ taken }) => medianOfRounds(taken));
  const slow = subjects[0].taken.map((between) => between.filter((ms) => ms > slowFrame).length);
  const rows: Row[] = [
    { says: 'open the room, first lines drawn', unit: 'ms', figure: distributionOf([room.openMs]) },
    ...subjects.map(
      ({ says, taken }, index): Row => ({
        says,
        unit: 'ms',
        figure: medianOfRounds(taken),
        ...(index === 0 && { budget: { of: 'p95', under: 18 } }),
      }),
    ),
    { says: `frames over ${slowFrame} ms, of ${frames}`, unit: 'frames', figure: distributionOf(slow) },
    { says: 'heap before scrolling', unit: 'MB', figure: heapBefore },
    { says: 'heap after scrolling', unit: 'MB', figure: heapAfter },
  ];
  return {
    rows,
    remarks: own && peer && floor ? [ratio('scrolling', own, 'the plain list', peer), ratio('scrolling', own, 'an empty page', floor)] : [],
  };
}

/** What the page's JavaScript holds after a collection, MB. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function write(ground: BenchGround, browser: BrowserContext): Promise<Part> {
  const { long, rounds, lines } = ground.sizes;
  const room = await openRoom(ground, browser, long);
  const peer = await dexiePage(browser, long);
  await room.page.evaluate(listenForLines, { list: '#room-timeline', acknowledged: '/call/commands.run' });
  await peer.evaluate(listenForLines, { list: 'ol', acknowledged: 'acknowledged' });
  const taken = { own: [] as LineTimes[][], peer: [] as LineTimes[][] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [subject, page, field] of [
      ['own', room.page, '#room-composer'],
      ['peer', peer, 'textarea'],
    ] as const) {
      const times = await typeLines(
        page,
        field,
        Array.from({ length: Math.ceil(lines / rounds) }, (_, index) => `round ${round} line ${index} of ${subject}`),
      );
      if (round > 0) taken[subject].push(times);
    }
  }
  await Promise.all([peer.close(), room.page.close()]);
  await room.served.stop();
  const figure = (subject: keyof typeof taken, of: (times: LineTimes) => number) => distributionOf(taken[subject].flat().map(of));
  const both = ({ drawn, durable }: LineTimes): number => Math.max(drawn, durable);
  const [own, other] = [figure('own', both), figure('peer', both)];
  return {
    rows: [
      { says: 'Enter to the answer that it is durable', unit: 'ms', figure: figure('own', ({ durable }) => durable) },
      { says: 'Enter to the line painted', unit: 'ms', figure: figure('own', ({ drawn }) => drawn) },
      { says: 'Enter to durable and painted', unit: 'ms', figure: own, budget: { of: 'p95', under: 50 } },
      { says: 'the same with Dexie and a plain list', unit: 'ms', figure: other },
    ],
    remarks: [ratio('Enter to durable and painted', own, 'Dexie and a plain list', other)],
  };
}

async function typeLines(page: Page, field: string, texts: readonly string[]): Promise<LineTimes[]> {
  await page.bringToFront();
  await page.focus(field);
  const taken: LineTimes[] = [];
  for (const text of texts) {
    await page.keyboard.type(text);
    const times = page.evaluate((line) => (window as unknown as ListeningWindow).lineTimes(line), text);
    await page.keyboard.press('Enter');
    taken.push(await times);
  }
  return taken;
}

/** A page that keeps lines in IndexedDB and appends each to a list once it is durable: the least that a local-first log could be. */
async function dexiePage(browser: BrowserContext, entries: number): Promise<Page> {
  const page = await peerPage(
    browser,
    '<style>ol{height:600px;overflow:auto}li{content-visibility:auto;contain-intrinsic-size:auto 28px}</style><ol></ol><textarea></textarea>',
  );
  const number = seededNumbers(13);
  await page.evaluate(
    (texts) => {
      const { Dexie } = window as unknown as {
        Dexie: new (
          name: string,
          options: object,
        ) => {
          version: (n: number) => { stores: (schema: object) => void };
          table: (name: string) => { add: (row: object) => Promise<unknown> };
        };
      };
      const db = new Dexie('lines', { chromeTransactionDurability: 'strict' });
      db.version(1).stores({ lines: 'id' });
      const list = document.querySelector('ol');
      const draw = (text: string) => list?.append(Object.assign(document.createElement('li'), { textContent: text }));
      texts.forEach(draw);
      document.querySelector('textarea')?.addEventListener('keydown', async (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        const field = event.currentTarget as HTMLTextAreaElement;
        const text = field.value;
        field.value = '';
        await db.table('lines').add({ id: crypto.randomUUID(), text });
        performance.mark('acknowledged');
        draw(text);
        list?.scrollTo(0, list.scrollHeight);
      });
    },
    Array.from({ length: entries }, () => logText(number)),
  );
  return page;
}
