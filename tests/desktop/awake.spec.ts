/** The machine is kept from suspending while somebody works on an incident, and no longer. */
import { chmodSync } from 'node:fs';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { composer, declare } from './at-the-console.ts';
import { answerBoxes, killCore, launch, newProfile, quit } from './launch.ts';

/** How many blockers Electron holds for the app; it numbers them from 0. */
function blockers(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ powerSaveBlocker }) => Array.from({ length: 100 }, (_, id) => id).filter((id) => powerSaveBlocker.isStarted(id)).length,
  );
}

/** Runs a command in the incident that the page shows. */
async function command(page: Page, draft: CommandDraft): Promise<void> {
  const answer = await page.evaluate(async (what) => {
    const incidentId = location.hash.split('/')[2] ?? '';
    return window.wheelhouse?.call('commands.run', { ...what, commandId: crypto.randomUUID(), incidentId });
  }, draft);
  expect(answer).toMatchObject({ ok: true });
}

test('declaring keeps the machine awake, pausing lets it sleep, waking keeps it awake again, and the end lets it go', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  expect(await blockers(app)).toBe(0);
  await declare(page, 'Payments are down');
  await expect.poll(() => blockers(app)).toBe(1);
  await command(page, { type: 'incident.pause', until: Date.now() + 3_600_000, impact: 'A retry covers it until the morning.' });
  await expect.poll(() => blockers(app)).toBe(0);
  await command(page, { type: 'incident.wake', reason: 'The retries are used up.' });
  await expect.poll(() => blockers(app)).toBe(1);
  await command(page, { type: 'incident.markFalseAlarm', reason: 'The probe was wrong.' });
  await expect.poll(() => blockers(app)).toBe(0);
  await quit(desktop);
});

test('one of two incidents ends: the machine stays awake for the other', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Payments are down');
  await page.evaluate(() => {
    location.hash = '';
  });
  await declare(page, 'Search is slow');
  await expect.poll(() => blockers(app)).toBe(1);
  await command(page, { type: 'incident.cancel', reason: 'Declared twice.' });
  const list = () => page.evaluate(() => window.wheelhouse?.call('incidents.list', {}));
  await expect.poll(async () => JSON.stringify(await list())).toContain('"cancelled"');
  expect(await blockers(app)).toBe(1);
  await quit(desktop);
});

test('a log that cannot be opened does not let the machine sleep in the middle of an incident', async () => {
  const profile = newProfile();
  const desktop = await launch(profile);
  const { app, page } = desktop;
  await declare(page, 'Payments are down');
  await expect.poll(() => blockers(app)).toBe(1);
  const asked = await answerBoxes(app, 'Keep open');
  chmodSync(`${profile}/data`, 0o000);
  await killCore(app);
  await expect.poll(async () => (await asked()).map(({ message }) => message)).toContain('Nothing can be recorded.');
  expect(await blockers(app)).toBe(1);
  await expect(composer(page)).toBeVisible();
  await quit(desktop);
});

test('an incident of the past that is being written up keeps nothing awake, and nobody is asked about it', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await expect(page.getByLabel('Title of the incident')).toBeVisible();
  const written = await page.evaluate(() =>
    window.wheelhouse?.call('commands.run', {
      commandId: crypto.randomUUID(),
      type: 'incident.declare',
      title: 'The night of March',
      mode: 'backfilled',
    }),
  );
  expect(written).toMatchObject({ ok: true });
  await declare(page, 'Payments are down');
  await expect.poll(() => blockers(app)).toBe(1);
  await command(page, { type: 'incident.cancel', reason: 'The other one was meant.' });
  await expect.poll(() => blockers(app)).toBe(0);
  const gone = app.waitForEvent('close');
  // Nobody answers: a box would stay, and the app with it.
  await app.evaluate(({ app: electron, dialog }) => {
    Object.assign(dialog, { showMessageBox: () => new Promise(() => undefined) });
    setImmediate(() => electron.quit());
  });
  await gone;
});
