/** The postmortem studio, by keyboard: sections in people's words, what stands behind the draft, and what the review finds in it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { atRest, complaints } from './axe.ts';
import { expect, giveName, test } from './fixtures.ts';
import type { RunningConsole } from './running-console.ts';
import { fullSwing, leave, looks, screens, wear } from './screens.ts';
import { typeInBursts } from './typing.ts';

async function openStudio(page: Page, core: RunningConsole, incident: string): Promise<void> {
  await page.goto(`${core.url}/#/incident/${incident}/export`);
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toBeVisible();
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const words = (page: Page, name: string) => page.getByRole('textbox', { name: `${name}: your words`, exact: true });

/** Opens a section for writing, as its button does. */
async function write(page: Page, name: string): Promise<void> {
  await section(page, name)
    .getByRole('button', { name: new RegExp(`^(Write|Edit) ${name}$`) })
    .press('Enter');
  await expect(words(page, name)).toBeFocused();
}

test('no letter of a section is lost when somebody types faster than the page draws', async ({ kim: page, core }) => {
  const incident = await core.declare('Checkout fails');
  await openStudio(page, core, incident);
  await write(page, 'Impact');
  const text = 'nobody in the region could pay, and the queue of retries grew; '.repeat(5).trim();
  await typeInBursts(page, text);
  await expect(words(page, 'Impact')).toHaveText(text);
});

test('a section is written, saved, read, changed, compared with what was before, and given back to the log', async ({
  kim: page,
  core,
}) => {
  const incident = await fullSwing(core);
  await openStudio(page, core, incident);
  const impact = section(page, 'Impact');
  const outline = page.getByRole('navigation', { name: 'Sections' });

  await test.step('written with the keys of the editor', async () => {
    await write(page, 'Impact');
    await page.keyboard.type('## Who');
    await page.keyboard.press('Enter');
    await page.keyboard.type('All of ');
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.type('checkout');
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.type(' in the EU.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- cards');
    await page.keyboard.press('Enter');
    await page.keyboard.type('wallets');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(words(page, 'Impact')).toHaveCount(0);
    await expect(impact.getByText('written by Kim')).toBeVisible();
    await expect(impact.locator('strong')).toHaveText('checkout');
    await expect(impact.getByRole('listitem').filter({ hasText: 'wallets' })).toBeVisible();
    await expect(outline.getByRole('button', { name: /^Impact/ })).toContainText('written');
    const [written] = await core.events(incident, 'section.written');
    expect(written?.body).toMatchObject({
      section: 'impact',
      text: '## Who\n\nAll of **checkout** in the EU.\n\n- cards\n- wallets',
      generated: 'kept',
      template: 'google-sre',
      basis: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  await test.step('what the log gives stays below, until it is told to give way', async () => {
    await expect(impact).toContainText('customers in the EU cannot pay');
    await write(page, 'Impact');
    await page.getByRole('radio', { name: 'Give way' }).press('Space');
    await page.keyboard.press('ControlOrMeta+s');
    await expect(impact.getByText('customers in the EU cannot pay')).toHaveCount(0);
  });

  await test.step('as Markdown, it is the same text', async () => {
    await write(page, 'Impact');
    await page.keyboard.press('Alt+x');
    const markdown = page.getByRole('textbox', { name: 'Impact: your words, in Markdown' });
    await expect(markdown).toHaveValue('## Who\n\nAll of **checkout** in the EU.\n\n- cards\n- wallets');
    await markdown.fill('Some of **checkout** in the EU.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(impact.getByText('Some of checkout in the EU.')).toBeVisible();
  });

  await test.step('earlier versions are there, with what differs and a way back', async () => {
    await write(page, 'Impact');
    await page.getByText('3 versions').press('Enter');
    const versions = page.getByRole('list', { name: 'Versions of this section' });
    await expect(versions.getByRole('listitem')).toHaveCount(3);
    await versions
      .getByRole('button', { name: /^Compare with/ })
      .last()
      .press('Enter');
    const differs = page.getByRole('region', { name: 'What differs from the text above' });
    await expect(differs.locator('del').filter({ hasText: /All/ })).toBeVisible();
    await expect(differs.locator('ins').filter({ hasText: /Some/ })).toBeVisible();
    await versions
      .getByRole('button', { name: /^Restore/ })
      .last()
      .press('Enter');
    await expect(words(page, 'Impact')).toContainText('wallets');
    await page.getByRole('button', { name: 'Drop what is not saved' }).press('Enter');
    await expect(words(page, 'Impact')).not.toContainText('wallets');
  });

  await test.step('given back', async () => {
    await page.getByRole('button', { name: 'Back to what the log gives' }).press('Enter');
    await expect(impact.getByText('written by Kim')).toHaveCount(0);
    await expect(impact).toContainText('customers in the EU cannot pay');
  });
});

test('what was typed and not saved is there after a reload, and after the core was lost', async ({ kim: page, core, faults }) => {
  faults.allow(/WebSocket|ERR_|Failed to (load|fetch)/);
  const incident = await fullSwing(core);
  await openStudio(page, core, incident);
  await write(page, 'Trigger');
  await page.keyboard.type('The deploy of 88 at once in every region.');
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /^Trigger/ })).toContainText('not saved');
  await write(page, 'Trigger');
  await expect(words(page, 'Trigger')).toHaveText('The deploy of 88 at once in every region.');
  await core.kill();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^This is not saved:/)).toBeVisible();
  await expect(words(page, 'Trigger')).toHaveText('The deploy of 88 at once in every region.');
  await core.start();
  await expect(page.getByText('Not recording.')).toHaveCount(0);
  await words(page, 'Trigger').press('ControlOrMeta+Enter');
  await expect(section(page, 'Trigger').getByText('written by Kim')).toBeVisible();
  expect(await core.events(incident, 'section.written')).toHaveLength(1);
});

