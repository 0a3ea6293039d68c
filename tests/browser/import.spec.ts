/** Outages from files: the samples that ship, and a file of one's own, whole or not at all. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sampleJson, sampleNames } from '../samples.ts';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

interface Facts {
  readonly title: string;
  readonly events: readonly { readonly at: string; readonly seq: number; readonly text: string }[];
  readonly derivedMetrics: Readonly<Record<string, number | string | null>>;
}

/** The figures that a draft and a file of facts both have, by the words of the draft. */
const figures = [
  ['Impact to detection', 'impactToDetect'],
  ['Impact to declaration', 'impactToDeclare'],
  ['Impact to mitigation', 'impactToMitigate'],
  ['Impact to resolution', 'impactToResolve'],
  ['Updates', 'updates'],
  ['Longest time between updates', 'longestGapBetweenMinutePrecisionUpdates'],
] as const;

/** The number of a figure in words, lengths in minutes: `2`, `2 h 46 min`, `-3 h (-180 min), before …`, `not recorded`. */
function numberIn(words: string): number | null {
  if (words === 'not recorded') return null;
  const whole = /\((-?\d+) min\)/.exec(words)?.[1];
  if (whole !== undefined) return Number(whole);
  if (/^\d+$/.test(words)) return Number(words);
  const [, days = '0', hours = '0', minutes = '0'] = /^(?:(\d+) d)? ?(?:(\d+) h)? ?(?:(-?\d+) min)?/.exec(words) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

for (const name of sampleNames) {
  test(`the sample ${name} opens from an empty home, in its order, without clocks, and its draft has the file's figures`, async ({
    kim: page,
    faults,
  }) => {
    // The preview's frame may run no script, not even those of the test's own browser.
    faults.allow(/Blocked script execution/);
    await page.setViewportSize({ width: 1280, height: 3000 });
    const facts = sampleJson(name) as unknown as Facts;
    await page.getByRole('list', { name: 'Samples' }).getByRole('button', { name: facts.title }).press('Enter');
    const room = new RoomPage(page);
    await expect(page.getByRole('heading', { level: 1, name: facts.title })).toBeVisible();
    await expect(room.header).toContainText('written afterwards');
    await expect(room.header).not.toContainText(/elapsed|took/);
    await expect(room.next).toContainText('Written afterwards: read it, and export a draft.');
    await expect(page.getByRole('timer')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Clocks' })).toHaveCount(0);
    const inOrder = facts.events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq).map(({ text }) => text);
    const shown = room.timeline.locator('[data-line]:not([data-control]) p[dir]');
    await expect(shown).toHaveText(inOrder);

    await expect(room.composer).toBeFocused();
    await page.keyboard.type('/export');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Format' }).selectOption('HTML');
    await page.keyboard.press('Alt+v');
    const draft = page.frameLocator('iframe[title="Draft in HTML"]');
    await expect(draft.getByRole('heading', { level: 1 })).toContainText(facts.title);
    for (const [label, figure] of figures) {
      const words = await draft
        .locator('#metrics dl > div')
        .filter({ has: draft.getByText(label, { exact: true }) })
        .locator('dd')
        .textContent();
      expect(numberIn(words ?? ''), `${label}: ${words}`).toBe(facts.derivedMetrics[figure]);
    }
    await expect(draft.locator('#metrics dl > div').filter({ hasText: 'Impact to acknowledgement' })).toContainText('not recorded');
    await expect(draft.locator('body')).toContainText('Written afterwards');
  });
}

async function importFile(page: Page, fileName: string, content: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a timeline file' }).press('Enter');
  await (await choosing).setFiles({ name: fileName, mimeType: 'application/json', buffer: Buffer.from(content) });
}

test('a file of one’s own opens; the same file again adds nothing', async ({ kim: page, core }) => {
  const file = readFileSync(new URL('../../resources/samples/fastly-2021-06-08.json', import.meta.url), 'utf8');
  await importFile(page, 'ours.json', file);
  await expect(page.getByRole('heading', { level: 1, name: /Fastly/ })).toBeVisible();
  await page.getByRole('link', { name: 'Wheelhouse' }).press('Enter');
  await importFile(page, 'ours.json', file);
  await expect(page.getByRole('heading', { level: 1, name: /Fastly/ })).toBeVisible();
  expect((await core.call('incidents.list', {})).incidents).toHaveLength(1);
});

test('a malformed file names each faulty path, and nothing of it is imported', async ({ kim: page, core }) => {
  const file = sampleJson('fastly-2021-06-08') as { title?: unknown; extra?: unknown; events: Record<string, unknown>[] };
  const [, second, third, fourth] = file.events;
  if (!second || !third || !fourth) throw new Error('the sample is shorter than it was');
  file.extra = 1;
  delete file.title;
  second.at = 'yesterday';
  third.kind = 'rumour';
  fourth.source = 7;
  await importFile(page, 'broken.json', JSON.stringify(file));
  const notice = page.getByRole('status').filter({ hasText: 'broken.json was not imported' });
  for (const path of ['title', 'events.1.at', 'events.2.kind', 'events.3.source']) {
    await expect(notice.getByRole('listitem').filter({ has: page.getByText(path, { exact: true }) })).toBeVisible();
  }
  await expect(notice).toContainText('extra');
  expect((await core.call('incidents.list', {})).incidents).toHaveLength(0);
});

test('a file that is no JSON, and another file under a known id, are refused with the reason', async ({ kim: page, core }) => {
  await importFile(page, 'notes.txt.json', 'well, at about ten');
  await expect(page.getByRole('status').filter({ hasText: 'notes.txt.json was not imported: it is not JSON' })).toBeVisible();
  await core.call('samples.open', { id: 'fastly-2021-06-08' });
  await expect(page.getByRole('list', { name: 'Past incidents' })).toContainText('Fastly');
  const file = sampleJson('fastly-2021-06-08') as { impact: string };
  await importFile(page, 'other.json', JSON.stringify({ ...file, impact: 'Nobody noticed.' }));
  await expect(page.getByRole('status').filter({ hasText: 'other.json was not imported' })).toContainText('impact');
  expect((await core.call('incidents.list', {})).incidents).toHaveLength(1);
});

test('what was wrong with a file stays in sight while others declare the first incident', async ({ kim: page, core }) => {
  await importFile(page, 'notes.txt.json', 'well, at about ten');
  const notice = page.getByRole('status').filter({ hasText: 'notes.txt.json was not imported' });
  await expect(notice).toBeVisible();
  await core.declare('Checkout fails');
  await expect(page.getByRole('list', { name: 'Open incidents' })).toContainText('Checkout fails');
  // With something to show, samples and files stand below the past.
  await expect(page.getByText('Public outages that ship with the console')).toBeVisible();
  await expect(notice).toBeVisible();
});
