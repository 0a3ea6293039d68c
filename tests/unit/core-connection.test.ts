import { afterEach, describe, expect, test } from 'vitest';
import type { PortReply, PortRequest } from '../../electron/core/server/port-protocol.ts';
import { type ConnectionPort, CoreConnection } from '../../electron/preload/core-connection.ts';
import type { StreamMessage, WireEvent } from '../../shared/api/wire.ts';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A core at the other end of a real port: what it was asked, in order, and a way to answer. */
function core() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const asked: PortRequest[] = [];
  let heard: (() => void) | undefined;
  port2.addEventListener('message', (event: MessageEvent) => {
    asked.push(event.data as PortRequest);
    heard?.();
  });
  port2.start();
  return {
    port: port1 as unknown as ConnectionPort,
    asked,
    say: (reply: PortReply) => port2.postMessage(reply),
    /** Resolves once so many requests have arrived. */
    hears: (count: number) =>
      new Promise<readonly PortRequest[]>((resolve) => {
        heard = () => {
          if (asked.length >= count) resolve(asked);
        };
        heard();
      }),
  };
}

const incidents = { ok: true, value: { incidents: [] } } as const;
const event = (position: number) => ({ position }) as WireEvent;

/** Collects what a stream says; `next` resolves once so many messages have come. */
function listening() {
  const heard: StreamMessage[] = [];
  let more: (() => void) | undefined;
  return {
    listener: (message: StreamMessage) => {
      heard.push(message);
      more?.();
    },
    next: (count: number) =>
      new Promise<readonly StreamMessage[]>((resolve) => {
        more = () => {
          if (heard.length >= count) resolve(heard);
        };
        more();
      }),
  };
}

describe('a page and its core', () => {
  test('a call made before the first port waits for it', async () => {
    const connection = new CoreConnection();
    const answer = connection.call('incidents.list', {});
    const first = core();
    connection.attach(first.port);
    const [request] = await first.hears(1);
    first.say({ id: request?.id ?? 0, ...incidents });
    expect(await answer).toEqual(incidents);
  });

  test('who waits when the core dies is told that nothing is recorded', async () => {
    const connection = new CoreConnection();
    const first = core();
    connection.attach(first.port);
    const answer = connection.call('incidents.list', {});
    connection.lose('The core stopped.');
    expect(await answer).toEqual({ ok: false, error: { code: 'not-recording', message: 'The core stopped.' } });
  });

  test('who asks while there is no core is told at once, and asks the next one again', async () => {
    const connection = new CoreConnection();
    connection.lose('The core stopped.');
    expect(await connection.call('incidents.list', {})).toMatchObject({ ok: false, error: { code: 'not-recording' } });
    const next = core();
    connection.attach(next.port);
    const answer = connection.call('incidents.list', {});
    const [request] = await next.hears(1);
    next.say({ id: request?.id ?? 0, ...incidents });
    expect(await answer).toEqual(incidents);
  });

  test('a stream goes on at the next core from the last event that was seen', async () => {
    const connection = new CoreConnection();
    const first = core();
    connection.attach(first.port);
    const page = listening();
    connection.stream({ incident: 'inc-1', after: 3 }, page.listener);
    const [request] = await first.hears(1);
    expect(request).toMatchObject({ stream: { incident: 'inc-1', after: 3 } });
    first.say({ id: request?.id ?? 0, message: { type: 'events', events: [event(4), event(9)] } });
    await page.next(1);
    connection.lose('The core stopped.');
    expect((await page.next(2))[1]).toEqual({ type: 'status', status: { recording: false, notices: ['The core stopped.'] } });
    const next = core();
    connection.attach(next.port);
    expect((await next.hears(1))[0]).toMatchObject({ stream: { incident: 'inc-1', after: 9 } });
  });

  test('a stream of new events only asks for new events only until it has seen one', async () => {
    const connection = new CoreConnection();
    connection.stream({ after: Number.MAX_SAFE_INTEGER }, () => undefined);
    const first = core();
    connection.attach(first.port);
    expect((await first.hears(1))[0]).toMatchObject({ stream: { after: Number.MAX_SAFE_INTEGER } });
    const next = core();
    connection.attach(next.port);
    expect((await next.hears(1))[0]).toMatchObject({ stream: { after: Number.MAX_SAFE_INTEGER } });
  });

  test('a closed stream is closed at the core, and not opened again at the next', async () => {
    const connection = new CoreConnection();
    const first = core();
    connection.attach(first.port);
    const close = connection.stream({ after: 0 }, () => undefined);
    close();
    const [opened, closed] = await first.hears(2);
    expect(closed).toEqual({ id: opened?.id, close: true });
    const next = core();
    connection.attach(next.port);
    void connection.call('session.get', {});
    expect(await next.hears(1)).toMatchObject([{ name: 'session.get' }]);
  });

  test('a late answer of a former core is not taken for the answer of the present one', async () => {
    const connection = new CoreConnection();
    const first = core();
    connection.attach(first.port);
    const answer = connection.call('incidents.list', {});
    const next = core();
    connection.attach(next.port);
    first.say({ id: 1, ...incidents });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'not-recording' } });
  });
});