test('two people write one section: nothing is written over, and theirs stands beside', async ({ kim: page, core, openBrowser }) => {
  const incident = await fullSwing(core);
  const { url } = await core.call('session.invite', {});
  const other = await openBrowser(url);
  await giveName(other, 'Lee');
  await openStudio(page, core, incident);
  await openStudio(other, core, incident);
  await write(page, 'Trigger');
  await page.keyboard.type('Mine.');
  await write(other, 'Trigger');
  await other.keyboard.type('Theirs.');
  await other.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Lee wrote this section while you wrote.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'From theirs to yours' }).locator('del').first()).toContainText('Theirs');
  await words(page, 'Trigger').press('ControlOrMeta+Enter');
  expect(await core.events(incident, 'section.written')).toHaveLength(1);
  await page.getByRole('button', { name: 'Go on with mine' }).press('Enter');
  await words(page, 'Trigger').press('ControlOrMeta+Enter');
  await expect(section(other, 'Trigger')).toContainText('Mine.');
  expect(await core.events(incident, 'section.written')).toHaveLength(2);
});

test('behind each claim are its entries: looked at, starred, tagged, and gone to in the timeline', async ({ kim: page, core }) => {
  const incident = await fullSwing(core);
  await core.write(incident, 'nobody had tried the rollback before', { starred: true });
  await openStudio(page, core, incident);
  const margin = page.getByRole('complementary', { name: 'Margin' });
  await section(page, 'Action items')
    .getByRole('button', { name: /1 entry behind: .*runbook for rolling back/ })
    .press('Enter');
  await expect(margin).toContainText('a runbook for rolling back pricing');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: /1 entry behind: .*alert on failed payments/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(margin).toContainText('alert on failed payments per region');
  await section(page, 'Timeline')
    .getByRole('button', { name: /more rows$/ })
    .press('Enter');
  const timelineRow = section(page, 'Timeline').getByRole('button', { name: /nobody had tried the rollback/ });
  await timelineRow.press('Enter');
  await margin.getByText('tag', { exact: true }).first().press('Enter');
  await margin.getByRole('button', { name: 'surprise' }).first().press('Enter');
  await expect(margin.getByText('tags: surprise')).toBeVisible();
  await margin.getByRole('button', { name: /^Star: nobody had tried/ }).press('Enter');
  await expect(margin.getByRole('button', { name: /^Star: nobody had tried/ })).toHaveAttribute('aria-pressed', 'false');
  expect((await core.events(incident, 'entry.tagged')).at(-1)?.body).toMatchObject({ tags: ['surprise'] });
  await margin.getByRole('link', { name: /^In the timeline: nobody had tried/ }).press('Enter');
  await expect(page).toHaveURL(/\/entry\//);
});

test('the review underlines as one types, says why, is walked by keys, and is told "not here"', async ({ kim: page, core }) => {
  const incident = await fullSwing(core);
  await openStudio(page, core, incident);
  await write(page, 'Root causes');
  await page.keyboard.type('Somebody should have looked. It was human error.');
  const margin = page.getByRole('complementary', { name: 'Margin' });
  await expect(words(page, 'Root causes').locator('.finding').filter({ hasText: 'human error' })).toBeVisible();
  await expect(margin).toContainText('“human error”');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('should have');
  await page.keyboard.press('F8');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('human error');
  await margin.getByRole('button', { name: 'Not here: should have' }).press('Enter');
  await expect(words(page, 'Root causes').locator('.finding').filter({ hasText: 'should have' })).toHaveCount(0);
  await words(page, 'Root causes').press('ControlOrMeta+Enter');
  await expect(section(page, 'Root causes').locator('mark.finding').filter({ hasText: 'human error' })).toBeVisible();
  const outline = page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /^Root causes/ });
  await expect(outline).toContainText('1 finding');
  await page.keyboard.press('F8');
  await expect(margin.locator(':focus')).toBeVisible();
  expect((await core.events(incident, 'section.written')).at(-1)?.body).toMatchObject({
    text: 'Somebody should have looked. It was human error.',
  });
});

