/** Channels in the desktop app on a machine with a keychain: a real GNOME Keyring seals the secret, and opens it for the next start. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ReceivingServer } from '../fixtures/receiving-server.ts';
import { type Desktop, launch, newProfile, packagedProgram, quit } from './launch.ts';

const secret = 'a secret that only the keyring has';

function has(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

test('a secret is sealed by the keychain, opened after a restart, and in no file as it is', async () => {
  test.skip(!has('gnome-keyring-daemon') || !has('dbus-run-session'), 'this machine has no GNOME Keyring');
  test.setTimeout(120_000);
  const server = new ReceivingServer(secret);
  await server.listen();
  const profile = newProfile();
  const start = inKeyring();
  const first = await start(profile);
  const saved = await first.page.evaluate(
    ([url, given]) =>
      window.wheelhouse?.call('channels.save', { name: 'Ops', kind: 'webhook', audiences: ['staff'], url, secret: given, on: true }),
    [server.url, secret] as const,
  );
  if (!saved?.ok) throw new Error(saved?.error.message ?? 'the page has no bridge');
  const channel = saved.value.channel.id;
  const incident = await declareIncident(first.page);
  await tellStaff(first.page, incident, channel, 'We know of it');
  await expect.poll(() => server.taken.length, { timeout: 20_000 }).toBe(1);
  await quit(first);
  const data = join(profile, 'data');
  expect(readdirSync(data)).toContain('channels.json');
  for (const name of readdirSync(data)) {
    if (/\.(db|db-wal|json|pem)$/.test(name)) expect(readFileSync(join(data, name)).includes(secret), name).toBe(false);
  }

  const second = await start(profile);
  await tellStaff(second.page, incident, channel, 'It is over');
  await expect.poll(() => server.taken.length, { timeout: 20_000 }).toBe(2);
  expect(server.taken.map(({ verified, body }) => [verified, body.text])).toEqual([
    [true, 'We know of it'],
    [true, 'It is over'],
  ]);
  await quit(second);
  await server.goAway();
});

/** Starts the app with a keyring that outlives it. */
function inKeyring(): (profile: string) => Promise<Desktop> {
  const home = newProfile();
  const launcher = join(home, 'with-keyring.sh');
  copyFileSync(join(import.meta.dirname, 'with-keyring.sh'), launcher);
  return (profile) => launch(profile, { AS_NOBODY: launcher, KEYRING_HOME: home, WHEELHOUSE_BEHIND_KEYRING: packagedProgram() });
}

async function declareIncident(page: Page): Promise<string> {
  const events = await run(page, { type: 'incident.declare', title: 'Checkout errors' });
  const declared = events.find(({ type }) => type === 'incident.declared');
  if (!declared) throw new Error('nothing was declared');
  return declared.incidentId;
}

function tellStaff(page: Page, incidentId: string, channel: string, text: string): Promise<unknown> {
  return run(page, { type: 'update.send', incidentId, audiences: ['staff'], text, nextAt: Date.now() + 3_600_000, channels: [channel] });
}

interface Written {
  readonly type: string;
  readonly incidentId: string;
}

async function run(page: Page, command: Readonly<Record<string, unknown>>): Promise<readonly Written[]> {
  const answer = await page.evaluate(
    (given) => window.wheelhouse?.call('commands.run', { commandId: crypto.randomUUID(), ...given } as never),
    command,
  );
  if (!answer?.ok) throw new Error(answer?.error.message ?? 'the page has no bridge');
  return answer.value.events;
}
