/** Closing the console while an incident is open: what the person is told, and what each answer does. */
import { chmodSync } from 'node:fs';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { composer, declare, log, openIncident } from './at-the-console.ts';
import { writeEarlier } from './earlier-log.ts';
import { type AskedBox, answerBoxes, killCore, launch, newProfile, quit } from './launch.ts';

const minute = 60_000;

/** Asks the app to quit, as its menu does, until it has asked the person a question that passes; answers the question. */
async function askedOnQuitting(app: ElectronApplication, asked: () => Promise<readonly AskedBox[]>, message: RegExp): Promise<AskedBox> {
  await expect
    .poll(async () => {
      await app.evaluate(({ app: electron }) => electron.quit());
      return (await asked()).at(-1)?.message ?? '';
    })
    .toMatch(message);
  const last = (await asked()).at(-1);
  if (!last) throw new Error('nothing was asked');
  return last;
}

test('quitting says how many incidents are open and what is due when, and staying stays', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await page.getByRole('radio', { name: /SEV1/ }).check({ force: true });
  await declare(page, 'Payments are down');
  await log(page, 'card network is timing out');
  await composer(page).fill('half a thought');
  const asked = await answerBoxes(app, 'Stay');
  const box = await askedOnQuitting(
    app,
    asked,
    /^1 incident is open\. (\w+ were promised an update|The next update for \w+ is due) at \d\d:\d\d, in \d+ minutes\.$/,
  );
  expect(box.detail).toContain('SEV1 · Payments are down');
  expect(box.detail).toContain('While the console is closed nobody is reminded, and nothing is recorded.');
  expect(box).toMatchObject({ buttons: ['Stay', 'Quit anyway'], enter: 'Stay', escape: 'Stay' });
  await expect(composer(page)).toHaveValue('half a thought');
  await log(page, 'still here');
  await quit(desktop);
});

test('an update that was promised and is late is the first thing said, then the rest, incident by incident', async () => {
  const profile = newProfile();
  const promisedAt = Date.now() - 4 * minute;
  await writeEarlier(profile, [
    { title: 'Search is slow', minutesAgo: 3, severity: 3 },
    {
      title: 'Payments are down',
      minutesAgo: 30,
      severity: 1,
      commands: [{ type: 'update.send', audiences: ['customers'], text: 'We are looking into it.', nextAt: promisedAt }],
    },
  ]);
  const desktop = await launch(profile);
  const asked = await answerBoxes(desktop.app, 'Stay');
  const box = await askedOnQuitting(desktop.app, asked, /^2 incidents are open, and 1 promised update is late\. Customers were promised/);
  expect(box.message).toMatch(/update on “Payments are down” at \d\d:\d\d, [45] minutes ago, and have not had it\.$/);
  expect(box.detail).toMatch(/SEV1 · Payments are down\n(– .+\n)*SEV3 · Search is slow/);
  await quit(desktop);
});

test('quitting twice at once asks once', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Search is slow');
  await log(page, 'first line');
  await app.evaluate(({ app: electron, dialog }) => {
    const questions = { count: 0 };
    Object.assign(globalThis, { questions });
    Object.assign(dialog, {
      showMessageBox: () => {
        questions.count += 1;
        return new Promise((resolve) => Object.assign(globalThis, { answer: () => resolve({ response: 0, checkboxChecked: false }) }));
      },
    });
    electron.quit();
    electron.quit();
  });
  expect(await app.evaluate(() => (globalThis as unknown as { questions: { count: number } }).questions.count)).toBe(1);
  await app.evaluate(() => (globalThis as unknown as { answer: () => void }).answer());
  await expect(composer(page)).toBeVisible();
  await quit(desktop);
});

test('closing the window asks too, and quitting anyway loses nothing that was logged', async () => {
  const profile = newProfile();
  const first = await launch(profile);
  await declare(first.page, 'Payments are down');
  for (const line of ['one', 'two', 'three']) await log(first.page, line);
  const asked = await answerBoxes(first.app, 'Stay');
  const closeWindow = () => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closeWindow();
  await expect.poll(async () => (await asked()).length).toBe(1);
  expect(first.app.windows()).toHaveLength(1);
  await answerBoxes(first.app, 'Quit anyway');
  const gone = first.app.waitForEvent('close');
  await closeWindow();
  await gone;

  const second = await launch(profile);
  await openIncident(second.page, 'Payments are down');
  for (const line of ['one', 'two', 'three']) await expect(second.page.getByText(line, { exact: true })).toBeVisible();
  const verified = await second.page.evaluate(() => window.wheelhouse?.call('log.verify', {}));
  expect(verified).toMatchObject({ ok: true, value: { streams: 1 } });
  expect(verified?.ok && verified.value.firstBroken).toBeUndefined();
  await quit(second);
});

test('with nothing open the console ends without a question', async () => {
  const desktop = await launch(newProfile());
  await expect(desktop.page.getByLabel('Title of the incident')).toBeVisible();
  const gone = desktop.app.waitForEvent('close');
  // Nobody answers: a box would stay, and the app with it.
  await desktop.app.evaluate(({ app, dialog }) => {
    Object.assign(dialog, { showMessageBox: () => new Promise(() => undefined) });
    setImmediate(() => app.quit());
  });
  await gone;
});

test('an open incident is asked about while its log cannot be opened, too', async () => {
  const profile = newProfile();
  const desktop = await launch(profile);
  const { app, page } = desktop;
  await declare(page, 'Payments are down');
  await log(page, 'first line');
  const asked = await answerBoxes(app, 'Stay', 'Keep open');
  // The next core finds a folder that it may not enter.
  chmodSync(`${profile}/data`, 0o000);
  await killCore(app);
  await expect.poll(async () => (await asked()).map(({ message }) => message)).toContain('Nothing can be recorded.');
  await askedOnQuitting(app, asked, /^1 incident is open/);
  await expect(composer(page)).toBeVisible();
  await quit(desktop);
});
