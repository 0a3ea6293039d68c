/** The channels of an installation: off until turned on, their secrets nowhere but in the keychain. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Keychain } from '../../electron/core/outbox/keychain.ts';
import type { Caller } from '../../electron/core/server/caller.ts';
import { declare, eventsOf, ManualClock, newConsole, run } from '../fixtures/consoles.ts';
import { filesHolding, newFolder } from '../fixtures/data-folders.ts';
import { keychainOf } from '../fixtures/keychains.ts';
import { ask, channelTo, deliveries, keychain, newServer, say, secret, sending } from '../fixtures/outboxes.ts';

const slack = { name: '#ops', kind: 'slack', audiences: ['staff'], url: 'https://hooks.example.org/services/T0/B0/verySecretPath' };

describe('a channel', () => {
  test('is refused without a keychain, in words that say what is missing and what to do, and nothing is written', async () => {
    const console = await newConsole();
    expect(await ask(console, 'channels.save', slack)).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        message: expect.stringMatching(/^Nothing was saved\. There is no keychain: .* Set channels up in the app\.$/),
      },
    });
    expect(await ask(console, 'channels.list', {})).toEqual({ ok: true, value: { channels: [] } });
    expect(readdirSync(console.dataDir)).not.toContain('channels.json');
  });

  test('is off when it is set up, and keeps its secrets from every file and every answer', async () => {
    const dataDir = newFolder();
    const console = await newConsole({ dataDir, keychain });
    const saved = await ask(console, 'channels.save', slack);
    expect(saved).toEqual({
      ok: true,
      value: {
        channel: {
          id: 'ops',
          name: '#ops',
          kind: 'slack',
          audiences: ['staff'],
          on: false,
          repeatsAreDropped: false,
          waiting: 0,
          host: 'hooks.example.org',
        },
      },
    });
    const hook = { name: 'Pager', kind: 'webhook', audiences: ['customers'], url: 'https://example.org/a', secret };
    expect(JSON.stringify(await ask(console, 'channels.save', hook))).not.toContain(secret);
    await console.close();
    expect(filesHolding(dataDir, 'verySecretPath')).toEqual([]);
    expect(filesHolding(dataDir, secret)).toEqual([]);
    expect(statSync(join(dataDir, 'channels.json')).mode & 0o777).toBe(0o600);
    const again = await newConsole({ dataDir, keychain });
    expect(await ask(again, 'channels.list', {})).toMatchObject({ value: { channels: [{ id: 'ops', on: false }, { id: 'pager' }] } });
  });

  test('is shown to those who were invited without its address', async () => {
    const console = await newConsole({ keychain });
    await ask(console, 'channels.save', slack);
    const responder: Caller = { person: 'x', name: 'Sam', scope: 'responder', via: 'browser', session: 's' };
    const listed = await console.router.call(responder, 'channels.list', {});
    expect(listed).toMatchObject({
      ok: true,
      value: { channels: [{ id: 'ops', name: '#ops', kind: 'slack', audiences: ['staff'], on: false }] },
    });
    expect(JSON.stringify(listed)).not.toContain('example.org');
    expect(await console.router.call(responder, 'channels.save', slack)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test.each([
    [{ url: 'http://example.org/a' }, 'url', /https:\/\//],
    [{ url: 'example' }, 'url', /no address/],
    [{ kind: 'webhook' }, 'secret', /is missing/],
    [{ kind: 'webhook', secret: 'short' }, 'secret', /16 characters/],
    [{ audiences: [] }, 'audiences', /whom/],
    [{ name: ' ' }, 'name', /what people call it/],
    [{ url: undefined }, 'url', /is missing/],
    [{ kind: undefined }, 'kind', /is missing/],
  ])('is not set up with %j, and the field is named', async (wrong, path, says) => {
    const console = await newConsole({ keychain });
    const refused = await ask(console, 'channels.save', { ...slack, ...wrong });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', fields: [{ path, message: expect.stringMatching(says) }] } });
  });

  test('keeps its secret when only its address changes, and its address when only its secret does', async () => {
    const console = await newConsole({ keychain, clock: new ManualClock() });
    const [first, second] = [await newServer(), await newServer()];
    const channel = await channelTo(console, first);
    await ask(console, 'channels.save', { id: channel, url: second.url });
    const here = { console, channel, incidentId: await declare(console) };
    await say(here, 'one');
    await console.outbox.idle();
    expect(first.requests).toBe(0);
    expect(second.taken.map(({ verified }) => verified)).toEqual([true]);
    await ask(console, 'channels.save', { id: channel, secret: 'another secret, as long' });
    await say(here, 'two');
    await console.outbox.idle();
    expect(second.taken.map(({ verified }) => verified)).toEqual([true, false]);
  });

  test('is removed by its name only; what waits is let go, and no later channel of the same name gets it', async () => {
    const here = await sending();
    await here.server.goAway();
    await say(here, 'one');
    await here.console.outbox.idle();
    expect(await ask(here.console, 'channels.remove', { id: 'ops', confirm: 'op' })).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'confirm' }] },
    });
    expect(await ask(here.console, 'channels.remove', { id: 'ops', confirm: 'Ops' })).toEqual({ ok: true, value: { removed: 'ops' } });
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([{ state: 'dropped', why: 'the channel was removed' }]);
    await here.server.listen();
    expect(await channelTo(here.console, here.server)).toBe('ops-2');
    await here.console.outbox.idle();
    expect(here.server.requests).toBe(0);
  });

  test('is tried by one message that says it is a test, on or off, and tells what came back', async () => {
    const here = await sending({}, { on: false });
    expect(await ask(here.console, 'channels.try', { id: 'ops' })).toMatchObject({ ok: true, value: { arrived: true } });
    expect(here.server.taken).toMatchObject([{ verified: true, body: { incident: null, text: expect.stringMatching(/^TEST: /) } }]);
    here.server.plan({ status: 404, says: 'no_service' }, 'die');
    expect(await ask(here.console, 'channels.try', { id: 'ops' })).toMatchObject({
      value: { arrived: false, says: 'Refused: it answered 404: no_service.' },
    });
    expect(await ask(here.console, 'channels.try', { id: 'ops' })).toMatchObject({
      value: { arrived: false, says: expect.stringMatching(/^Not known to have arrived: /) },
    });
    await here.server.goAway();
    expect(await ask(here.console, 'channels.try', { id: 'ops' })).toMatchObject({
      value: { says: expect.stringMatching(/^Not sent: .* refuses connections\.$/) },
    });
    expect((await eventsOf(here.console, here.incidentId)).some(({ type }) => type.startsWith('delivery.'))).toBe(false);
  });

  test('whose keychain is locked waits, and says so', async () => {
    const dataDir = newFolder();
    const here = await sending({ dataDir });
    await here.console.close();
    const locked = await newConsole({ dataDir, clock: here.clock, keychain: keychainOf('another machine'), outbox: { network: () => '' } });
    await say({ ...here, console: locked }, 'one');
    await locked.outbox.idle();
    expect(await ask(locked, 'channels.list', {})).toMatchObject({
      value: { channels: [{ waiting: 1, trouble: expect.stringContaining('locked') }] },
    });
    expect(here.server.requests).toBe(0);
  });
});

test('a console closes though its keychain waits for somebody to unlock it', async () => {
  const dataDir = newFolder();
  const here = await sending({ dataDir });
  await here.console.close();
  const waiting: Keychain = { ...keychain, open: () => new Promise(() => undefined) };
  const again = await newConsole({ dataDir, clock: here.clock, keychain: waiting });
  await say({ ...here, console: again }, 'one');
  await again.close();
  const third = await newConsole({ dataDir, clock: here.clock, keychain });
  await third.outbox.idle();
  expect(here.server.taken.map(({ body }) => body.text)).toEqual(['one']);
});

describe('a file of channels', () => {
  test.each(['', '{"version":1', '{"version":2,"channels":[],"retired":[]}', '[]', '\u0000'])(
    'that holds %j is set aside and said, and the console works without channels',
    async (text) => {
      const dataDir = newFolder();
      writeFileSync(join(dataDir, 'channels.json'), text);
      const console = await newConsole({ dataDir, keychain });
      const [aside] = readdirSync(dataDir).filter((name) => name.startsWith('channels-damaged-'));
      expect(readFileSync(join(dataDir, aside ?? ''), 'utf8')).toBe(text);
      expect(console.desk.hub.status.notices.join()).toContain(`is kept as ${aside}`);
      const incidentId = await declare(console);
      expect(await run(console, { incidentId, type: 'entry.add', kind: 'note', text: 'on we go' })).toMatchObject({ ok: true });
      expect(await ask(console, 'channels.save', slack)).toMatchObject({ ok: true });
    },
  );
});
