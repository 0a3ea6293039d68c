/** Two people on one incident: what one writes the other sees, and an invited responder can do less than the owner. */
import { randomUUID } from 'node:crypto';
import { expect, giveName, test } from './fixtures.ts';
import { RoomPage } from './room.ts';

test('a line written in one browser appears in the other without a reload', async ({ kim, core, openBrowser }) => {
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  const one = await RoomPage.open(kim, core, incident);
  await sam.getByRole('link', { name: /Search is slow/ }).press('Enter');
  const other = new RoomPage(sam);
  await one.write('Kim sees errors');
  await expect(other.line('Kim sees errors')).toContainText('Kim');
  await other.write('Sam does not');
  await expect(one.line('Sam does not')).toContainText('Sam');
  await expect(one.people).toContainText('Sam');
  await one.write('/role comms @sam');
  await expect(other.people.getByRole('listitem').filter({ hasText: 'Comms' })).toContainText('Sam');
  await expect(other.header).toContainText('SEV3');
  await one.write('/sev 1');
  await expect(other.header).toContainText('SEV1');
});

test('an invitation opens one session, as a responder: no import, and no speaking for others', async ({
  kim,
  core,
  openBrowser,
  faults,
}) => {
  // The page that tells of a spent invitation may run no script, not even those of the test's own browser.
  faults.allow(/status of (401|403)/, /Blocked script execution/);
  const incident = await core.declare('Search is slow', { severity: 3, impact: 'slow' });
  const { url } = await core.call('session.invite', {});
  const sam = await openBrowser(url);
  await giveName(sam, 'Sam');
  await expect(sam.getByRole('list', { name: 'Samples' })).toBeHidden();
  await expect(sam.getByText('The owner of this console opens samples and files.').first()).toBeAttached();
  const answers = await sam.evaluate(
    async ({ id, commandId, by }) => {
      const ask = async (name: string, input: unknown) => {
        const response = await fetch(`/api/v1/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        return response.status;
      };
      return {
        sample: await ask('samples.open', { id: 'fastly-2021-06-08' }),
        file: await ask('incidents.import', { file: {} }),
        invite: await ask('session.invite', {}),
        verify: await ask('log.verify', {}),
        by: await ask('commands.run', { commandId, incidentId: id, type: 'entry.add', kind: 'note', text: 'said the owner', by }),
      };
    },
    { id: incident, commandId: randomUUID(), by: (await core.call('session.get', {})).person },
  );
  expect(answers).toEqual({ sample: 403, file: 403, invite: 403, verify: 403, by: 403 });
  expect(await core.events(incident, 'entry.added')).toHaveLength(0);

  const again = await openBrowser(url);
  await expect(again.getByRole('heading', { name: 'All incidents' })).toHaveCount(0);
  await expect(again.locator('body')).toContainText(/used already|lost its key/);
  await expect(kim.getByRole('list', { name: 'Open incidents' })).toContainText('Search is slow');
});

test('a browser without a token is told how to get in, and sees nothing', async ({ core, openBrowser, faults }) => {
  faults.allow(/status of 401/, /WebSocket connection to/);
  await core.declare('Search is slow');
  const page = await openBrowser(core.url);
  await expect(page.getByRole('heading', { name: 'This page has lost its key' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Search is slow');
});