test('whoever wrote a section is told that the log has said more since, and what', async ({ kim: page, core }) => {
  const incident = await fullSwing(core);
  await openStudio(page, core, incident);
  await write(page, 'Impact');
  await page.keyboard.type('Every card payment.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(section(page, 'Impact').getByText('written by Kim')).toBeVisible();
  await expect(page.getByText('The log has said more for this section')).toHaveCount(0);
  await core.run(incident, { type: 'impact.describe', text: 'customers in the EU and in Norway cannot pay' });
  await expect(page.getByText('The log has said more for this section since it was written.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what changed' }).press('Enter');
  await expect(page.getByRole('region', { name: 'What the log gave then, and gives now' }).locator('ins').first()).toContainText('Norway');
});

test('words outlast a change of template', async ({ kim: page, core }) => {
  const incident = await fullSwing(core);
  await core.run(incident, {
    type: 'section.write',
    section: 'five-whys',
    text: 'Because of **that**.',
    generated: 'kept',
    template: 'aws-coe',
  });
  await openStudio(page, core, incident);
  await page.getByRole('combobox', { name: 'Template' }).selectOption('google-sre');
  await expect(section(page, 'Kept, not in this template')).toContainText('Because of that.');
  await page.getByRole('combobox', { name: 'Template' }).selectOption('aws-coe');
  await expect(section(page, 'Kept, not in this template')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toContainText('Because of that.');
});

test('F6 goes round outline, draft and margin; Alt and arrows walk the sections', async ({ kim: page, core }) => {
  const incident = await fullSwing(core);
  await openStudio(page, core, incident);
  await page.keyboard.press('F6');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { name: 'About this postmortem' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { name: 'Summary', exact: true })).toBeFocused();
  await page.keyboard.press('Alt+e');
  await expect(words(page, 'Summary')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Write Summary' })).toBeFocused();
});

test('what is pasted from a page that means harm is its words', async ({ kim: page, core }) => {
  const incident = await fullSwing(core);
  await openStudio(page, core, incident);
  await write(page, 'Trigger');
  const html = `<p style="position:fixed;inset:0">Pasted <b onclick="window.harmed=1">bold</b> <a href="javascript:window.harmed=1">press</a>
    <a href="https://example.org/ok">fine</a><img src="x" onerror="window.harmed=1"><script>window.harmed=1</script>
    <style>*{display:none}</style><iframe srcdoc="<script>parent.harmed=1</script>"></iframe><svg onload="window.harmed=1"></svg></p>`;
  await words(page, 'Trigger').evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/html', pasted);
    data.setData('text/plain', 'Pasted bold press fine');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(words(page, 'Trigger')).toContainText('Pasted bold press');
  await expect(words(page, 'Trigger').locator('script, style, iframe, svg, [onclick], [onerror], [style], a[href]')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(section(page, 'Trigger').getByText('written by Kim')).toBeVisible();
  const [written] = await core.events(incident, 'section.written');
  expect(written?.body).toMatchObject({ text: expect.stringContaining('Pasted **bold** press [fine](https://example.org/ok)') });
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('on a telephone the studio is accessible in every look, and scrolls down only', async ({ kim: page, core }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const incident = await fullSwing(core);
  const text =
    '## Who\n\nAll of **checkout**: `pay`, ~~not~~ [the board](https://example.org).\n\n- [ ] cards\n\n> we could not pay\n\n| a | b |\n| - | - |\n| 1 | 2 |';
  await core.run(incident, { type: 'section.write', section: 'impact', text, generated: 'kept', template: 'google-sre' });
  const found: string[] = [];
  for (const look of looks) {
    await page.goto(`${core.url}/#/`);
    await wear(page, core, look);
    for (const screen of screens.filter(({ name }) => name.startsWith('studio'))) {
      await screen.show(page, core, incident);
      await atRest(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), screen.name).toBe(true);
      expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth), screen.name).toBe(true);
      for (const complaint of await complaints(page, look.settings.night)) found.push(`${screen.name}, ${look.name}: ${complaint}`);
      await leave(page);
    }
  }
  expect(found).toEqual([]);
});

test('a draft goes out with roles in the place of names, what may be left is shown, and the log says how it went', async ({
  kim: page,
  core,
  faults,
}) => {
  faults.allow(/Blocked script execution/);
  const incident = await fullSwing(core);
  await core.write(incident, 'mail ada@example.org about it', { starred: true });
  await openStudio(page, core, incident);
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toContainText('Ada Lovelace');
  await page.getByRole('radio', { name: 'Roles' }).press('Space');
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).not.toContainText('Ada Lovelace');
  await expect(page.getByRole('status').filter({ hasText: /Names are roles/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Format' }).selectOption('JSON');
  await page.keyboard.press('Alt+v');
  await expect(page.getByRole('region', { name: 'Draft in JSON' })).toContainText('wheelhouse-postmortem/1');
  await expect(page.getByRole('region', { name: 'Draft in JSON' })).not.toContainText('Ada Lovelace');
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(page.getByText('The draft is on the clipboard. The log says so.').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Format' }).selectOption('Word');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await expect(page.getByText('exported 2 times')).toBeVisible();
  const exported = await core.events(incident, 'postmortem.exported');
  expect(exported.map(({ body }) => body)).toMatchObject([
    { format: 'json', anonymous: true },
    { format: 'docx', anonymous: true },
  ]);
});

test('of an incident with ten thousand entries the studio draws what is looked at, and takes each key as it is typed', async ({
  kim: page,
  core,
}) => {
  test.setTimeout(180_000);
  const incident = await core.declare('A long night', { severity: 2, impact: 'everything is slow' });
  const lines = Array.from({ length: 10_000 }, (_, index) => `line ${index + 1} of the night: replication lag at ${(index * 37) % 900} s`);
  await core.cli(['log', incident, '--plain', '-'], lines.join('\n'));
  await openStudio(page, core, incident);
  expect(await page.getByRole('row').count()).toBeLessThan(200);
  await write(page, 'Trigger');
  await page.evaluate(() => {
    const slow: number[] = [];
    Object.assign(window, { slow });
    new PerformanceObserver((list) =>
      slow.push(
        ...list
          .getEntries()
          .filter(({ name }) => name === 'keydown')
          .map(({ duration }) => duration),
      ),
    ).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
  });
  const typed = 'The nightly copy began while the replica was behind, and neither gave way.';
  await page.keyboard.type(typed, { delay: 20 });
  await expect(words(page, 'Trigger')).toHaveText(typed);
  const slow = (await page.evaluate(() => (window as unknown as { readonly slow: readonly number[] }).slow)).toSorted((a, b) => a - b);
  test.info().annotations.push({ type: 'slow keys', description: `${slow.length} of ${typed.length}, longest ${slow.at(-1) ?? 0} ms` });
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(section(page, 'Trigger').getByText('written by Kim')).toBeVisible();
});
