/** Messages that go out by themselves: in order, once, and never in the way of anything. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { declare, eventsOf, ManualClock, newConsole, run } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { night } from '../fixtures/log-writer.ts';
import { ask, channelTo, deliveries, keychain, newServer, say, sending } from '../fixtures/outboxes.ts';
import { ownCertificate } from '../fixtures/receiving-server.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const ofDelivery = async (console: Awaited<ReturnType<typeof newConsole>>, id: string) =>
  (await eventsOf(console, id)).filter(({ type }) => type.startsWith('delivery.'));
const typesOf = async (console: Awaited<ReturnType<typeof newConsole>>, id: string) =>
  (await ofDelivery(console, id)).map(({ type }) => type.slice('delivery.'.length));

describe('a message over a webhook', () => {
  test('arrives once, signed, with what its receiver needs to know, and the log says when it began and when it arrived', async () => {
    const here = await sending();
    const update = await say(here, 'We are looking into it.');
    await here.console.outbox.idle();
    expect(here.server.taken).toHaveLength(1);
    const [taken] = here.server.taken;
    expect(taken?.verified).toBe(true);
    expect(taken?.headers).toMatchObject({
      'wheelhouse-delivery': `${update}.ops`,
      'idempotency-key': `${update}.ops`,
      'wheelhouse-timestamp': String(night),
      host: new URL(here.server.url).host,
    });
    expect(taken?.body).toEqual({
      id: `${update}.ops`,
      incident: {
        id: here.incidentId,
        label: 'inc-1',
        title: 'Checkout fails',
        severity: 2,
        status: 'investigating',
        mode: 'live',
      },
      audiences: ['staff'],
      text: 'We are looking into it.',
      final: true,
      nextAt: null,
      sentAt: night,
      lateMs: 0,
    });
    const events = await ofDelivery(here.console, here.incidentId);
    expect(events).toMatchObject([
      {
        type: 'delivery.begun',
        actor: 'system',
        via: 'system',
        cause: { deadline: `delivery/${update}/ops/1` },
        body: { update, channel: 'ops', attempt: 1 },
      },
      { type: 'delivery.arrived', actor: 'system', body: { attempt: 1, lateMs: 0 } },
    ]);
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([{ state: 'arrived', attempts: 1 }]);
  });

  test('goes over TLS to a server whose certificate is trusted, and to no other', async () => {
    const tls = ownCertificate();
    const server = await newServer(tls);
    const clock = new ManualClock();
    const distrusting = await newConsole({ clock, keychain, outbox: { network: () => '' } });
    const one = { console: distrusting, channel: await channelTo(distrusting, server), incidentId: await declare(distrusting) };
    await say(one, 'Not for everybody.');
    await distrusting.outbox.idle();
    expect(server.requests).toBe(0);
    expect(await ask(distrusting, 'channels.list', {})).toMatchObject({
      value: { channels: [{ waiting: 1, trouble: expect.stringContaining('certificate of 127.0.0.1') }] },
    });
    const trusting = await newConsole({ clock, keychain, outbox: { network: () => '', trust: tls.cert } });
    const other = { console: trusting, channel: await channelTo(trusting, server), incidentId: await declare(trusting) };
    await say(other, 'For those who have the certificate.');
    await trusting.outbox.idle();
    expect(server.taken.map(({ body, verified }) => [body.text, verified])).toEqual([['For those who have the certificate.', true]]);
  });

  test('stands in line behind those before it, of other incidents too, while the first is refused and tried again', async () => {
    const here = await sending();
    const second_ = await declare(here.console, { title: 'Search is slow' });
    here.server.plan(500, 503);
    await say(here, 'one');
    here.clock.pass(1);
    await say({ ...here, incidentId: second_ }, 'two');
    here.clock.pass(1);
    await say(here, 'three');
    await here.console.outbox.idle();
    expect(here.server.taken).toEqual([]);
    // With dice at the middle, the first waits are 7.5 s and 15 s.
    for (const wait of [7.5, 15]) {
      here.clock.pass(wait * second);
      await here.console.outbox.idle();
    }
    expect(here.server.taken.map(({ body }) => body.text)).toEqual(['one', 'two', 'three']);
    expect(here.server.requests).toBe(5);
  });

  test('waits as long as the other side asks, in seconds or by a date', async () => {
    const here = await sending();
    here.server.plan(
      { status: 429, headers: { 'retry-after': '90' } },
      { status: 503, headers: { 'retry-after': new Date(night + 5 * minute).toUTCString() } },
    );
    await say(here, 'one');
    await here.console.outbox.idle();
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([
      { state: 'queued', retryAt: night + 90 * second, why: 'it answered 429' },
    ]);
    here.clock.pass(89 * second);
    await here.console.outbox.idle();
    expect(here.server.requests).toBe(1);
    here.clock.pass(second);
    await here.console.outbox.idle();
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([{ state: 'queued', retryAt: night + 5 * minute }]);
    here.clock.pass(5 * minute - 90 * second);
    await here.console.outbox.idle();
    expect(here.server.taken).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 410, 302])(
    'is given up at once when the answer is %i, in the words of the answer; the next one goes on',
    async (status) => {
      const here = await sending();
      here.server.plan({ status, headers: { location: here.server.url }, says: 'no_team\u0000\n  here' });
      await say(here, 'one');
      await say(here, 'two');
      await here.console.outbox.idle();
      expect(await deliveries(here.console, here.incidentId)).toMatchObject([
        { state: 'failed', why: expect.stringMatching(status === 302 ? /302/ : `it answered ${status}: no_team here`) },
        { state: 'arrived' },
      ]);
      expect(here.server.requests).toBe(2);
    },
  );

  test('that is refused for a day is given up; what a person then says begins it anew', async () => {
    const here = await sending();
    here.server.plan(...Array.from({ length: 400 }, () => 500));
    const update = await say(here, 'one');
    await here.console.outbox.idle();
    for (let passed = 0; passed < 25 * hour; passed += 10 * minute) {
      here.clock.pass(10 * minute);
      await here.console.outbox.idle();
    }
    const [given] = await deliveries(here.console, here.incidentId);
    expect(given).toMatchObject({ state: 'failed', why: 'it answered 500: not today' });
    expect(given?.attempts).toBeGreaterThan(100);
    expect(given?.attempts).toBeLessThan(300);
    here.server.plan(503);
    await run(here.console, { incidentId: here.incidentId, type: 'delivery.settle', update, channel: 'ops', outcome: 'again' });
    await here.console.outbox.idle();
    here.clock.pass(10 * minute);
    await here.console.outbox.idle();
    expect(here.server.taken).toMatchObject([{ body: { text: expect.stringMatching(/^one\n\(written \d\d:\d\d, sent 25 h late\)$/) } }]);
  });

  test('reads little of an answer that never ends', async () => {
    const here = await sending();
    here.server.plan({ status: 403, says: 'x'.repeat(8 * 1024 * 1024) });
    await say(here, 'one');
    await here.console.outbox.idle();
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([
      { state: 'failed', why: `it answered 403: ${'x'.repeat(200)}…` },
    ]);
  });

  test('has not begun while somebody takes the connection and says nothing of TLS; after five seconds it waits', async () => {
    const here = await sending();
    const mute = createServer();
    const connected = once(mute, 'connection');
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    await ask(here.console, 'channels.save', { id: 'ops', url: `https://127.0.0.1:${port}/` });
    await say(here, 'one');
    const [silent] = (await connected) as [Socket];
    silent.on('error', () => undefined);
    here.clock.pass(5 * second);
    await here.console.outbox.idle();
    expect(await typesOf(here.console, here.incidentId)).toEqual([]);
    expect(await ask(here.console, 'channels.list', {})).toMatchObject({
      value: { channels: [{ waiting: 1, trouble: `127.0.0.1:${port} did not answer within 5 s` }] },
    });
    silent.destroy();
    mute.close();
  });

  test('does not tell the log what the other side repeats of our secrets', async () => {
    const here = await sending();
    const { pathname, search } = new URL(here.server.url);
    here.server.plan({ status: 403, says: `bad: ${pathname}${search} and a secret of thirty-one letters.` });
    await say(here, 'one');
    await here.console.outbox.idle();
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([{ why: 'it answered 403: bad: … and …' }]);
  });
});

describe('what may have arrived', () => {
  test.each(['die', 'garble'] as const)('is not sent again by itself after the server did this: %s', async (behaviour) => {
    const here = await sending();
    here.server.plan(behaviour);
    await say(here, 'one');
    await say(here, 'two');
    await here.console.outbox.idle();
    here.clock.pass(2 * hour);
    here.console.outbox.wake();
    await here.console.outbox.idle();
    expect(here.server.taken.map(({ body }) => body.text)).toEqual(['one', 'two']);
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([
      { state: 'uncertain', why: expect.stringContaining('broke before the answer') },
      { state: 'arrived' },
    ]);
  });

  test('because the server gives no answer in ten seconds is not sent again by itself', async () => {
    const here = await sending();
    here.server.plan('swallow');
    await say(here, 'one');
    await here.server.until(({ requests }) => requests === 1);
    here.clock.pass(10 * second);
    await here.console.outbox.idle();
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([
      { state: 'uncertain', why: expect.stringContaining('no answer within 10 s') },
    ]);
    expect(here.server.taken).toHaveLength(1);
  });

  test('is sent again under the same name where the receiver drops repeats, before what stands behind it', async () => {
    const here = await sending({}, { repeatsAreDropped: true });
    here.server.plan('die');
    await say(here, 'one');
    await say(here, 'two');
    await here.console.outbox.idle();
    here.clock.pass(10 * second);
    await here.console.outbox.idle();
    expect(here.server.taken.map(({ body }) => body.text)).toEqual(['one', 'one', 'two']);
    expect(here.server.taken[0]?.headers['idempotency-key']).toBe(here.server.taken[1]?.headers['idempotency-key']);
    expect(await typesOf(here.console, here.incidentId)).toEqual(['begun', 'uncertain', 'settled', 'begun', 'arrived', 'begun', 'arrived']);
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([{ state: 'arrived', attempts: 2 }, { state: 'arrived' }]);
  });

  test('is sent again when a person says so, and is known to have arrived when a person says that', async () => {
    const here = await sending();
    here.server.plan('die', 'die');
    const [one, two] = [await say(here, 'one'), await say(here, 'two')];
    await here.console.outbox.idle();
    const settle = { incidentId: here.incidentId, type: 'delivery.settle', channel: 'ops' };
    await run(here.console, { ...settle, update: one, outcome: 'again' });
    await run(here.console, { ...settle, update: two, outcome: 'arrived' });
    await here.console.outbox.idle();
    expect(here.server.taken.map(({ body }) => body.text)).toEqual(['one', 'two', 'one']);
    expect((await deliveries(here.console, here.incidentId)).map(({ state }) => state)).toEqual(['arrived', 'arrived']);
  });

  test('because the console closed while it waited for the answer is said so by the closing console', async () => {
    const dataDir = newFolder();
    const here = await sending({ dataDir });
    here.server.plan('swallow');
    await say(here, 'one');
    await here.server.until(({ requests }) => requests === 1);
    const closing = here.console.close();
    here.clock.pass(2 * second);
    await closing;
    const again = await newConsole({ dataDir, clock: here.clock, keychain });
    await again.outbox.idle();
    expect(await deliveries(again, here.incidentId)).toMatchObject([
      { state: 'uncertain', why: expect.stringContaining('the console closed') },
    ]);
    expect(here.server.taken).toHaveLength(1);
  });
});

describe('a night without network', () => {
  test('fills no log: nothing has begun, and everything goes out in order once there is a way, marked as late', async () => {
    const here = await sending();
    await here.server.goAway();
    await say(here, 'one');
    here.clock.pass(minute);
    await say(here, 'two');
    for (let passed = 0; passed < 8 * hour; passed += 5 * minute) {
      here.clock.pass(5 * minute);
      await here.console.outbox.idle();
    }
    expect(await typesOf(here.console, here.incidentId)).toEqual([]);
    expect(await ask(here.console, 'channels.list', {})).toMatchObject({
      value: { channels: [{ waiting: 2, trouble: expect.stringContaining('refuses connections') }] },
    });
    await here.server.listen();
    here.clock.pass(10 * minute);
    await here.console.outbox.idle();
    expect(here.server.taken.map(({ body }) => body.text)).toEqual([
      expect.stringMatching(/^one\n\(written \d\d:\d\d, sent 8 h late\)$/),
      expect.stringMatching(/^two\n\(written \d\d:\d\d, sent 8 h late\)$/),
    ]);
    expect(await typesOf(here.console, here.incidentId)).toEqual(['begun', 'arrived', 'begun', 'arrived']);
  });

  test('ends within seconds of the machine being on a network again, and at once when it wakes', async () => {
    let network = '';
    const here = await sending({ outbox: { network: () => network } });
    await here.server.goAway();
    await say(here, 'one');
    for (let tries = 0; tries < 12; tries += 1) {
      here.clock.pass(10 * minute);
      await here.console.outbox.idle();
    }
    await here.server.listen();
    network = 'wlan 192.0.2.7';
    here.clock.pass(5 * second);
    await here.console.outbox.idle();
    expect(here.server.taken).toHaveLength(1);
    await here.server.goAway();
    await say(here, 'two');
    await here.console.outbox.idle();
    await here.server.listen();
    await here.console.wake();
    await here.console.outbox.idle();
    expect(here.server.taken).toHaveLength(2);
  });

  test('that lasts longer than a day gives the message up, so that those behind it are seen too', async () => {
    const here = await sending();
    await here.server.goAway();
    await say(here, 'one');
    for (let passed = 0; passed < 25 * hour; passed += 10 * minute) {
      here.clock.pass(10 * minute);
      await here.console.outbox.idle();
    }
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([
      { state: 'failed', why: expect.stringContaining('no connection for a day') },
    ]);
    expect(await typesOf(here.console, here.incidentId)).toEqual(['begun', 'refused']);
  });

  test('does not hold up a resolve, and what waits still goes after it', async () => {
    const here = await sending();
    await here.server.goAway();
    await say(here, 'one');
    const resolved = await run(here.console, { incidentId: here.incidentId, type: 'incident.resolve', override: { reason: 'it is over' } });
    expect(resolved.ok).toBe(true);
    await here.console.outbox.idle();
    await here.server.listen();
    here.console.outbox.wake();
    await here.console.outbox.idle();
    expect(here.server.taken.map(({ body }) => body.text)).toEqual(['one']);
  });

  test('is survived by what waits in an incident that ended, though the console is closed and opened', async () => {
    const dataDir = newFolder();
    const here = await sending({ dataDir });
    await here.server.goAway();
    await say(here, 'one');
    await run(here.console, { incidentId: here.incidentId, type: 'incident.resolve', override: { reason: 'it is over' } });
    await here.console.close();
    await here.server.listen();
    const again = await newConsole({ dataDir, clock: here.clock, keychain });
    await again.outbox.idle();
    expect(here.server.taken).toHaveLength(1);
  });
});

describe('an outbox', () => {
  test('sends late messages with their age, drills as drills, and calls nobody in Slack', async () => {
    const here = await sending({}, {}, { mode: 'drill' });
    const slack = await channelTo(here.console, here.server, { name: '#ops', kind: 'slack' });
    expect(slack).toBe('ops-2');
    await say({ ...here, channel: slack }, '<!here> 5 & 6 > 4');
    await here.console.outbox.idle();
    expect(here.server.taken).toMatchObject([{ raw: '{"text":"DRILL: &lt;!here&gt; 5 &amp; 6 &gt; 4"}', verified: undefined }]);
    here.server.plan({ status: 503, headers: { 'retry-after': '1260' } });
    await say(here, 'one');
    await here.console.outbox.idle();
    here.clock.pass(21 * minute);
    await here.console.outbox.idle();
    expect(here.server.taken[1]?.body.text).toMatch(/^DRILL: one\n\(written \d\d:\d\d, sent 21 min late\)$/);
    expect(here.server.taken[1]?.body).toMatchObject({ lateMs: 21 * minute, incident: { mode: 'drill' } });
  });

  test('sends nothing over a channel that is off, and not what another console wrote', async () => {
    const here = await sending();
    await here.server.goAway();
    await say(here, 'one');
    await ask(here.console, 'channels.save', { id: 'ops', on: false });
    await here.console.outbox.idle();
    await here.server.listen();
    here.console.outbox.wake();
    await here.console.outbox.idle();
    expect(here.server.connections).toBe(0);
    const refused = await run(here.console, {
      incidentId: here.incidentId,
      type: 'update.send',
      audiences: ['staff'],
      text: 'two',
      final: true,
      channels: ['ops'],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } });
    await ask(here.console, 'channels.save', { id: 'ops', on: true });
    await here.console.outbox.idle();
    expect(here.server.taken).toHaveLength(1);
  });

  test('lets go of a message whose text was taken back before it went out', async () => {
    const here = await sending();
    await here.server.goAway();
    const update = await say(here, 'the password is hunter2');
    await say(here, 'two');
    const redacted = await run(here.console, { incidentId: here.incidentId, type: 'entry.redact', entry: update, reason: 'a secret' });
    expect(redacted.ok).toBe(true);
    await here.console.outbox.idle();
    await here.server.listen();
    here.console.outbox.wake();
    await here.console.outbox.idle();
    expect(here.server.taken.map(({ body }) => body.text)).toEqual(['two']);
    expect(await deliveries(here.console, here.incidentId)).toMatchObject([
      { state: 'dropped', why: 'its text was taken back' },
      { state: 'arrived' },
    ]);
  });

  test('does not send what a person let go of while there was no way', async () => {
    const here = await sending();
    await here.server.goAway();
    const update = await say(here, 'one');
    await run(here.console, { incidentId: here.incidentId, type: 'delivery.settle', update, channel: 'ops', outcome: 'dropped' });
    await here.console.outbox.idle();
    await here.server.listen();
    here.console.outbox.wake();
    await here.console.outbox.idle();
    expect(here.server.connections).toBe(0);
  });
});
